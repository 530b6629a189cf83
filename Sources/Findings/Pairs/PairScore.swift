internal import TextMatching

/// Weights by field, in a fixed order, and the score they add up to.
struct PairScore: Sendable {
  struct Term: Sendable, Hashable {
    let field: PairField
    let weight: Double
  }

  /// Terms that weigh nothing are left out, but for the base.
  let terms: [Term]

  init(_ terms: [Term]) { self.terms = terms.filter { $0.field == .base || $0.weight != 0 } }

  var logOdds: Double { terms.reduce(0) { $0 + $1.weight } }

  /// The probability, 0…1: the logistic function of the sum of weights.
  var probability: Double { 1 / (1 + exponential(-logOdds)) }
}

/// Where evidence on a pair comes from; the raw values are `Evidence.field`.
enum PairField: String, Sendable, CaseIterable {
  case base, text, neighbours, meaning, title, figures, audience, technologies, partners, theme
  case guideline, services, start, end, status, department, verdicts
  /// Of missing links alone.
  case profile, likeProject, links, period, answers
}

extension PairComparison {
  /// Whether both are the same undertaking.
  var duplicateScore: PairScore {
    let untrained = untrainedScore
    if calibration.isUntrained { return untrained }
    let correction = calibration.correction(of: untrained.logOdds)
    return PairScore(untrained.terms + [.init(field: .verdicts, weight: correction)])
  }

  private var untrainedScore: PairScore {
    typealias Weight = PairWeights.Duplicate
    let doublings = logarithm(Double(portfolioCount) / Weight.referenceCount) / logarithm(2)
    return PairScore([
      .init(field: .base, weight: Weight.base + Weight.perDoubling * max(doublings, 0)),
      .init(field: .text, weight: Weight.text * text),
      .init(field: .neighbours, weight: Weight.neighbours * density),
      .init(field: .meaning, weight: meaningWeight),
      .init(field: .title, weight: Weight.title * title),
      .init(field: .figures, weight: Weight.figures * figures),
      .init(field: .audience, weight: Weight.audience * audienceMatch),
      .init(field: .technologies, weight: Weight.technologies * technologyMatch),
      .init(field: .partners, weight: Weight.partners * partnerMatch),
      .init(
        field: .theme, weight: sharesTheme.map { $0 ? Weight.sameTheme : Weight.otherTheme } ?? 0),
      .init(field: .guideline, weight: sharesGuideline ? Weight.sameGuideline : 0),
      .init(
        field: .services,
        weight: (bothProvide ? Weight.bothProvide : 0) + (supplies ? Weight.supply : 0)),
      .init(field: .start, weight: startWeight),
      .init(field: .end, weight: endWeight),
      .init(field: .status, weight: differsInPhase ? Weight.otherPhase : 0),
      .init(field: .department, weight: sameDepartment ? Weight.sameDepartment : 0),
    ])
  }

  private var meaningWeight: Double {
    typealias Weight = PairWeights.Duplicate
    guard let meaning else { return 0 }
    return Weight.meaning + Weight.closeness * meaning.closeness
      + Weight.meaningNeighbours * max(meaning.density, Weight.leastMeaningNeighbours)
  }

  private var startWeight: Double {
    typealias Weight = PairWeights.Duplicate
    if missesInTime { return Weight.missesInTime }
    return switch startsApart {
    case nil: startsAreRecorded ? Weight.startMissing : Weight.startUnrecorded
    case .some(...92): Weight.startsWithinQuarter
    case .some(...366): Weight.startsWithinYear
    case .some(...1096): 0
    case .some: Weight.startsFarApart
    }
  }

  private var endWeight: Double {
    typealias Weight = PairWeights.Duplicate
    if missesInTime { return 0 }
    return switch endsApart {
    case nil: onlyOneEnds ? Weight.onlyOneEnds : 0
    case .some(...183): Weight.endsWithinHalfYear
    case .some(...366): 0
    case .some: Weight.endsFarApart
    }
  }
}
