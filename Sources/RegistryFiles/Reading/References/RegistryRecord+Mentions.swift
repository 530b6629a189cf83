import Portfolio

extension RegistryRecord {
  /// Where it stands in its file.
  var location: SourceLocation? {
    switch self {
    case .strategy(let strategy): strategy.location
    case .department(let department): department.location
    case .subStrategy(let subStrategy): subStrategy.location
    case .participation(let participation): participation.location
    case .measure(let measure): measure.location
    case .project(let project): project.location
    case .verdict(let verdict): verdict.location
    case .waiver(let waiver): waiver.location
    }
  }

  /// Every id that the record defines or refers to, all at one place: for records whose origin,
  /// say a spreadsheet's row, has no place for each value.
  func mentions(line: UInt32, column: UInt32) -> [Mention] {
    var list = MentionList(line: line, column: column)
    switch self {
    case .strategy(let strategy): list.add(strategy)
    case .department(let department): list.add(department)
    case .subStrategy(let subStrategy): list.add(subStrategy)
    case .participation(let participation): list.add(participation)
    case .measure(let measure): list.add(measure)
    case .project(let project): list.add(project)
    case .verdict, .waiver: break
    }
    return list.mentions
  }
}

private struct MentionList {
  let line: UInt32
  let column: UInt32
  var mentions: [Mention] = []

  mutating func define(_ kind: Mention.Kind, _ id: String) {
    mentions.append(Mention(.definition, of: kind, id, line: line, column: column))
  }

  mutating func refer(_ kind: Mention.Kind, _ ids: [String]) {
    for id in ids {
      mentions.append(Mention(.reference, of: kind, id, line: line, column: column))
    }
  }

  mutating func refer(_ kind: Mention.Kind, _ id: String?) {
    if let id { refer(kind, [id]) }
  }

  mutating func refer(_ expectations: [Expectation]) {
    for expectation in expectations {
      switch expectation.contributor {
      case .department(let id): refer(.department, id)
      case .theme(let id): refer(.theme, id)
      }
    }
  }

  mutating func add(_ strategy: Strategy) {
    define(.strategy, strategy.id)
    refer(.department, strategy.lead)
    for function in strategy.functions {
      define(.function, function.id)
      refer(.source, function.sources)
    }
    for guideline in strategy.guidelines {
      define(.guideline, guideline.id)
      refer(guideline.expects)
      refer(.source, guideline.sources)
    }
    for theme in strategy.themes {
      define(.theme, theme.id)
      refer(theme.expects)
      refer(.source, theme.sources)
    }
    for service in strategy.services { define(.service, service.id) }
    for milestone in strategy.milestones { refer(.source, milestone.sources) }
    for statement in strategy.statements { refer(.source, statement.sources) }
    for figure in strategy.figures { refer(.source, figure.sources) }
    for source in strategy.sources { define(.source, source.id) }
  }

  mutating func add(_ department: Department) {
    define(.department, department.id)
    for office in department.offices { define(.office, office.id) }
    refer(.source, department.sources)
  }

  mutating func add(_ subStrategy: SubStrategy) {
    define(.subStrategy, subStrategy.id)
    refer(.department, subStrategy.lead)
    refer(.source, subStrategy.sources)
  }

  mutating func add(_ participation: Participation) {
    define(.participation, participation.id)
    for format in participation.formats {
      define(.format, format.id)
      refer(.source, format.sources)
    }
    for contribution in participation.contributions {
      define(.contribution, contribution.id)
      refer(.format, contribution.format)
      refer(.theme, contribution.theme)
    }
    for result in participation.results { refer(.source, result.sources) }
  }

  mutating func add(_ measure: Measure) {
    define(.measure, measure.id)
    refer(.theme, measure.theme)
    refer(.department, measure.lead)
    refer(.source, measure.sources)
  }

  mutating func add(_ project: Project) {
    define(.project, project.id)
    refer(.department, project.department)
    refer(.office, project.office)
    refer(.subStrategy, project.strategy)
    refer(.theme, project.themes)
    refer(.guideline, project.alignments.map(\.guideline))
    refer(.service, project.provides)
    refer(.service, project.requires)
    refer(.contribution, project.contributions)
  }
}
