public import Portfolio

/// The registered projects that a project in the making may be a duplicate of: the warning before
/// it is saved.
public struct DuplicateHint: Sendable {
  /// The registry with the draft as its last project.
  public let snapshot: Snapshot
  /// The likeliest first; the right or left place is the draft's.
  public let pairs: [ExplainedPair]

  /// Less likely ones are no hint.
  public static let leastScore = 0.1

  /// - Parameters:
  ///   - limit: how many at most.
  ///   - leastScore: less likely ones are left out.
  public init(
    for draft: Project, in portfolio: Portfolio, asOf day: CalendarDay, limit: Int,
    leastScore: Double = Self.leastScore
  ) {
    var portfolio = portfolio
    portfolio.projects.append(draft)
    let snapshot = Snapshot(portfolio, asOf: day)
    self.snapshot = snapshot
    let place = portfolio.projects.count - 1
    pairs = snapshot.pairs.pairs
      .filter { $0.pair.second == place && $0.duplicateScore.probability >= leastScore }
      .sorted { $0.duplicateScore.logOdds > $1.duplicateScore.logOdds }
      .prefix(limit)
      .map { ExplainedPair($0, in: snapshot) }
  }
}
