/// Holds texts against profiles: how well each text serves each.
///
/// Three steps, each of which adds to a score in log-odds:
///
/// 1. the cosine of a text's subject fields with the profile's;
/// 2. self-training: the texts divided by that first guess, and how much nearer a text is to those a
///    profile attracts than to all others (J. J. Rocchio, "Relevance feedback in information
///    retrieval", 1971; one round, as in K. Nigam et al., "Text Classification from Labeled and
///    Unlabeled Documents using EM", Machine Learning 39, 2000);
/// 3. where labels are known, logistic regression by stochastic gradient, which starts from there.
///
/// A text's own label and its own share in step 2 are left out of its own score. All steps are
/// linear in the text's features, so that a score can be taken apart; see `explanation`.
public struct ProfileModel: Sendable {
  /// What texts are held against.
  public struct Target: Sendable {
    public let text: [WeightedText]
    /// Whether a text belongs to exactly one of the exclusive targets; else to any number.
    public let isExclusive: Bool

    public init(text: [WeightedText], isExclusive: Bool) {
      self.text = text
      self.isExclusive = isExclusive
    }
  }

  /// What is known of a text.
  public struct Label: Sendable {
    public let text: Int
    /// The share of each target, by number, 0…1; nil where nothing is known of the others of its
    /// kind.
    public let shares: [Float?]
    /// How much each of them counts, by number: 1 where it was reviewed.
    public let weights: [Float]

    public init(text: Int, shares: [Float?], weights: [Float]) {
      self.text = text
      self.shares = shares
      self.weights = weights
    }
  }

  let features: ProfileFeatures
  let lanes: ProfileLanes
  let profiles: [ProfileSubjects]
  let attraction: ProfileAttraction
  let learned: LearnedProfiles

  /// - Parameter labels: in the order in which they are learnt; it should be no order of content.
  public init(_ features: ProfileFeatures, targets: [Target], labels: [Label]) {
    self.features = features
    lanes = ProfileLanes(targets)
    var counter = SubjectCounter()
    profiles = targets.map { ProfileSubjects($0.text, counter: &counter) }
    var scores = Self.cosines(features, profiles, lanes)
    attraction = ProfileAttraction(features, cosines: scores, lanes)
    attraction.addScores(features, to: &scores)
    for text in 0..<features.count { lanes.scale(&scores, row: text) }
    learned = LearnedProfiles(features, lanes, labels: labels, scores: &scores)
    self.scores = scores
  }

  /// A row of lanes for each text.
  private let scores: [Float]

  /// How well a text serves each target, in log-odds but for a constant among exclusive targets.
  public func scores(of text: Int) -> [Double] {
    (0..<lanes.targetCount).map { Double(scores[text * lanes.count + $0]) }
  }

  /// The probability that a text serves each target; exclusive ones add up to 1.
  public func probabilities(of text: Int) -> [Double] {
    let row = text * lanes.count
    var values = Array(scores[row..<(row + lanes.count)])
    lanes.turnIntoProbabilities(&values)
    return values.prefix(lanes.targetCount).map(Double.init)
  }

  /// How far two texts deal with the same subject fields, 0…1.
  public func subjectSimilarity(_ left: Int, _ right: Int) -> Double {
    features.subjects.similarity(left, right)
  }

  /// Whether the profile's own words say what it is about. A profile of unknown words is known only
  /// by the texts that are known to serve it, and nothing follows from a low score.
  public func knows(_ target: Int) -> Bool { profiles[target].weights.contains { $0 > 0 } }

  private static func cosines(
    _ features: ProfileFeatures, _ profiles: [ProfileSubjects], _ lanes: ProfileLanes
  ) -> [Float] {
    var scores = [Float](repeating: 0, count: features.count * lanes.count)
    let rows = features.subjects.rows
    for text in 0..<features.count {
      for index in rows.row(text) {
        let (field, value) = (Int(rows.columns[index]), rows.values[index])
        for (target, profile) in profiles.enumerated() {
          scores[text * lanes.count + target] += value * profile.weights[field]
        }
      }
    }
    return scores
  }
}

/// A place for each target, exclusive or not, filled up to a multiple of four for the processor's
/// vectors.
struct ProfileLanes: Sendable {
  let targetCount: Int
  let count: Int
  let exclusive: [Int]
  let independent: [Int]

  init(_ targets: [ProfileModel.Target]) {
    targetCount = targets.count
    count = (targets.count + 3) / 4 * 4
    exclusive = targets.indices.filter { targets[$0].isExclusive }
    independent = targets.indices.filter { !targets[$0].isExclusive }
  }

  /// From cosines to log-odds.
  func scale(_ scores: inout [Float], row: Int) {
    let start = row * count
    for lane in exclusive { scores[start + lane] *= ProfileWeights.slope }
    for lane in independent {
      scores[start + lane] =
        (scores[start + lane] - ProfileWeights.evenCosine) * ProfileWeights.slope
    }
  }

  /// The score's part that is the same for every text.
  func constant(of target: Int) -> Double {
    exclusive.contains(target)
      ? 0 : -Double(ProfileWeights.evenCosine) * Double(ProfileWeights.slope)
  }

  func turnIntoProbabilities(_ row: inout [Float]) {
    Self.softmax(&row, exclusive)
    for lane in independent { row[lane] = 1 / (1 + Float(exponential(-Double(row[lane])))) }
  }

  static func softmax(_ row: inout [Float], _ lanes: [Int]) {
    guard let largest = lanes.map({ row[$0] }).max() else { return }
    var sum: Float = 0
    for lane in lanes {
      row[lane] = Float(exponential(Double(row[lane] - largest)))
      sum += row[lane]
    }
    for lane in lanes { row[lane] /= sum }
  }
}
