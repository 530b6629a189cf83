import Portfolio

/// Dates as lists have them, with the words around them that do not change what is known:
/// `ab 2024`, `Ende 2025`, `vsl. 03/2026`, `2. Halbjahr 2025`.
enum WrittenDate {
  static func read(_ text: String, _ edge: HandwrittenDate.Edge) -> PartialDate? {
    if let date = HandwrittenDate.read(text, edge) { return date }
    var words = text.split { $0.isWhitespace }.map(String.init)
    while let first = words.first, fillers.contains(first.lowercased()) { words.removeFirst() }
    let rest = words.joined(separator: " ")
    guard !rest.isEmpty else { return nil }
    return HandwrittenDate.read(rest, edge) ?? half(words, edge)
  }

  /// Words that leave the year, month or day as it is.
  private static let fillers: Set = [
    "ab", "seit", "bis", "von", "vom", "zum", "ca.", "ca", "circa", "etwa", "voraussichtlich",
    "vsl.", "vorauss.", "geplant", "geplant:", "anfang", "mitte", "ende", "frühjahr", "sommer",
    "herbst", "winter", "since", "until", "from", "early", "mid", "late", "end", "of", "approx.",
  ]

  private static func half(_ words: [String], _ edge: HandwrittenDate.Edge) -> PartialDate? {
    let parts = words.joined(separator: " ").lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let number: Int?
    switch parts.count {
    case 2 where parts[0].hasPrefix("h"): number = Int(parts[0].dropFirst())
    case 3 where parts[1] == "halbjahr" || parts[1] == "hj": number = Int(parts[0])
    default: number = nil
    }
    guard let number, (1...2).contains(number), let year = parts.last.flatMap({ Int($0) }),
      (1900...2999).contains(year)
    else { return nil }
    return PartialDate(year: year, month: edge == .start ? number * 6 - 5 : number * 6)
  }

  /// Start and end in one text: `2024 – 2026`, `01/2024 bis 12/2025`, `ab 2023`, `bis 2025`; a
  /// single date is both.
  static func period(_ text: String) -> Period? {
    for separator in [" bis ", "–", "—", " - ", " to ", "-"] {
      guard let range = text.firstRange(of: separator) else { continue }
      let (left, right) = (clean(text[..<range.lowerBound]), clean(text[range.upperBound...]))
      if separator == "-", PartialDate(text) != nil { break }
      let (start, end) = (read(left, .start), read(right, .end))
      let isOpen = openEnds.contains(right.lowercased()) || right.isEmpty
      if let start, end != nil || isOpen { return Period(start: start, end: end) }
      if left.isEmpty, let end { return Period(end: end) }
    }
    let lowered = text.lowercased()
    if ["bis ", "until "].contains(where: lowered.hasPrefix) {
      return read(text, .end).map { Period(end: $0) }
    }
    if ["ab ", "seit ", "since ", "from "].contains(where: lowered.hasPrefix) {
      return read(text, .start).map { Period(start: $0) }
    }
    guard let start = read(text, .start), let end = read(text, .end) else { return nil }
    return Period(start: start, end: end)
  }

  /// What lists write where no end is known.
  static let openEnds: Set = [
    "laufend", "unbefristet", "fortlaufend", "dauerhaft", "offen", "heute", "ongoing",
    "permanent", "open",
  ]

  private static func clean(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
