/// The features of every distinct token, worked out once per token.
///
/// One per worker, because of the stemmer it owns.
struct TokenFeatures: ~Copyable {
  let pipeline: TextPipeline
  private let names: WordSet
  private(set) var tokens = Vocabulary()
  private var stemmer: Stemmer?
  /// The features' numbers by key; see `FeatureKey`.
  private(set) var numbers = KeyNumbers()
  private var features: [UInt32] = []
  private var shares: [Float] = []
  private var ends: [Int] = []
  private var isStopWord: [Bool] = []

  /// How much the name of a house counts beside other words: that two texts mention the same one
  /// says something, but a long name would say it in as many runs of characters.
  private static let shareOfName: Float = 0.5

  /// - Parameter names: single words by which those are known who write the texts.
  init(pipeline: TextPipeline, names: WordSet) {
    self.pipeline = pipeline
    self.names = names
    stemmer = pipeline.steps.contains(.stemming) ? Stemmer() : nil
  }

  /// The token's number, its features made where it is new.
  mutating func token(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let (number, isNew) = tokens.intern(bytes)
    if isNew { addFeatures(of: bytes) }
    return number
  }

  func isStopWord(_ token: Int) -> Bool { isStopWord[token] }

  /// The features of all tokens so far.
  var table: FeatureTable {
    FeatureTable(
      numbers: numbers, features: features, shares: shares, ends: ends, isStopWord: isStopWord)
  }

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

  private mutating func addFeatures(of bytes: UnsafeBufferPointer<UInt8>) {
    isStopWord.append(
      pipeline.steps.contains(.stopWords)
        && (bytes.count == 1 || StopWords.all.contains(bytes)))
    let share = names.contains(bytes) ? Self.shareOfName : 1
    // A number or code is compared as a whole: 2023 is not like 2024.
    if bytes.contains(where: TextFolding.isDigit) {
      add(FeatureKey.word(bytes), share)
    } else {
      if pipeline.steps.contains(.characterGrams) {
        FeatureKey.forEachGram(of: bytes) { add($0, share) }
      }
      if pipeline.steps.contains(.words) { addWord(bytes, share) }
    }
    ends.append(features.count)
  }

  private mutating func addWord(_ bytes: UnsafeBufferPointer<UInt8>, _ share: Float) {
    let stem = stemmer == nil ? nil : stemmer?.stem(bytes)
    let key = stem?.withUnsafeBufferPointer(FeatureKey.word) ?? FeatureKey.word(bytes)
    add(key, pipeline.wordWeight * share)
  }

  private mutating func add(_ key: UInt64, _ share: Float) {
    features.append(UInt32(numbers.intern(key)))
    shares.append(share)
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
