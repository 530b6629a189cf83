public import Portfolio
internal import TextMatching

/// The pairs of a list or a registry whose departments should work together, ranked.
///
/// Unlike the check, which is to be short, it looks further down and at ended projects, too: here a
/// person ranks and reads on as far as it is worth the while.
public struct LinkRanking: Sendable {
  public struct Proposal: Sendable {
    /// Places in the snapshot's list of projects, in order of their ids.
    public let left: Int
    public let right: Int
    /// The probability that the two should work together, 0…1.
    public let score: Double
    /// The weights add up to the score's log-odds.
    public let evidence: [Evidence]
    /// What both have in common, in words.
    public let shared: BilingualText
  }

  /// The snapshot whose places the proposals name.
  public let snapshot: Snapshot
  private let analysis: LinkAnalysis
  private let ranked: [LinkEvidence]
  /// How many pairs are ranked.
  public var count: Int { ranked.count }
  /// Projects that are left out because more than `ListMatching.largestCrowd` others have their
  /// very text; the first of them stands for all.
  public let crowded: Int

  /// - Parameter threshold: the least score of a proposal, 0…1.
  public init(_ portfolio: Portfolio, asOf day: CalendarDay, threshold: Double) {
    let crowds = TextCrowds(portfolio.projects, atMost: ListMatching.largestCrowd)
    var kept = portfolio
    if let places = crowds.kept { kept.projects = places.map { portfolio.projects[$0] } }
    crowded = portfolio.projects.count - kept.projects.count
    let snapshot = Snapshot(kept, asOf: day)
    let pairs = PairAnalysis(snapshot, reach: .links)
    let analysis = LinkAnalysis(snapshot, pairs: pairs) { _ in true }
    let order = LinkOrder(snapshot)
    ranked = order.sorted(
      analysis.evidence.map { ($0, analysis.score($0)) }
        .filter { $0.1.probability >= threshold }
    ).map(\.0)
    self.snapshot = snapshot
    self.analysis = analysis
  }

  /// Ids and score of each, best first.
  public var scores: some Sequence<(left: String, right: String, score: Double)> {
    ranked.lazy.map { evidence in
      let (left, right) = inOrder(evidence.pair)
      return (
        snapshot.projects[left].id, snapshot.projects[right].id,
        analysis.score(evidence).probability
      )
    }
  }

  /// The first few with all that speaks for them.
  public func proposals(limit: Int) -> [Proposal] {
    ranked.prefix(limit).map { evidence in
      let wording = LinkWording(evidence, in: analysis)
      let score = analysis.score(evidence)
      let (left, right) = inOrder(evidence.pair)
      return Proposal(
        left: left, right: right, score: score.probability,
        evidence: score.terms.map(wording.pair.evidence), shared: wording.shared)
    }
  }

  private func inOrder(_ pair: ProjectPair) -> (Int, Int) {
    snapshot.projects[pair.first].id <= snapshot.projects[pair.second].id
      ? (pair.first, pair.second) : (pair.second, pair.first)
  }
}

/// The order of pairs: the best score first, equal ones by their ids, whatever the order of
/// projects.
struct LinkOrder {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  func sorted(_ scored: [(LinkEvidence, PairScore)]) -> [(LinkEvidence, PairScore)] {
    let keyed = scored.map { (key: key($0), entry: $0) }
    return keyed.sorted { $0.key < $1.key }.map(\.entry)
  }

  private func key(_ entry: (LinkEvidence, PairScore)) -> (Double, String, String) {
    let pair = entry.0.pair
    let ids = [snapshot.projects[pair.first].id, snapshot.projects[pair.second].id].sorted()
    return (-entry.1.logOdds, ids[0], ids[1])
  }
}
