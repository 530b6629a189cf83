public import Portfolio

/// What is registered already, outside the files being read, so that a partial import may refer
/// to it.
///
/// Projects are not part of it: one that is read again is an update, not a second claimant.
public struct KnownIDs: Sendable, Hashable {
  public var departments: [Department]
  public var subStrategies: Set<String>
  /// Guidelines, themes, services and sources belong to the strategy: files that bring a strategy
  /// of their own replace them, and these then count no longer.
  public var guidelines: Set<String>
  public var themes: Set<String>
  public var services: Set<String>
  public var sources: Set<String>
  public var formats: Set<String>
  public var contributions: Set<String>

  public init(
    departments: [Department] = [], subStrategies: Set<String> = [],
    guidelines: Set<String> = [], themes: Set<String> = [], services: Set<String> = [],
    sources: Set<String> = [], formats: Set<String> = [], contributions: Set<String> = []
  ) {
    self.departments = departments
    self.subStrategies = subStrategies
    self.guidelines = guidelines
    self.themes = themes
    self.services = services
    self.sources = sources
    self.formats = formats
    self.contributions = contributions
  }

  /// Everything that `portfolio` defines.
  public init(_ portfolio: Portfolio) {
    let strategy = portfolio.strategy
    self.init(
      departments: portfolio.departments,
      subStrategies: Set(portfolio.subStrategies.map(\.id)),
      guidelines: Set((strategy?.guidelines ?? []).map(\.id)),
      themes: Set((strategy?.themes ?? []).map(\.id)),
      services: Set((strategy?.services ?? []).map(\.id)),
      sources: Set((strategy?.sources ?? []).map(\.id)),
      formats: Set(portfolio.participations.flatMap(\.formats).map(\.id)),
      contributions: Set(portfolio.participations.flatMap(\.contributions).map(\.id)))
  }

  /// The ids of a kind. Departments and their offices are kept in the `DepartmentDirectory`.
  func ids(_ kind: Mention.Kind, strategyIsRead: Bool) -> Set<String> {
    switch kind {
    case .guideline: strategyIsRead ? [] : guidelines
    case .theme: strategyIsRead ? [] : themes
    case .service: strategyIsRead ? [] : services
    case .source: strategyIsRead ? [] : sources
    case .subStrategy: subStrategies
    case .format: formats
    case .contribution: contributions
    case .department, .office, .strategy, .function, .participation, .measure, .project: []
    }
  }
}
