public import Portfolio

/// Two projects with all that speaks for and against their being the same undertaking.
public struct ExplainedPair: Sendable, Hashable {
  /// Places in the snapshot's list of projects.
  public let left: Int
  public let right: Int
  /// Probability that both are the same undertaking, 0…1.
  public let score: Double
  /// The weights add up to the score's log-odds.
  public let evidence: [Evidence]
  /// What both have in common, in words; empty where there is nothing to name.
  public let shared: BilingualText
  /// The verdict on whether they are the same, where there is one.
  public let verdict: Verdict.Outcome?

  /// - Parameters: two different places.
  public init(_ one: Int, _ other: Int, in snapshot: Snapshot) {
    let pair = ProjectPair(one, other)
    self.init(snapshot.pairs.comparison(of: pair), in: snapshot)
  }

  init(_ comparison: PairComparison, in snapshot: Snapshot) {
    let wording = PairWording(
      snapshot: snapshot, analysis: snapshot.pairs, pair: comparison.pair)
    let duplicate = comparison.duplicateScore
    left = wording.left
    right = wording.right
    score = duplicate.probability
    evidence = duplicate.terms.map(wording.evidence)
    shared = wording.sentence(wording.shared)
    verdict = snapshot.duplicateVerdict(on: comparison.pair)?.outcome
  }
}
