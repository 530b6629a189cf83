/// The form of every id: lower-case letters and digits in groups joined by single hyphens,
/// 1 to 80 characters, e.g. `digitales-bauamt`.
public enum Slug {
  public static let longest = 80

  public static func isValid(_ text: String) -> Bool {
    var previousIsHyphen = true
    var length = 0
    for byte in text.utf8 {
      length += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        previousIsHyphen = false
      case UInt8(ascii: "-") where !previousIsHyphen:
        previousIsHyphen = true
      default:
        return false
      }
    }
    return !previousIsHyphen && length <= longest
  }

  /// The id that a text would have: lower case, umlauts spelt out, hyphens for everything else; nil
  /// where nothing is left.
  public static func proposal(for text: String) -> String? {
    var slug = ""
    for character in text.prefix(200).lowercased() {
      switch character {
      case "a"..."z" where character.isASCII, "0"..."9" where character.isASCII:
        slug.append(character)
      case "ä": slug += "ae"
      case "ö": slug += "oe"
      case "ü": slug += "ue"
      case "ß": slug += "ss"
      default: if !slug.isEmpty, slug.last != "-" { slug.append("-") }
      }
    }
    slug = String(slug.prefix(longest))
    while slug.last == "-" { slug.removeLast() }
    return isValid(slug) ? slug : nil
  }
}
