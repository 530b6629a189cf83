internal import Portfolio

/// All pairs of projects that have something to do with each other, compared once for all rules;
/// see `PairSearch`.
public struct PairAnalysis: Sendable {
  /// In order of the projects' indices.
  let pairs: [PairComparison]
  /// Those that a rule flags.
  let judged: [(comparison: PairComparison, judgement: PairJudgement)]
  /// The least similarity of title and summary at which two projects are compared: of their runs
  /// of characters, in a list of more than 5,000 of their words.
  public let textThreshold: Double
  /// How many pairs of texts the join compared in full.
  public let textCandidates: Int
  /// How many pairs of projects were compared.
  public var count: Int { pairs.count }

  let context: PairContext
  let neighbourhoods: Neighbourhoods
  let calibration: ScoreCalibration

  public init(_ snapshot: Snapshot) { self.init(snapshot, reach: .check) }

  /// - Parameter reach: how far down the texts are searched.
  init(_ snapshot: Snapshot, reach: TextReach) {
    let search = PairSearch(snapshot, reach: reach)
    (context, neighbourhoods) = (search.context, search.neighbourhoods)
    calibration = search.calibration
    (textThreshold, textCandidates) = (search.textThreshold, search.textCandidates)
    let comparisons = search.compare { comparison in
      (comparison: comparison, judgement: PairJudgement(comparison, in: snapshot))
    }
    pairs = comparisons.map(\.comparison)
    judged = comparisons.compactMap { comparison, judgement in
      judgement.map { (comparison, $0) }
    }
  }

  /// Some comparisons, not judged, with those projects of a registry that they are about.
  init(_ comparisons: [PairComparison], in context: PairContext, textThreshold: Double) {
    self.context = context
    self.textThreshold = textThreshold
    pairs = comparisons
    (judged, textCandidates, calibration) = ([], 0, .untrained)
    neighbourhoods = Neighbourhoods(
      [], count: context.snapshot.projects.count, threshold: textThreshold)
  }

  /// What speaks for and against any two projects, whether or not they came up by themselves.
  func comparison(of pair: ProjectPair) -> PairComparison {
    PairComparison(PairCandidate(pair: pair), in: context, neighbourhoods, calibration)
  }
}
