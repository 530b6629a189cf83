/// The features of every distinct token, with stems where the pipeline wants them.
///
/// One per worker, because of the stemmer it owns.
struct TokenFeatures: ~Copyable {
  private var tokens: TokenTable
  private var stemmer: Stemmer?

  /// - Parameter names: single words by which those are known who write the texts.
  init(pipeline: TextPipeline, names: WordSet) {
    tokens = TokenTable(pipeline: pipeline, names: names)
    stemmer = pipeline.steps.contains(.stemming) ? Stemmer() : nil
  }

  /// The features' numbers by key; see `FeatureKey`.
  var numbers: KeyNumbers { tokens.numbers }

  /// The token's number, its features made where it is new.
  mutating func token(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    tokens.token(bytes) { word in
      let stem = stemmer == nil ? nil : stemmer?.stem(word)
      return stem?.withUnsafeBufferPointer(FeatureKey.word) ?? FeatureKey.word(word)
    }
  }

  func isStopWord(_ token: Int) -> Bool { tokens.isStopWord(token) }

  /// The features of all tokens so far.
  var table: FeatureTable { tokens.features }

  /// Calls `body` with the features of the token and how often each counts.
  func withFeatures(
    of token: Int,
    _ body: (_ features: UnsafeBufferPointer<UInt32>, _ shares: UnsafeBufferPointer<Float>) -> Void
  ) {
    tokens.withFeatures(of: token, body)
  }
}

/// A feature's identity in 64 bits.
enum FeatureKey {
  /// The length of a character gram in bytes, the spaces around the word included.
  static let gramLength = 4

  /// A word's key: its hash, with the top bit set. Two of a million words share one with a
  /// probability of about 5 in 100 million.
  static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    Vocabulary.hash(bytes) | 1 << 63
  }

  /// Calls `body` with the key of each gram of the word with a space before and after it: its
  /// bytes themselves. A shorter word is one gram.
  static func forEachGram(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    let space = UInt64(TextFolding.space)
    let length = bytes.count + 2
    var window: UInt64 = 0
    for position in 0..<length {
      let byte = position == 0 || position == length - 1 ? space : UInt64(bytes[position - 1])
      window = (window << 8 | byte) & 0xFFFF_FFFF
      if position >= gramLength - 1 || position == length - 1 { body(window) }
    }
  }
}
