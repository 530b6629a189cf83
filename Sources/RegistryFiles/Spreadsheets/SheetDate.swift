import Portfolio

/// Dates as people write them in spreadsheets.
enum SheetDate {
  /// Reads `2021`, `2021-03`, `2021-03-15`, `15.03.2021`, `15.3.21`, `03.2021` and `03/2021`, each
  /// with or without a time of day after it; nil for anything else.
  static func read(_ text: String) -> PartialDate? {
    let day = text.split { $0 == " " || $0 == "T" }.first.map(String.init) ?? text
    if let date = PartialDate(day) { return date }
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
}
