/// The features of a vocabulary's tokens, by the tokens' numbers: what all workers read.
struct FeatureTable: Sendable {
  /// The features' numbers by key; see `FeatureKey`.
  let numbers: KeyNumbers
  private let features: [UInt32]
  private let shares: [Float]
  private let ends: [Int]
  private let isStopWord: [Bool]

  /// - Parameter ends: where each token's features end.
  init(
    numbers: KeyNumbers, features: [UInt32], shares: [Float], ends: [Int], isStopWord: [Bool]
  ) {
    self.numbers = numbers
    self.features = features
    self.shares = shares
    self.ends = ends
    self.isStopWord = isStopWord
  }

  /// - Parameter names: single words by which those are known who write the texts.
  init(_ vocabulary: Vocabulary, pipeline: TextPipeline, names: WordSet) {
    var made = TokenFeatures(pipeline: pipeline, names: names)
    // The same numbers as in the vocabulary, since they come in its order.
    for token in 0..<vocabulary.count { vocabulary.withBytes(of: token) { _ = made.token($0) } }
    self = made.table
  }

  /// Adds the features of a row of tokens to the counts, and to `seen` what had none. Without
  /// bounds checks, as every feature has a count.
  ///
  /// A row of stop words alone is counted with them; see `FeatureCounter.appendRow`.
  func count(
    _ tokens: UnsafeBufferPointer<UInt32>, in counts: inout [Float], seen: inout [UInt32]
  ) {
    let onlyStopWords = tokens.allSatisfy { isStopWord[Int($0)] }
    counts.withUnsafeMutableBufferPointer { counts in
      features.withUnsafeBufferPointer { features in
        shares.withUnsafeBufferPointer { shares in
          for token in tokens where onlyStopWords || !isStopWord[Int(token)] {
            let start = token == 0 ? 0 : ends[Int(token) - 1]
            for place in start..<ends[Int(token)] {
              let feature = Int(features[place])
              if counts[feature] == 0 { seen.append(features[place]) }
              counts[feature] += shares[place]
            }
          }
        }
      }
    }
  }
}
