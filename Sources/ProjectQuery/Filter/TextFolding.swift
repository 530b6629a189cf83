/// Brings a text to the form in which parts of texts are compared; `query_text()` in the database
/// does exactly the same, in every locale.
public enum TextFolding {
  /// Basic Latin letters and German umlauts in lower case, umlauts and sharp s written out. All
  /// other characters stay as they are.
  public static func folded(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "ä", "Ä": folded += "ae".utf8
      case "ö", "Ö": folded += "oe".utf8
      case "ü", "Ü": folded += "ue".utf8
      case "ß", "ẞ": folded += "ss".utf8
      case "A"..."Z": folded.append(UInt8(scalar.value) | 0x20)
      default: folded += Array(String(scalar).utf8)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Whether a text holds another one, both folded. Byte by byte, as the database compares.
  static func contains(_ part: String, in text: String) -> Bool {
    let (part, text) = (Array(part.utf8), Array(text.utf8))
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { start in
      text[start..<start + part.count].elementsEqual(part)
    }
  }
}
