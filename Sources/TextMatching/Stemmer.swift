internal import CStemmer

/// The Snowball project's German stemmer (https://snowballstem.org/algorithms/german/stemmer.html)
/// for folded words.
///
/// It owns a libstemmer object, which keeps the word it works on inside itself, without a lock. So
/// it cannot be copied, and every worker makes one.
struct Stemmer: ~Copyable {
  private let stemmer: OpaquePointer
  private var word: [UInt8] = []

  /// Nil where the installed libstemmer was built without German.
  init?() {
    guard let stemmer = sb_stemmer_new("german", "UTF_8") else { return nil }
    self.stemmer = stemmer
  }

  deinit { sb_stemmer_delete(stemmer) }

  /// The stem of a folded word.
  ///
  /// The algorithm knows plural umlauts (`Häuser`, `Haus`), so written-out ones are put back
  /// first, as its variant `german2` does: not after a vowel or `q` (`neue`, `Steuer`, `Quelle`).
  mutating func stem(_ folded: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    withStem(of: folded) { Array($0) }
  }

  /// Lends the stem of a folded word.
  mutating func withStem<Result>(
    of folded: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    word.removeAll(keepingCapacity: true)
    restoreUmlauts(of: folded)
    // "The return value is owned by the stemmer … it will become invalid when the stemmer is
    // called again" (libstemmer.h): lent, not kept. Null only when out of memory.
    guard let stem = sb_stemmer_stem(stemmer, word, Int32(word.count)) else {
      return word.withUnsafeBufferPointer(body)
    }
    return body(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
  }

  mutating func stem(_ folded: String) -> String {
    let bytes: [UInt8] = Array(folded.utf8).withUnsafeBufferPointer { stem($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The stem of a lower-case word as it is, no umlaut put back.
  mutating func stem(asWritten lowercase: String) -> String {
    let word = Array(lowercase.utf8)
    guard let stem = sb_stemmer_stem(stemmer, word, Int32(word.count)) else { return lowercase }
    let bytes = UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer)))
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func restoreUmlauts(of folded: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < folded.count {
      let byte = folded[index]
      let next = index + 1 < folded.count ? folded[index + 1] : 0
      let previous = index > 0 ? folded[index - 1] : 0
      if next == UInt8(ascii: "e"), !Self.blocksUmlaut(previous), let umlaut = Self.umlaut(byte) {
        word.append(0xC3)
        word.append(umlaut)
        index += 2
      } else {
        word.append(byte)
        index += 1
      }
    }
  }

  /// The second UTF-8 byte of the vowel's umlaut.
  private static func umlaut(_ vowel: UInt8) -> UInt8? {
    switch vowel {
    case UInt8(ascii: "a"): 0xA4
    case UInt8(ascii: "o"): 0xB6
    case UInt8(ascii: "u"): 0xBC
    default: nil
    }
  }

  private static func blocksUmlaut(_ byte: UInt8) -> Bool {
    "aeiouyq".utf8.contains(byte)
  }
}
