public import Portfolio

/// Names and titles in quotation marks, as German and English typeset them.
public enum Quotation {
  /// `„Digitales Bauamt“` and `“Digitales Bauamt”`; marks inside the name become single ones.
  public static func of(_ name: String) -> BilingualText {
    guard name.hasDoubleQuotationMark else {
      return BilingualText(de: "„\(name)“", en: "“\(name)”")
    }
    return BilingualText(
      de: "„\(name.replacingMarks(opening: "‚", closing: "‘"))“",
      en: "“\(name.replacingMarks(opening: "‘", closing: "’"))”")
  }
}

extension String {
  /// Whether there is one of either language, straight ones included.
  fileprivate var hasDoubleQuotationMark: Bool {
    guard utf8.contains(where: { $0 == 0xE2 || $0 == UInt8(ascii: "\"") }) else { return false }
    // The curved ones, U+201C to U+201E, are E2 80 9C to E2 80 9E in UTF-8.
    var last: (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      if byte == UInt8(ascii: "\"") || last == (0xE2, 0x80) && 0x9C...0x9E ~= byte { return true }
      last = (last.1, byte)
    }
    return false
  }

  /// Double quotation marks of either language become the given single ones. By scalar, as marks
  /// are single ones and finding the bounds of characters costs many times as much.
  fileprivate func replacingMarks(opening: Unicode.Scalar, closing: Unicode.Scalar) -> String {
    var isOpen = false
    var replaced = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "„", "“", "”", "\"":
        isOpen = scalar == "„" || !isOpen
        replaced.append(isOpen ? opening : closing)
      default:
        replaced.append(scalar)
      }
    }
    return String(replaced)
  }
}
