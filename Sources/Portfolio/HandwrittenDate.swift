/// Dates as people write them in forms and spreadsheets.
public enum HandwrittenDate {
  /// Which end of a quarter is meant.
  public enum Edge: Sendable {
    case start, end
  }

  /// Reads `2021`, `2021-03`, `2021-03-15`, `15.03.2021`, `15.3.21`, `03.2021`, `03/2021`,
  /// `März 2021`, `Q3/2021` and `3. Quartal 2021`, each with or without a time of day after it;
  /// nil for anything else.
  public static func read(_ text: String, _ edge: Edge = .start) -> PartialDate? {
    let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "T" }.map(String.init)
    guard let first = words.first else { return nil }
    return PartialDate(first) ?? parts(of: first) ?? quarter(text, edge) ?? month(words)
  }

  // MARK: Numbers

  private static func parts(of day: String) -> PartialDate? {
    let parts = day.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }
      .map { Int($0) }
    switch parts.count {
    case 2: return date(year: parts[1], month: parts[0], day: nil)
    case 3: return parts[0].flatMap { date(year: parts[2], month: parts[1], day: $0) }
    default: return nil
    }
  }

  private static func date(year: Int?, month: Int?, day: Int?) -> PartialDate? {
    guard let year, let month else { return nil }
    // Two digits stand for a year of this century: no digital project is older.
    let full = (0..<100).contains(year) && day != nil ? 2000 + year : year
    guard (1900...2999).contains(full) else { return nil }
    return PartialDate(year: full, month: month, day: day)
  }

  // MARK: Quarters

  private static func quarter(_ text: String, _ edge: Edge) -> PartialDate? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let number: Int?
    switch words.count {
    case 2: number = words[0].hasPrefix("q") ? Int(words[0].dropFirst()) : nil
    case 3 where words[1] == "quartal" || words[1] == "quarter": number = Int(words[0])
    case 3 where words[0] == "q" || words[0] == "quartal": number = Int(words[1])
    default: number = nil
    }
    guard let number, (1...4).contains(number) else { return nil }
    let month = edge == .start ? number * 3 - 2 : number * 3
    return date(year: words.last.flatMap { Int($0) }, month: month, day: nil)
  }

  // MARK: Months by name

  private static func month(_ words: [String]) -> PartialDate? {
    guard words.count == 2 else { return nil }
    let name = words[0].lowercased().filter(\.isLetter)
    guard name.count >= 3 else { return nil }
    let month = months.firstIndex { names in names.contains { $0.hasPrefix(name) } }
    return date(year: Int(words[1]), month: month.map { $0 + 1 }, day: nil)
  }

  private static let months = [
    ["januar", "january", "jänner"], ["februar", "february"], ["märz", "march", "mrz", "maerz"],
    ["april"], ["mai", "may"], ["juni", "june"], ["juli", "july"], ["august"], ["september"],
    ["oktober", "october"], ["november"], ["dezember", "december"],
  ]
}
