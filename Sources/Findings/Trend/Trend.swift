public import Portfolio

/// How the registry has developed, from the checks that were stored.
public struct Trend: Sendable, Hashable {
  /// In order of their days; one for each day on which a check was stored.
  public let points: [Point]

  public init(points: [Point]) { self.points = points }

  /// What one check found.
  public struct Point: Sendable, Hashable {
    /// The check's number, by which it can be named.
    public let number: Int64
    public let day: CalendarDay
    /// The four functions, as shares in 0…1, and further figures by name.
    public let figures: [String: Double]
    public let findings: [Severity: Int]
    public let byCategory: [RuleCategory: Int]
    /// How many findings are new since the point before, and how many have gone.
    public let appeared: Int
    public let closed: Int
    /// The median age in days of the gaps that are open on this day.
    public let medianAgeOfGaps: Int?

    public init(
      number: Int64, day: CalendarDay, figures: [String: Double], findings: [Severity: Int],
      byCategory: [RuleCategory: Int], appeared: Int, closed: Int, medianAgeOfGaps: Int?
    ) {
      self.number = number
      self.day = day
      self.figures = figures
      self.findings = findings
      self.byCategory = byCategory
      self.appeared = appeared
      self.closed = closed
      self.medianAgeOfGaps = medianAgeOfGaps
    }

    public var total: Int { findings.values.reduce(0, +) }

    public func figure(_ function: FunctionFigure.Function) -> Double? {
      figures[function.rawValue]
    }
  }
}
