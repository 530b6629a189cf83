/// The features of tokens, by the tokens' numbers, and how often each counts.
struct FeatureTable: Sendable {
  /// The features' numbers by key; see `FeatureKey`.
  private(set) var numbers = KeyNumbers()
  private var features: [UInt32] = []
  private var shares: [Float] = []
  /// Where each token's features end.
  private var ends: [Int] = []
  private var stopWords: [Bool] = []

  /// How much the name of a house counts beside other words: that two texts mention the same one
  /// says something, but a long name would say it in as many runs of characters.
  private static let shareOfName: Float = 0.5

  init() {}

  /// - Parameter names: single words by which those are known who write the texts.
  init(_ vocabulary: Vocabulary, pipeline: TextPipeline, names: WordSet) {
    var made = TokenFeatures(pipeline: pipeline, names: names)
    // The same numbers as in the vocabulary, since they come in its order.
    for token in 0..<vocabulary.count { vocabulary.withBytes(of: token) { _ = made.token($0) } }
    self = made.table
  }

  func isStopWord(_ token: Int) -> Bool { stopWords[token] }

  /// Calls `body` with the features of the token and how often each counts.
  func withFeatures(
    of token: Int,
    _ body: (_ features: UnsafeBufferPointer<UInt32>, _ shares: UnsafeBufferPointer<Float>) -> Void
  ) {
    let range = (token == 0 ? 0 : ends[token - 1])..<ends[token]
    features.withUnsafeBufferPointer { features in
      shares.withUnsafeBufferPointer { shares in
        body(
          UnsafeBufferPointer(rebasing: features[range]),
          UnsafeBufferPointer(rebasing: shares[range]))
      }
    }
  }

  /// Adds the features of a row of tokens to the counts, and to `seen` what had none. Without
  /// bounds checks, as every feature has a count.
  ///
  /// A row of stop words alone is counted with them; see `FeatureCounter.appendRow`.
  func count(
    _ tokens: UnsafeBufferPointer<UInt32>, in counts: inout [Float], seen: inout [UInt32]
  ) {
    let onlyStopWords = tokens.allSatisfy { stopWords[Int($0)] }
    counts.withUnsafeMutableBufferPointer { counts in
      features.withUnsafeBufferPointer { features in
        shares.withUnsafeBufferPointer { shares in
          for token in tokens where onlyStopWords || !stopWords[Int(token)] {
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

  /// Adds the features of the token with the next number.
  ///
  /// - Parameters:
  ///   - isName: whether those who write the texts are known by it.
  ///   - word: the key of a word, called where words are features.
  mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, pipeline: TextPipeline, isName: Bool,
    word: (UnsafeBufferPointer<UInt8>) -> UInt64
  ) {
    stopWords.append(
      pipeline.steps.contains(.stopWords)
        && (bytes.count == 1 || StopWords.all.contains(bytes)))
    let share = isName ? Self.shareOfName : 1
    // A number or code is compared as a whole: 2023 is not like 2024.
    if bytes.contains(where: TextFolding.isDigit) {
      append(FeatureKey.word(bytes), share)
    } else {
      if pipeline.steps.contains(.characterGrams) {
        FeatureKey.forEachGram(of: bytes) { append($0, share) }
      }
      if pipeline.steps.contains(.words) { append(word(bytes), pipeline.wordWeight * share) }
    }
    ends.append(features.count)
  }

  private mutating func append(_ key: UInt64, _ share: Float) {
    features.append(UInt32(numbers.intern(key)))
    shares.append(share)
  }
}
