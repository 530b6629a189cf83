public import Portfolio

/// Several names in one sentence.
public enum Enumeration {
  /// `A, B und C`; with more names than `limit` the first ones and `3 weitere`.
  public static func of(_ names: [BilingualText], limit: Int = 5) -> BilingualText {
    // Naming all is as short as naming all but one.
    let shown = names.count > limit + 1 ? Array(names.prefix(limit)) : names
    let rest = names.count - shown.count
    var german = shown.map(\.german)
    var english = shown.map(\.english)
    if rest > 0 {
      german.append("\(rest) weitere")
      english.append("\(rest) more")
    }
    return BilingualText(de: joined(german, by: "und"), en: joined(english, by: "and"))
  }

  /// The same for names that are alike in both languages.
  public static func of(_ names: [String], limit: Int = 5) -> BilingualText {
    of(names.map { BilingualText(de: $0, en: $0) }, limit: limit)
  }

  private static func joined(_ parts: [String], by conjunction: String) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
