public import Portfolio

/// How well guidelines, themes and sub-strategies are covered, one line each: the head of a check.
public struct CoverageOverview: Sendable, Hashable {
  public let guidelines: [Row]
  public let themes: [Row]
  public let strategies: [Row]

  /// One guideline, theme or sub-strategy.
  public struct Row: Sendable, Hashable {
    public let id: String
    public let name: String
    /// Projects as the departments declare them.
    public let declared: PhaseCounts
    /// Those whose alignment the steward has reviewed. For a guideline the alignment to it; for a
    /// theme or sub-strategy any alignment.
    public let reviewed: PhaseCounts
    /// For a guideline, ids of projects that are not counted because they are one contribution with
    /// a counted one: a part of it, bundled with it, or the same. As the departments declare it.
    public let merged: [String]
    /// Whether the strategy expects somebody to contribute by now.
    public let isExpected: Bool
    public let lastRunningEnd: LastEnd
  }

  /// When the last running project ends.
  public enum LastEnd: Sendable, Hashable {
    /// No project is running.
    case nothingRunning
    /// At least one running project has no known end.
    case open
    case ends(CalendarDay)
  }

  /// Ids of projects by phase; a count is the length of its list. Discontinued ones are left out.
  /// For a guideline, several projects that are one contribution stand here once.
  public struct PhaseCounts: Sendable, Hashable {
    public var idea: [String] = []
    public var planned: [String] = []
    public var running: [String] = []
    public var completed: [String] = []
    public var unknown: [String] = []

    public var all: [String] { idea + planned + running + completed + unknown }
  }
}
