/// The names of outside partners, levelled so that spellings of one organisation meet.
enum PartnerName {
  /// Lower-case letters and digits in groups joined by hyphens, umlauts spelt out, remarks in
  /// brackets and legal forms left out: `Siemens AG (Förderung)` and `siemens` both give
  /// `siemens`. Empty where nothing is left.
  static func normalised(_ name: String) -> String {
    var words: [String] = [""]
    var depth = 0
    for character in name.lowercased() {
      switch character {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case _ where depth > 0: continue
      case "ä": words[words.count - 1] += "ae"
      case "ö": words[words.count - 1] += "oe"
      case "ü": words[words.count - 1] += "ue"
      case "ß": words[words.count - 1] += "ss"
      // A dot joins what it abbreviates: `e.V.` is one word.
      case ".": continue
      case _ where character.isLetter || character.isNumber:
        words[words.count - 1].append(character)
      default: words.append("")
      }
    }
    let kept = words.filter { !$0.isEmpty && !legalForms.contains($0) }
    return (kept.isEmpty ? words.filter { !$0.isEmpty } : kept).joined(separator: "-")
  }

  private static let legalForms: Set<String> = [
    "ag", "co", "ev", "eg", "gbr", "gmbh", "ggmbh", "ohg", "kg", "kgaa", "mbh", "se", "ug",
  ]
}
