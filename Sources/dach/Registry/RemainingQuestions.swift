import Findings
import Portfolio

/// The pairs that are still undecided around a decision: of a group of more than two records, one
/// decision settles one pair only.
struct RemainingQuestions {
  /// The likeliest first.
  let pairs: [ExplainedPair]
  let snapshot: Snapshot

  /// In a larger registry it takes too long for a command that stores one decision.
  static let largestRegistry = 20_000

  /// Nil where the registry is too large to look.
  init?(after effect: DecisionEffect) {
    guard effect.after.projects.count <= Self.largestRegistry else { return nil }
    snapshot = Snapshot(effect.after, asOf: .today)
    let table = snapshot.projectTable
    let concerned = Set([effect.first, effect.second].compactMap { table[$0] })
    pairs = DuplicateGroups(snapshot, concerning: concerned).groups.flatMap(\.pairs)
  }
}
