public import Portfolio

/// Names and titles in quotation marks, as German and English typeset them.
public enum Quotation {
  /// `„Digitales Bauamt“` and `“Digitales Bauamt”`; marks inside the name become single ones.
  public static func of(_ name: String) -> BilingualText {
    guard name.utf8.contains(where: { $0 == 0xe2 || $0 == UInt8(ascii: "\"") }) else {
      return BilingualText(de: "„\(name)“", en: "“\(name)”")
    }
    return BilingualText(
      de: "„\(name.replacingMarks(opening: "‚", closing: "‘"))“",
      en: "“\(name.replacingMarks(opening: "‘", closing: "’"))”")
  }
}

extension String {
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
