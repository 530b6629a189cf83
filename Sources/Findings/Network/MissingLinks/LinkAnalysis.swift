internal import Portfolio
internal import TextMatching

/// All pairs of a portfolio that may need each other and are neither linked nor decided, with what
/// speaks for each.
struct LinkAnalysis: Sendable {
  /// In order of the projects' indices.
  let evidence: [LinkEvidence]
  let context: LinkContext
  /// See `LinkCalibration`.
  let correction: Double

  /// - Parameter isOpen: whether a pair is to be looked at, besides what every pair must be.
  init(
    _ snapshot: Snapshot, pairs: PairAnalysis,
    where isOpen: @escaping @Sendable (PairRelation) -> Bool
  ) {
    let context = LinkContext(snapshot, pairs: pairs)
    self.context = context
    let bundles = BundledProjects(snapshot)
    // What every pair must be: not of one department, not linked, not declined, not decided, not
    // bundled.
    let mayMiss: @Sendable (ProjectPair) -> Bool = { pair in
      let relation = PairRelation(pair, in: snapshot)
      return !relation.isOfOneDepartment && !relation.isLinked && !relation.isDeclined
        && !relation.isDecided && !bundles.contains(pair) && isOpen(relation)
    }
    let compared = pairs.pairs
    let others = Self.excluding(compared, from: LinkCandidates(context).pairs())
    evidence = Self.portions(compared.count + others.count) { place -> LinkEvidence? in
      let pair = place < compared.count ? compared[place].pair : others[place - compared.count]
      guard mayMiss(pair) else { return nil }
      let comparison = place < compared.count ? compared[place] : pairs.comparison(of: pair)
      let evidence = LinkEvidence(comparison, in: context)
      // The same undertaking rather than two that need each other.
      let duplicate = comparison.duplicateScore.logOdds
      return duplicate < 0 || duplicate < evidence.score().logOdds ? evidence : nil
    }.sorted { $0.pair < $1.pair }
    correction = LinkCalibration.correction(context)
  }

  /// Both are in order.
  private static func excluding(
    _ compared: [PairComparison], from candidates: [ProjectPair]
  ) -> [ProjectPair] {
    var place = 0
    return candidates.filter { candidate in
      while place < compared.count, compared[place].pair < candidate { place += 1 }
      return place == compared.count || compared[place].pair != candidate
    }
  }

  /// The results of all places on all processors, in order.
  private static func portions<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result?
  ) -> [Result] {
    let portions = max(min(Concurrency.processorCount * 4, count / 256), 1)
    return Concurrency.map(0..<portions) { portion in
      ((count * portion / portions)..<(count * (portion + 1) / portions)).compactMap(body)
    }.flatMap { $0 }
  }

  func score(_ evidence: LinkEvidence, countsSupply: Bool = true) -> PairScore {
    evidence.score(correction: correction, countsSupply: countsSupply)
  }
}

/// The projects that verdicts have put into one: duplicates, and those of one joint project.
struct BundledProjects: Sendable {
  private let setOfProject: [Int: Int]

  init(_ snapshot: Snapshot) {
    var sets = ConnectedSets<Int>()
    var members: [Int] = []
    var firstOfBundle: [String: Int] = [:]
    for pair in snapshot.decidedPairs {
      guard let verdict = snapshot.duplicateVerdict(on: pair), verdict.outcome != .different
      else { continue }
      sets.join(pair.first, pair.second)
      members += [pair.first, pair.second]
      guard let bundle = verdict.bundle else { continue }
      sets.join(firstOfBundle[bundle, default: pair.first], pair.first)
      firstOfBundle[bundle] = pair.first
    }
    var setOfProject: [Int: Int] = [:]
    for project in members { setOfProject[project] = sets.representative(of: project) }
    self.setOfProject = setOfProject
  }

  /// Whether both are in the same set.
  func contains(_ pair: ProjectPair) -> Bool {
    guard let set = setOfProject[pair.first] else { return false }
    return setOfProject[pair.second] == set
  }
}
