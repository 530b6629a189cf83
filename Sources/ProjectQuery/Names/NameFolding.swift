/// Brings spellings of one name to one form, so that `Planung & Bau`, `planung-und-bau` and
/// `PLANUNG UND BAU` are the same name.
enum NameFolding {
  /// Letters and digits only, lower case, umlauts and sharp s written out, `&` as `und`.
  static func folded(_ name: String) -> String {
    words(of: name).joined()
  }

  /// The folded words of a name.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in name.lowercased() {
      if character == "&" {
        words += [word, "und"]
        word = ""
      } else if character.isLetter || character.isNumber {
        word += written(character)
      } else {
        words.append(word)
        word = ""
      }
    }
    return (words + [word]).filter { !$0.isEmpty }
  }

  /// Umlauts are written out, as clerks and old systems write them (DIN 5007, variant 2).
  private static func written(_ character: Character) -> String {
    switch character {
    case "ä": "ae"
    case "ö": "oe"
    case "ü": "ue"
    case "ß": "ss"
    default: String(character)
    }
  }
}
