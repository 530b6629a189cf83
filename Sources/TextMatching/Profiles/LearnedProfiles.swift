/// Step 3 of `ProfileModel`: what known labels change in the profiles.
struct LearnedProfiles: Sendable {
  private let lanes: Int
  /// What each feature adds to each target's score.
  private var weights: [Float]
  /// How far each text's own label has moved the weights, in multiples of its features; all 0
  /// where nothing is known of it.
  private var moves: [Float]

  /// - Parameter scores: before anything is learnt; afterwards with it.
  init(
    _ features: ProfileFeatures, _ lanes: ProfileLanes, labels: [ProfileModel.Label],
    scores: inout [Float]
  ) {
    self.lanes = lanes.count
    guard !labels.isEmpty else {
      (weights, moves) = ([], [])
      return
    }
    weights = Array(repeating: 0, count: features.columnCount * lanes.count)
    moves = Array(repeating: 0, count: features.count * lanes.count)
    for _ in 0..<ProfileWeights.epochs {
      for label in labels { learn(label, features, lanes, scores) }
    }
    for text in 0..<features.count {
      let change = product(with: text, features)
      for lane in change.indices { scores[text * lanes.count + lane] += change[lane] }
    }
  }

  /// One step of logistic regression: the weights move towards the text by what the prediction
  /// without it lacks of its label.
  private mutating func learn(
    _ label: ProfileModel.Label, _ features: ProfileFeatures, _ lanes: ProfileLanes,
    _ scores: [Float]
  ) {
    let start = label.text * lanes.count
    var row = product(with: label.text, features)
    for lane in row.indices { row[lane] += scores[start + lane] }
    lanes.turnIntoProbabilities(&row)
    for lane in row.indices {
      let share = lane < lanes.targetCount ? label.shares[lane] : nil
      row[lane] =
        share.map { ProfileWeights.learningRate * label.weights[lane] * ($0 - row[lane]) } ?? 0
      moves[start + lane] += row[lane]
    }
    row.withUnsafeBufferPointer { row in
      weights.withUnsafeMutableBufferPointer { weights in
        features.forEach(label.text) { column, value in
          Lanes.add(row, times: value, to: &weights, at: column * row.count)
        }
      }
    }
  }

  /// What the weights add to a text's scores, without what its own label has brought.
  private func product(with text: Int, _ features: ProfileFeatures) -> [Float] {
    var products = [Float](repeating: 0, count: lanes)
    var squares: Float = 0
    products.withUnsafeMutableBufferPointer { products in
      weights.withUnsafeBufferPointer { weights in
        features.forEach(text) { column, value in
          squares += value * value
          Lanes.add(weights, from: column * lanes, times: value, to: &products)
        }
      }
    }
    for lane in 0..<lanes { products[lane] -= moves[text * lanes + lane] * squares }
    return products
  }

  /// The share of a feature with this value in a text's score for a target.
  func contribution(of text: Int, column: Int, value: Float, lane: Int) -> Float {
    weights.isEmpty
      ? 0 : value * weights[column * lanes + lane] - moves[text * lanes + lane] * value * value
  }
}
