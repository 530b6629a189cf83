/// Cuts a folded text into tokens: words, numbers and codes.
///
/// A hyphen separates (`Open-Data-Portal` gives three tokens) except after a single letter, where
/// writers differ (`E-Akte`, `eAkte`): there it is left out, giving `eakte`. Numbers keep the
/// points inside them (`4.0`), codes stay whole (`lod2`, `14a`).
enum Tokenizer {
  /// Calls `body` with the bytes of each token of `text` in order.
  static func forEachToken(
    in text: String, scratch: inout TokenizerScratch, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var text = text
    text.withUTF8 { forEachToken(in: $0, scratch: &scratch, body) }
  }

  /// The same for the bytes of a text, which are valid UTF-8.
  static func forEachToken(
    in text: UnsafeBufferPointer<UInt8>, scratch: inout TokenizerScratch,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    scratch.folded.removeAll(keepingCapacity: true)
    TextFolding.append(text, to: &scratch.folded)
    scratch.folded.append(TextFolding.space)
    scratch.folded.withUnsafeMutableBufferPointer { bytes in
      var start = 0  // of the token being read
      var end = 0  // where its next byte goes; lags behind once a hyphen was left out
      for index in 0..<bytes.count {
        let byte = bytes[index]
        if isSeparator(byte, at: index, tokenLength: end - start, in: bytes) {
          if end > start { body(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
          (start, end) = (index + 1, index + 1)
        } else if byte != TextFolding.hyphen {
          bytes[end] = byte
          end += 1
        }
      }
    }
  }

  private static func isSeparator(
    _ byte: UInt8, at index: Int, tokenLength: Int, in bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    if byte == TextFolding.space { return true }
    guard byte == TextFolding.hyphen else { return false }
    let joins = tokenLength == 1 && isLetter(bytes[index - 1]) && isLetter(bytes[index + 1])
    return !joins
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  /// The tokens of `text` as strings.
  static func tokens(in text: String) -> [String] {
    var scratch = TokenizerScratch()
    var tokens: [String] = []
    forEachToken(in: text, scratch: &scratch) { tokens.append(String(decoding: $0, as: UTF8.self)) }
    return tokens
  }
}

/// Memory that a tokenizer uses again for each text.
struct TokenizerScratch {
  var folded: [UInt8] = []
}
