internal import Portfolio
internal import TextMatching

/// What a city's own verdicts say about the score: by how much its log-odds are off.
///
/// A straight line from untrained to true log-odds (J. Platt, "Probabilistic outputs for support
/// vector machines", 1999), drawn towards the untrained score by a normal prior. It is used only
/// where there are enough verdicts and where it would have foretold them better than the untrained
/// score, by two standard errors in a cross-validation; so chance alone hardly ever brings it in.
///
/// Verdicts are on pairs that somebody was shown. So what they say about lower scores than theirs
/// is never used to raise those.
struct ScoreCalibration: Sendable, Hashable {
  /// A pair with a verdict.
  struct Judged: Sendable {
    /// The untrained score's.
    let logOdds: Double
    let isDuplicate: Bool
  }

  /// The corrected log-odds are `intercept + slope · logOdds`.
  private let intercept: Double
  private let slope: Double
  /// The untrained log-odds of the pairs with verdicts.
  private let range: ClosedRange<Double>

  /// No correction.
  static let untrained = ScoreCalibration(intercept: 0, slope: 1, range: 0...0)

  /// Enough verdicts: fewer of either kind can hardly tell a wrong score from chance.
  static let fewestVerdicts = 30
  static let fewestOfEachKind = 8
  private static let folds = 10
  /// How many standard errors better than untrained.
  private static let leastGain = 2.0

  private init(intercept: Double, slope: Double, range: ClosedRange<Double>) {
    self.intercept = intercept
    self.slope = slope
    self.range = range
  }

  /// - Parameter judged: in an order that has nothing to do with the verdicts.
  init(_ judged: [Judged]) {
    let duplicates = judged.count(where: \.isDuplicate)
    let logOdds = judged.map(\.logOdds)
    guard judged.count >= Self.fewestVerdicts,
      min(duplicates, judged.count - duplicates) >= Self.fewestOfEachKind,
      let least = logOdds.min(), let greatest = logOdds.max(), Self.foretellsBetter(judged)
    else {
      self = .untrained
      return
    }
    let line = CalibrationLine(fittedTo: judged)
    self.init(intercept: line.intercept, slope: line.slope, range: least...greatest)
  }

  var isUntrained: Bool { self == .untrained }

  /// What to add to a score's log-odds.
  func correction(of logOdds: Double) -> Double {
    let nearest = min(max(logOdds, range.lowerBound), range.upperBound)
    let correction = intercept + (slope - 1) * nearest
    return logOdds < range.lowerBound ? min(correction, 0) : correction
  }

  /// Whether lines fitted to nine tenths of the verdicts foretell the last tenth better than the
  /// untrained score, in the mean of the log losses.
  private static func foretellsBetter(_ judged: [Judged]) -> Bool {
    var gains: [Double] = []
    for fold in 0..<folds {
      let line = CalibrationLine(
        fittedTo: judged.indices.filter { $0 % folds != fold }.map { judged[$0] })
      for index in judged.indices where index % folds == fold {
        let pair = judged[index]
        gains.append(
          CalibrationLine.untrained.logLoss(of: pair) - line.logLoss(of: pair))
      }
    }
    let count = Double(gains.count)
    let mean = gains.reduce(0, +) / count
    let squares = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let standardError = (squares / (count - 1) / count).squareRoot()
    return mean > leastGain * standardError && mean > 0
  }
}

/// A line from untrained log-odds to true ones.
private struct CalibrationLine {
  let intercept: Double
  let slope: Double

  static let untrained = CalibrationLine(intercept: 0, slope: 1)

  /// Of the prior around the untrained line. A standard deviation of 1 is the factor e in the odds,
  /// as a city may well be stricter or laxer; that evidence weighs differently in one city is less
  /// likely, so there it is 0.25.
  private static let (interceptVariance, slopeVariance) = (1.0, 0.0625)
  /// A higher score never means a lower probability.
  private static let leastSlope = 0.1
  private static let (mostSteps, tolerance) = (25, 1e-9)

  private init(intercept: Double, slope: Double) {
    self.intercept = intercept
    self.slope = slope
  }

