internal import Findings
public import Portfolio

extension Registration {
  /// What can be chosen, in the order in which the registry states it.
  public func choices(for step: RegistrationStep, in language: Language = .german) -> [Choice] {
    let strategy = portfolio.strategy
    switch step {
    case .department:
      return portfolio.departments.map { Choice(id: $0.id, name: $0.name, aliases: $0.aliases) }
    case .office:
      return (department?.offices ?? [])
        .map { Choice(id: $0.id, name: $0.name, aliases: $0.aliases) }
    case .status:
      return ProjectStatus.allCases.map { Choice($0.rawValue, $0.label, language) }
    case .themes:
      return (strategy?.themes ?? []).map { Choice(id: $0.id, name: $0.name, aliases: $0.aliases) }
    case .guideline:
      return (strategy?.guidelines ?? []).map { Choice(id: $0.id, name: $0.name) }
    case .secondary:
      return (strategy?.guidelines ?? []).filter { $0.id != mainGuideline }
        .map { Choice(id: $0.id, name: $0.name) }
    case .requires, .provides:
      return (strategy?.services ?? []).map { Choice(id: $0.id, name: $0.name) }
    case .strategy:
      return portfolio.subStrategies.map { Choice(id: $0.id, name: $0.name) }
    case .visibility:
      return Visibility.Level.allCases.map { Choice($0.rawValue, $0.label, language) }
    case .links:
      return portfolio.projects.map { Choice(id: $0.id, name: $0.title, aliases: $0.formerly) }
    case .title, .summary, .start, .end, .rationale, .contact, .audience, .partners, .amount:
      return []
    }
  }

  /// Words that other projects use, the most frequent first, for questions with free words.
  public func wordsInUse(for step: RegistrationStep, limit: Int) -> [String] {
    var counts: [String: Int] = [:]
    for project in portfolio.projects {
      let words =
        switch step {
        case .audience: project.audience
        case .partners: project.partners.map(\.name)
        default: [String]()
        }
      for word in words { counts[word, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
  }
}

extension Choice {
  /// Known by its label in both languages.
  fileprivate init(_ id: String, _ label: BilingualText, _ language: Language) {
    self.init(id: id, name: label[language], aliases: [label.german, label.english])
  }
}
