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
}
