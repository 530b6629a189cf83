internal import Portfolio
internal import TextMatching

/// Why a project's text serves something, or does not.
public struct AlignmentExplanation: Sendable {
  /// In 0…1.
  public let probability: Double
  /// The words that speak most for it, as written, the most telling first.
  public let terms: [String]
  /// The sentence of title and description that speaks most for it; nil where none does.
  public let sentence: String?
  /// What adds up to the probability's log-odds.
  public let evidence: [Evidence]

  private static let mostTerms = 4
  /// In log-odds; what weighs less than this is chance and no reason.
  private static let leastWeight = 0.05

  /// - Parameters:
  ///   - targets: guidelines or themes, not both; several themes count as one.
  ///   - isAgainst: explains why the project does not serve them.
  init(
    _ snapshot: Snapshot, _ project: Int, _ targets: [AlignmentTarget], isAgainst: Bool = false
  ) {
    let analysis = snapshot.alignments
    let direction = ScoreDirection(analysis, project, targets.map(analysis.lane))
    let read = ProjectParts(snapshot, project)
    let explanation = analysis.model.explanation(
      of: project, parts: read.parts, direction: direction.factors)
    let sign: Double = isAgainst ? -1 : 1
    let words = Self.merged(explanation.words, sign: sign)
    let told = words.filter { $0.weight >= Self.leastWeight }.prefix(Self.mostTerms)
    terms = told.map(\.text)
    sentence = Self.bestSentence(of: explanation.words, in: read.parts, sign: sign)
    let constant = sign * (explanation.constant + direction.constant)
    let total = sign * (explanation.sum + direction.constant)
    probability = 1 / (1 + exponential(-total))
    let owner = sign * explanation.owner
    let rest = total - constant - owner - told.reduce(0) { $0 + $1.weight }
    evidence =
      told.map { Self.evidence($0, field: read.fields[$0.part]) }
      + Self.remainder(rest: rest, owner: owner, constant: constant)
  }

  /// Each word once, whatever its case, the most telling first.
  private static func merged(
    _ words: [ProfileExplanation.Word], sign: Double
  ) -> [(text: String, part: Int, weight: Double)] {
    var places: [String: Int] = [:]
    var merged: [(text: String, part: Int, weight: Double)] = []
    for word in words where word.text.count > 1 {
      let key = word.text.lowercased()
      if let place = places[key] {
        merged[place].weight += sign * word.weight
      } else {
        places[key] = merged.count
        merged.append((word.text, word.part, sign * word.weight))
      }
    }
    return merged.sorted { ($1.weight, $0.text) < ($0.weight, $1.text) }
  }

  /// The title counts as a sentence, too, where the description has none that speaks for it.
  private static func bestSentence(
    of words: [ProfileExplanation.Word], in parts: [ExplainedPart], sign: Double
  ) -> String? {
    var weights: [Int: Double] = [:]
    for word in words where word.part == summary {
      weights[word.sentence, default: 0] += sign * word.weight
    }
    let best = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value >= leastWeight else { return nil }
    return Sentences.of(parts[summary].text).first { $0.number == best.key }?.text
  }

  /// The description's place among the parts; see `ProjectParts`.
  private static let summary = 1

  private static func evidence(
    _ word: (text: String, part: Int, weight: Double), field: String
  ) -> Evidence {
    Evidence(field: field, weight: word.weight, detail: Quotation.of(word.text))
  }

  private static func remainder(rest: Double, owner: Double, constant: Double) -> [Evidence] {
    [
      Evidence(
        field: "text", weight: rest,
        detail: BilingualText(de: "Alle übrigen Wörter", en: "All other words")),
      Evidence(
        field: "department", weight: owner,
        detail: BilingualText(
          de: "Was die Dienststelle sonst betreibt", en: "What else the department runs")),
      Evidence(
        field: "base", weight: constant,
        detail: BilingualText(
          de: "So wahrscheinlich ohne jeden Text", en: "As likely as this without any text")),
    ]
  }
}

/// The sum of a project's scores whose value is the log-odds of its serving some targets.
///
/// Of themes a project has one, so that what speaks for others speaks against it. With p the shares
/// of the targets among each other and q those of all others, the log-odds are
/// `Σ p·score + H(p) − Σ q·score − H(q)`, H being the entropy: the difference of two log-sum-exp
/// functions, each written as the mean plus the entropy.
private struct ScoreDirection {
  let factors: [Double]
  let constant: Double

  init(_ analysis: AlignmentAnalysis, _ project: Int, _ lanes: [Int]) {
    let scores = analysis.model.scores(of: project)
    var factors = [Double](repeating: 0, count: scores.count)
    var constant = 0.0
    if lanes.contains(where: analysis.isTheme) {
      let others = scores.indices.filter { analysis.isTheme($0) && !lanes.contains($0) }
      for (group, sign) in [(lanes, 1.0), (others, -1.0)] where !group.isEmpty {
        let (shares, entropy) = Self.shares(of: group, scores)
        for (lane, share) in zip(group, shares) { factors[lane] = sign * share }
        constant += sign * entropy
      }
    } else {
      for lane in lanes { factors[lane] = 1 }
    }
    self.factors = factors
    self.constant = constant
  }

  private static func shares(
    of lanes: [Int], _ scores: [Double]
  ) -> (shares: [Double], entropy: Double) {
    let largest = lanes.map { scores[$0] }.max() ?? 0
    let powers = lanes.map { exponential(scores[$0] - largest) }
    let sum = powers.reduce(0, +)
    let shares = powers.map { $0 / sum }
    let entropy = shares.reduce(0) { $0 - ($1 > 0 ? $1 * logarithm($1) : 0) }
    return (shares, entropy)
  }
}
