internal import Portfolio
internal import TextMatching

/// The links that a check misses: the clear ones, and the best proposals, each saying something
/// that the better ones do not.
///
/// Who a project should talk to is one department at a time: a further project of the same one is
/// left out. Else a pair loses as much as it repeats what has been chosen before it: the same
/// project with another partner, the same two departments. After maximal marginal relevance (J. Carbonell,
/// J. Goldstein, "The use of MMR, diversity-based reranking", SIGIR 1998), in a single pass in
/// order of score, which costs no more than sorting.
struct MissingLinks {
  struct Link {
    let evidence: LinkEvidence
    let score: PairScore
    /// More likely than not; else it is a proposal only.
    var isClear: Bool { score.logOdds >= 0 }
  }

  /// What is less likely is no proposal: about one in eight.
  static let leastLogOdds = -1.95

  /// The most likely first.
  let links: [Link]
  let analysis: LinkAnalysis

  init(_ snapshot: Snapshot) {
    let analysis = LinkAnalysis(snapshot, pairs: snapshot.pairs) { relation in
      relation.crossesDepartments && relation.areActive && relation.overlapsInTime
        && !relation.hasCommonRoof
    }
    self.analysis = analysis
    let flagged = Set(snapshot.pairs.judged.map(\.comparison.pair))
    let scored = analysis.evidence.compactMap { evidence -> (LinkEvidence, PairScore)? in
      guard !flagged.contains(evidence.pair), evidence.hasOccasion,
        !Self.isFoundationService(evidence, snapshot)
      else { return nil }
      // Whoever is linked to another provider needs no second one.
      let comparison = evidence.comparison
      let score = analysis.score(
        evidence, countsSupply: !comparison.supplies || comparison.lacksSupplier)
      return score.logOdds >= Self.leastLogOdds ? (evidence, score) : nil
    }
    var chosen = ChosenLinks(snapshot)
    links = LinkOrder(snapshot).sorted(scored).compactMap { evidence, score in
      guard let repetition = chosen.repetition(of: evidence.pair),
        score.logOdds - repetition >= Self.leastLogOdds
      else { return nil }
      chosen.insert(evidence.pair)
      return Link(evidence: evidence, score: score)
    }
  }

  /// Whether one of the two is a foundation project that provides what the other requires or builds
  /// itself: that is the business of `network/foundation-bypassed`.
  private static func isFoundationService(_ evidence: LinkEvidence, _ snapshot: Snapshot) -> Bool {
    let pair = evidence.pair
    guard !evidence.comparison.lacksSupplier else { return false }
    return [(pair.first, pair.second), (pair.second, pair.first)].contains { one, other in
      guard snapshot.isFoundation(one) else { return false }
      let provided = snapshot.servicesProvidedByProject[one]
      return provided.contains(where: snapshot.servicesRequiredByProject[other].contains)
        || !snapshot.isFoundation(other)
          && provided.contains(where: snapshot.servicesProvidedByProject[other].contains)
    }
  }
}

/// What has been chosen, to see what a further pair would repeat.
private struct ChosenLinks {
  private struct Meeting: Hashable {
    let project: Int
    let department: Int?
  }

  private let snapshot: Snapshot
  private var projects: Set<Int> = []
  private var meetings: Set<Meeting> = []
  private var departments: Set<[Int]> = []

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// What the pair loses in log-odds; nil where one of the projects already has a partner of the
  /// other's department.
  func repetition(of pair: ProjectPair) -> Double? {
    if meetings(of: pair).contains(where: meetings.contains) { return nil }
    if projects.contains(pair.first) || projects.contains(pair.second) { return 1.5 }
    return departments.contains(owners(of: pair)) ? 0.75 : 0
  }

  mutating func insert(_ pair: ProjectPair) {
    meetings.formUnion(meetings(of: pair))
    projects.formUnion([pair.first, pair.second])
    departments.insert(owners(of: pair))
  }

  private func meetings(of pair: ProjectPair) -> [Meeting] {
    [
      Meeting(project: pair.first, department: snapshot.department(of: pair.second)),
      Meeting(project: pair.second, department: snapshot.department(of: pair.first)),
    ]
  }

  private func owners(of pair: ProjectPair) -> [Int] {
    snapshot.owners(of: [pair.first, pair.second])
  }
}
