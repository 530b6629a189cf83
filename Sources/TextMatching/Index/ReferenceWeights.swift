/// Inverse frequencies that stay where they are while texts come and go, and how far the present
/// ones may lie below them.
///
/// A search rules texts out by an upper bound of their cosine, and so needs a lower bound of their
/// length. Lengths under all present frequencies would have to be worked out anew at every edit.
/// So they are worked out under the weights here, and `drift` times such a length is never more
/// than the present one.
struct ReferenceWeights: Sendable {
  /// By feature.
  private(set) var weights: [Float] = []
  /// The least share of a weight here that the present inverse frequency may have fallen to.
  private(set) var drift: Float = 1
  /// The fewest texts there can be before the next weighing.
  private let leastCount: Int

  /// What the number of texts may change by until the next weighing, as a share.
  static let editShare = 256
  /// What that changes in any logarithm: `-ln(1 - 1/256)`, rounded up.
  private static let countDrift: Float = 0.004

  /// - Parameters:
  ///   - frequencies: how many of the texts have each feature.
  init(frequencies: [UInt32], count: Int) {
    leastCount = count - count / Self.editShare
    weights = frequencies.map {
      max(TextCorpus.inverseFrequency(Int($0), count: count) - Self.countDrift, 0)
    }
  }

  /// Takes note of how many texts have the feature now; a new feature has the next number.
  mutating func note(_ feature: Int, frequency: UInt32) {
    let lowest = TextCorpus.inverseFrequency(Int(frequency), count: leastCount)
    if feature == weights.count {
      weights.append(max(lowest, 0))
    } else if weights[feature] > 0 {
      drift = min(drift, max(lowest, 0) / weights[feature])
    }
  }
}
