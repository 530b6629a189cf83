/// The names of outside partners, levelled so that spellings of one organisation meet.
enum PartnerName {
  /// Lower-case letters and digits in groups joined by hyphens, umlauts spelt out, remarks in
  /// brackets and legal forms left out: `Siemens AG (Förderung)` and `siemens` both give
  /// `siemens`. Empty where nothing is left.
  static func normalised(_ name: String) -> String {
    var words: [String.UnicodeScalarView] = []
    var word = String.UnicodeScalarView()
    var depth = 0
    // By scalar: finding the bounds of characters would cost many times as much.
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case _ where depth > 0: continue
      case "ä": word.append(contentsOf: "ae".unicodeScalars)
      case "ö": word.append(contentsOf: "oe".unicodeScalars)
      case "ü": word.append(contentsOf: "ue".unicodeScalars)
      case "ß": word.append(contentsOf: "ss".unicodeScalars)
      // A combining diaeresis makes an umlaut of the letter before it.
      case "\u{308}" where word.last.map { "aou".unicodeScalars.contains($0) } ?? false:
        word.append("e")
      // A dot joins what it abbreviates: `e.V.` is one word.
      case ".": continue
      case _ where isPartOfWord(scalar): word.append(scalar)
      default:
        words.append(word)
        word = String.UnicodeScalarView()
      }
    }
    words.append(word)
    return joined(words.map { String($0) }.filter { !$0.isEmpty })
  }

  /// Letters, digits and marks that combine with them.
  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Without legal forms, unless the name consists of nothing else.
  private static func joined(_ words: [String]) -> String {
    let kept = words.filter { !legalForms.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: "-")
  }

  private static let legalForms: Set<String> = [
    "ag", "co", "ev", "eg", "gbr", "gmbh", "ggmbh", "ohg", "kg", "kgaa", "mbh", "se", "ug",
  ]
}
