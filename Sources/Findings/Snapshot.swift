public import Portfolio

/// The whole portfolio in memory on a given day: immutable, and what every analysis reads.
public struct Snapshot: Sendable {
  public let portfolio: Portfolio
  /// The day on which the findings are to be true.
  public let asOf: CalendarDay

  public init(_ portfolio: Portfolio, asOf: CalendarDay) {
    self.portfolio = portfolio
    self.asOf = asOf
  }
}
