/// Which texts may be written without quotes.
///
/// Stricter than YAML demands: whatever a reader of YAML 1.1 or 1.2 would take for null, a truth
/// value, a number, a time, a merge key or an indicator is quoted, so that every tool reads the
/// same text. Stricter also than libyaml's own test, which would otherwise fall back to single
/// quotes here and there.
enum PlainScalar {
  /// Whether the UTF-8 text must stand in double quotes.
  static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>, inFlow: Bool) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if isLeadingIndicator(first) || first == space || last == space { return true }
    if last == colon { return true }
    return hasUnsafeCharacter(text, inFlow: inFlow) || isNumberLike(text) || isReservedWord(text)
  }

  private static let space = UInt8(ascii: " ")
  private static let colon = UInt8(ascii: ":")

  /// Indicators of YAML 1.2, section 5.3, and the signs and points that start numbers, times,
  /// `...`, `.inf`, `<<` and `=`.
  private static func isLeadingIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "~"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "<"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// Control characters, line breaks of any kind, what libyaml holds for unprintable (it escapes
  /// everything outside the Basic Multilingual Plane), and indicators in the middle of a text.
  private static func hasUnsafeCharacter(
    _ text: UnsafeBufferPointer<UInt8>, inFlow: Bool
  ) -> Bool {
    var previous: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case ..<space, 0x7F, 0xF0...: return true
      case space: if previous == colon { return true }
      case UInt8(ascii: "#"): if previous == space { return true }
      case UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), colon:
        if inFlow { return true }
      case 0x80...0x9F: if previous == 0xC2 { return true }  // C1 controls, next line
      case 0xE2, 0xEF: if isSpecialSequence(text, at: index) { return true }
      default: break
      }
      previous = byte
    }
    return false
  }

  /// U+2028, U+2029 (line breaks), U+FEFF (byte order mark), U+FFFE and U+FFFF.
  private static func isSpecialSequence(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    guard index + 2 < text.count else { return false }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...0xBF):
      return true
    default:
      return false
    }
  }

  /// Starts with a digit and has nothing that numbers (decimal, octal, hexadecimal, sexagesimal,
  /// with exponent) and times could not have.
  private static func isNumberLike(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, isDigit(first) else { return false }
    return text.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: ","), space:
        true
      case UInt8(ascii: "o"), UInt8(ascii: "x"), UInt8(ascii: "O"), UInt8(ascii: "X"),
        UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "z"), UInt8(ascii: "Z"):
        true
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
      default: isDigit(byte)
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Words for null and truth values in YAML 1.1 (https://yaml.org/type/bool.html) and 1.2.
  private static func isReservedWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 5 else { return false }
    switch String(decoding: text, as: UTF8.self).lowercased() {
    case "y", "n", "yes", "no", "on", "off", "true", "false", "null": return true
    default: return false
    }
  }
}