  /// The line of greatest posterior probability that has at least `leastSlope`.
  init(fittedTo judged: [ScoreCalibration.Judged]) {
    var line = Self.untrained.fitted(to: judged, isSlopeFixed: false)
    if line.slope < Self.leastSlope {
      line = Self(intercept: 0, slope: Self.leastSlope).fitted(to: judged, isSlopeFixed: true)
    }
    self = line
  }

  /// By Newton's method; a step that overshoots is halved until it leads down.
  private func fitted(to judged: [ScoreCalibration.Judged], isSlopeFixed: Bool) -> Self {
    var line = self
    var loss = line.negativeLogPosterior(judged)
    for _ in 0..<Self.mostSteps {
      var step = line.newtonStep(judged, isSlopeFixed: isSlopeFixed)
      var next = line.moved(by: step)
      while next.negativeLogPosterior(judged) > loss, step.size > Self.tolerance {
        step = (step.intercept / 2, step.slope / 2, step.size / 2)
        next = line.moved(by: step)
      }
      guard step.size > Self.tolerance else { break }
      line = next
      loss = line.negativeLogPosterior(judged)
    }
    return line
  }

  private typealias Step = (intercept: Double, slope: Double, size: Double)

  private func moved(by step: Step) -> Self {
    Self(intercept: intercept - step.intercept, slope: slope - step.slope)
  }

  /// From the gradient of the negative log posterior and its second derivatives.
  private func newtonStep(
    _ judged: [ScoreCalibration.Judged], isSlopeFixed: Bool
  ) -> Step {
    let (a2, b2) = (Self.interceptVariance, Self.slopeVariance)
    var (ga, gb) = (intercept / a2, (slope - 1) / b2)
    var (aa, ab, bb) = (1 / a2, 0.0, 1 / b2)
    for pair in judged {
      let probability = Self.probability(intercept + slope * pair.logOdds)
      let error = probability - (pair.isDuplicate ? 1 : 0)
      let weight = probability * (1 - probability)
      ga += error
      gb += error * pair.logOdds
      aa += weight
      ab += weight * pair.logOdds
      bb += weight * pair.logOdds * pair.logOdds
    }
    if isSlopeFixed { return (ga / aa, 0, abs(ga / aa)) }
    // Above 0, since the prior alone makes it so.
    let determinant = aa * bb - ab * ab
    let (a, b) = ((bb * ga - ab * gb) / determinant, (aa * gb - ab * ga) / determinant)
    return (a, b, abs(a) + abs(b))
  }

  private func negativeLogPosterior(_ judged: [ScoreCalibration.Judged]) -> Double {
    let prior =
      intercept * intercept / Self.interceptVariance
      + (slope - 1) * (slope - 1) / Self.slopeVariance
    return prior / 2 + judged.reduce(0) { $0 + logLoss(of: $1) }
  }

  func logLoss(of pair: ScoreCalibration.Judged) -> Double {
    let logOdds = intercept + slope * pair.logOdds
    // ln(1 + e^-x), without overflow.
    let signed = pair.isDuplicate ? logOdds : -logOdds
    return max(-signed, 0) + logarithm(1 + exponential(-abs(signed)))
  }

  private static func probability(_ logOdds: Double) -> Double { 1 / (1 + exponential(-logOdds)) }
}

extension ScoreCalibration {
  /// From the verdicts that a snapshot holds; `different` and `bundle` both say that the two are
  /// not the same.
  init(_ snapshot: Snapshot, in context: PairContext, _ neighbourhoods: Neighbourhoods) {
    var isDuplicate: [ProjectPair: Bool] = [:]
    for pair in snapshot.decidedPairs {
      isDuplicate[pair] = snapshot.duplicateVerdict(on: pair).map { $0.outcome == .duplicate }
    }
    guard isDuplicate.count >= Self.fewestVerdicts else {
      self = .untrained
      return
    }
    let candidates = context.texts.candidates(isDuplicate.keys.sorted())
    self.init(
      candidates.compactMap { candidate in
        let comparison = PairComparison(candidate, in: context, neighbourhoods, .untrained)
        return isDuplicate[candidate.pair].map {
          Judged(logOdds: comparison.duplicateScore.logOdds, isDuplicate: $0)
        }
      })
  }
}
