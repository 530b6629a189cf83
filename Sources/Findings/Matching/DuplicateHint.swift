public import Portfolio
internal import TextMatching

/// The registered projects that a project in the making may be a duplicate of: the warning before
/// it is saved.
public struct DuplicateHint: Sendable {
  /// Those projects that are like the draft, and the draft as the last one.
  public let snapshot: Snapshot
  /// The likeliest first; the right or left place is the draft's.
  public let pairs: [ExplainedPair]

  /// Less likely ones are no hint.
  public static let leastScore = 0.1

  /// One hint alone; for several, keep a `DuplicateIndex`.
  ///
  /// - Parameter limit: how many at most.
  public init(for draft: Project, in portfolio: Portfolio, asOf day: CalendarDay, limit: Int) {
    var index = DuplicateIndex(portfolio)
    index.learn(from: Snapshot(portfolio, asOf: day))
    self = index.hint(for: draft, asOf: day, limit: limit)
  }

  /// - Parameters:
  ///   - snapshot: the candidates in the order of the matches, then the draft.
  ///   - surroundings: the whole registry.
  init(
    snapshot: Snapshot, candidates: [SimilarityIndex.Match], weights: IndexWeights,
    surroundings: DraftSurroundings, calibration: ScoreCalibration, limit: Int
  ) {
    self.snapshot = snapshot
    let context = PairContext(snapshot, in: surroundings)
    let search = HintSearch(
      candidates: candidates, weights: weights, context: context, calibration: calibration)
    let comparisons = search.likeliest(limit)
    snapshot.lazyPairs.use(
      PairAnalysis(comparisons, in: context, textThreshold: search.floor))
    pairs = comparisons.map { ExplainedPair($0, in: snapshot) }
  }
}

/// Finds the candidates of a hint that are likeliest duplicates.
private struct HintSearch {
  private let candidates: [SimilarityIndex.Match]
  private let weights: IndexWeights
  private let context: PairContext
  private let calibration: ScoreCalibration
  private let draft: Int
  /// At which cosine texts count as neighbours.
  let floor: Double

  init(
    candidates: [SimilarityIndex.Match], weights: IndexWeights, context: PairContext,
    calibration: ScoreCalibration
  ) {
    self.calibration = calibration
    self.candidates = candidates
    self.weights = weights
    self.context = context
    draft = candidates.count
    floor = TextPairs.characterThreshold(count: context.count)
  }

  /// The best first, those below `DuplicateHint.leastScore` left out.
  ///
  /// To find a candidate's neighbours takes a search. Having any only lowers its score, so those
  /// are left out that would be none of the best without.
  func likeliest(_ limit: Int) -> [PairComparison] {
    let least = logarithm(DuplicateHint.leastScore / (1 - DuplicateHint.leastScore))
    let own = Neighbourhoods.mean(candidates.map(\.similarity), threshold: floor)
    let lonely = candidates.indices
      .map { comparison($0, own: own, others: [candidates[$0].similarity]) }
      .sorted { $0.precedesAsHint($1) }
    var best: [PairComparison] = []
    for bound in lonely where bound.duplicateScore.logOdds >= least {
      if best.count >= limit,
        let last = best.last, last.duplicateScore.logOdds >= bound.duplicateScore.logOdds
      {
        break
      }
      let candidate = candidates[bound.pair.first]
      let others = weights.neighbours(
        of: candidate.id, limit: Neighbourhoods.size, atLeast: floor)
      let found = comparison(
        bound.pair.first, own: own, others: others.map(\.similarity) + [candidate.similarity])
      guard found.duplicateScore.logOdds >= least else { continue }
      best.append(found)
      best.sort { $0.precedesAsHint($1) }
      if best.count > limit { best.removeLast() }
    }
    return best
  }

  /// - Parameters:
  ///   - own: how alike to others the draft is.
  ///   - others: the similarities of the candidate's neighbours, the draft among them.
  private func comparison(_ candidate: Int, own: Float, others: [Double]) -> PairComparison {
    let pair = ProjectPair(candidate, draft)
    var means = [Float](repeating: 0, count: draft + 1)
    means[candidate] = Neighbourhoods.mean(others, threshold: floor)
    means[draft] = own
    return PairComparison(
      PairCandidate(pair: pair, text: candidates[candidate].similarity), in: context,
      Neighbourhoods(means: means), calibration)
  }
}

extension PairComparison {
  fileprivate func precedesAsHint(_ other: PairComparison) -> Bool {
    (-duplicateScore.logOdds, pair.first) < (-other.duplicateScore.logOdds, other.pair.first)
  }
}
