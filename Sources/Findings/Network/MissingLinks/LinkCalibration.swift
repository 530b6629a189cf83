internal import Portfolio
internal import TextMatching

/// What a city's own verdicts say of the scores: how much too low or too high they are in general.
///
/// One number for all pairs, fitted by maximum likelihood and held back by a normal prior, so that
/// a handful of verdicts changes little (ridge regression of the intercept alone; see J. Platt,
/// "Probabilistic outputs for support vector machines", 1999, for the idea of fitting scores to
/// outcomes). Single weights are left as they are: a city has too few verdicts for them.
enum LinkCalibration {
  /// Fewer verdicts than this say nothing.
  static let fewestVerdicts = 10
  /// The prior's standard deviation, in log-odds.
  private static let deviation = 1.0
  /// The correction goes no further than this.
  private static let most = 2.0

  /// In log-odds, to be added to each score; 0 where there are too few verdicts.
  static func correction(_ context: LinkContext) -> Double {
    let outcomes = context.snapshot.decidedPairs.compactMap { pair in
      context.snapshot.networkVerdict(on: pair).map {
        (pair, $0.outcome != .notNeeded && $0.declined == nil)
      }
    }
    guard outcomes.count >= fewestVerdicts else { return 0 }
    return correction(
      outcomes.map { pair, isWanted in
        let evidence = LinkEvidence(context.pairs.comparison(of: pair), in: context)
        return (evidence.score().logOdds, isWanted)
      })
  }

  /// Newton's method on a concave function: a few steps are enough.
  static func correction(_ outcomes: [(logOdds: Double, isWanted: Bool)]) -> Double {
    let sorted = outcomes.sorted {
      ($0.logOdds, $0.isWanted ? 1 : 0) < ($1.logOdds, $1.isWanted ? 1 : 0)
    }
    var shift = 0.0
    for _ in 0..<20 {
      var slope = -shift / (deviation * deviation)
      var curvature = 1 / (deviation * deviation)
      for outcome in sorted {
        let probability = 1 / (1 + exponential(-(outcome.logOdds + shift)))
        slope += (outcome.isWanted ? 1 : 0) - probability
        curvature += probability * (1 - probability)
      }
      shift = min(max(shift + slope / curvature, -most), most)
    }
    return shift
  }
}
