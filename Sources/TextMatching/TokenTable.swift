/// Every distinct token with its features, worked out once per token.
struct TokenTable: Sendable {
  let pipeline: TextPipeline
  let names: WordSet
  private(set) var tokens = Vocabulary()
  /// By the tokens' numbers.
  private(set) var features = FeatureTable()

  /// - Parameter names: single words by which those are known who write the texts.
  init(pipeline: TextPipeline, names: WordSet) {
    self.pipeline = pipeline
    self.names = names
  }

  /// The features' numbers by key; see `FeatureKey`.
  var numbers: KeyNumbers { features.numbers }

  /// The token's number, its features made where it is new.
  ///
  /// - Parameter word: the key of a word, called where words are features.
  mutating func token(
    _ bytes: UnsafeBufferPointer<UInt8>, word: (UnsafeBufferPointer<UInt8>) -> UInt64
  ) -> Int {
    let (number, isNew) = tokens.intern(bytes)
    if isNew {
      features.append(bytes, pipeline: pipeline, isName: names.contains(bytes), word: word)
    }
    return number
  }

  func isStopWord(_ token: Int) -> Bool { features.isStopWord(token) }

  /// The tokens of a text, without stop words unless there are no others; see
  /// `FeatureCounter.appendRow`.
  mutating func telling(_ parts: [String], scratch: inout TokenizerScratch) -> [UInt32] {
    var row: [UInt32] = []
    for part in parts {
      Tokenizer.forEachToken(in: part, scratch: &scratch) {
        row.append(UInt32(token($0, word: FeatureKey.word)))
      }
    }
    if !row.allSatisfy({ isStopWord(Int($0)) }) { row.removeAll { isStopWord(Int($0)) } }
    return row
  }

  /// Calls `body` with the features of the token and how often each counts.
  func withFeatures(
    of token: Int,
    _ body: (_ features: UnsafeBufferPointer<UInt32>, _ shares: UnsafeBufferPointer<Float>) -> Void
  ) {
    features.withFeatures(of: token, body)
  }
}
