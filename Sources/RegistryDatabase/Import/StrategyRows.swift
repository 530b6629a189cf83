import Portfolio

extension Department: Stageable {
  static let rows: [RowWriter<Department>] = [
    .row(.department) { staged, row in
      let department = staged.record
      row.text(department.id)
      row.text(department.name)
      row.text(department.kind.rawValue)
      row.texts(department.aliases)
      row.text(department.role)
      row.text(department.contact)
      row.texts(department.notes)
      row.texts(department.sources)
      row.location(department.location)
      row.int4(staged.position)
    },
    .list(.office, \.offices) { department, office, position, row in
      row.text(department.id)
      row.text(office.id)
      row.text(office.name)
      row.texts(office.aliases)
      row.int4(position)
    },
  ]
}

extension Strategy: Stageable {
  static let rows: [RowWriter<Strategy>] = [
    .row(.strategy) { staged, row in
      let strategy = staged.record
      row.text(strategy.id)
      row.text(strategy.name)
      row.text(strategy.summary)
      row.text(strategy.vision)
      row.text(strategy.lead)
      row.texts(strategy.openQuestions)
      row.number(strategy.checks.horizonMonths)
      row.number(strategy.checks.staleAfterDays)
      row.number(strategy.checks.siloMinimum)
      row.number(strategy.checks.findingsPerDepartment)
      row.number(strategy.checks.answerWithinDays)
      row.number(strategy.checks.cooperateWithinDays)
      row.number(strategy.checks.completeness.essentialFrom)
      row.jsonb(strategy.checks.completeness.weightsJSON)
      row.location(strategy.location)
    },
    .list(.source, \.sources) { _, source, position, row in
      row.text(source.id)
      row.text(source.title)
      row.text(source.url)
      row.date(source.published)
      row.int4(position)
    },
    .list(.strategyFunction, \.functions) { _, function, position, row in
      row.text(function.id)
      row.text(function.name)
      row.text(function.text)
      row.texts(function.sources)
      row.int4(position)
    },
    .list(.guideline, \.guidelines) { _, guideline, position, row in
      row.text(guideline.id)
      row.text(guideline.name)
      row.text(guideline.kind.rawValue)
      row.text(guideline.description)
      row.texts(guideline.keywords)
      row.number(guideline.revision)
      row.texts(guideline.sources)
      row.int4(position)
      row.location(guideline.location)
    },
    .list(.theme, \.themes) { _, theme, position, row in
      row.text(theme.id)
      row.text(theme.name)
      row.texts(theme.aliases)
      row.text(theme.description)
      row.texts(theme.keywords)
      row.texts(theme.sources)
      row.int4(position)
      row.location(theme.location)
    },
    .list(.service, \.services) { _, service, position, row in
      row.text(service.id)
      row.text(service.name)
      row.text(service.description)
      row.int4(position)
      row.location(service.location)
    },
    RowWriter(.guidelineWording) { staged, writer in
      for guideline in staged.record.guidelines {
        try writer.wordings(guideline.earlier, of: guideline.id)
      }
    },
    RowWriter(.guidelineExpectation) { staged, writer in
      for guideline in staged.record.guidelines {
        try writer.expectations(guideline.expects, of: guideline.id)
      }
    },
    RowWriter(.themeExpectation) { staged, writer in
      for theme in staged.record.themes {
        try writer.expectations(theme.expects, of: theme.id)
      }
    },
    .list(.milestone, \.milestones) { _, milestone, position, row in
      row.int4(position)
      row.date(milestone.date)
      row.text(milestone.kind.rawValue)
      row.text(milestone.text)
      row.texts(milestone.sources)
    },
    .list(.statement, \.statements) { _, statement, position, row in
      row.int4(position)
      row.text(statement.topic)
      row.text(statement.text)
      row.texts(statement.sources)
    },
    .list(.keyFigure, \.figures) { _, figure, position, row in
      row.int4(position)
      row.text(figure.name)
      row.text(figure.value)
      row.date(figure.date)
      row.texts(figure.sources)
    },
  ]
}

extension Completeness {
  /// The weights as a JSON object by field, e.g. `{"contact": 5}`.
  fileprivate var weightsJSON: String {
    let items = ProjectField.allCases.compactMap { field in
      weights[field].map { "\"\(field.rawValue)\": \($0)" }
    }
    return "{\(items.joined(separator: ", "))}"
  }
}

extension CopyWriter {
  fileprivate mutating func wordings(
    _ wordings: [GuidelineWording], of guideline: String
  ) throws {
    var position: Int32 = 0
    for wording in wordings {
      position += 1
      try row(columns: StoredTable.guidelineWording.columns.count)
      text(guideline)
      int4(position)
      number(wording.revision)
      text(wording.name)
      text(wording.description)
      date(wording.until)
    }
  }

  /// Both tables of expectations have the same columns.
  fileprivate mutating func expectations(_ expectations: [Expectation], of owner: String) throws {
    var position: Int32 = 0
    for expectation in expectations {
      position += 1
      try row(columns: StoredTable.guidelineExpectation.columns.count)
      text(owner)
      int4(position)
      switch expectation.contributor {
      case .department(let id):
        text(id)
        null()
      case .theme(let id):
        null()
        text(id)
      }
      text(expectation.obligation.rawValue)
      number(expectation.minimum)
      date(expectation.by)
    }
  }
}

extension SubStrategy: Stageable {
  static let rows: [RowWriter<SubStrategy>] = [
    .row(.subStrategy) { staged, row in
      let strategy = staged.record
      row.text(strategy.id)
      row.text(strategy.name)
      row.text(strategy.summary)
      row.text(strategy.lead)
      row.bool(strategy.isFoundation)
      row.period(strategy.period)
      row.budget(strategy.budget)
      row.texts(strategy.notes)
      row.texts(strategy.sources)
      row.location(strategy.location)
      row.int4(staged.position)
    },
    .list(.councilDecision, \.decisions) { strategy, decision, position, row in
      row.text(strategy.id)
      row.int4(position)
      row.date(decision.date)
      row.text(decision.body)
      row.text(decision.text)
    },
  ]
}
