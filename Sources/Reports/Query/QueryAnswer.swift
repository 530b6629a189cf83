public import Portfolio
public import ProjectQuery

/// What a query found, as reports print it.
public struct QueryAnswer: Sendable {
  /// The matches in all, of which `projects` are a page.
  public var count: Int
  public var projects: [Project]
  /// Matches before the page.
  public var offset: Int
  /// The counts asked for, in the order asked for.
  public var groups: [(grouping: Grouping, counts: [GroupCount])]
  /// Words that were taken for others because they occur nowhere.
  public var replacements: [QueryCorrection.Replacement]

  public init(
    count: Int, projects: [Project], offset: Int = 0,
    groups: [(grouping: Grouping, counts: [GroupCount])] = [],
    replacements: [QueryCorrection.Replacement] = []
  ) {
    self.count = count
    self.projects = projects
    self.offset = offset
    self.groups = groups
    self.replacements = replacements
  }
}
