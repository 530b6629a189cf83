internal import Portfolio

/// The days that a date in a query stands for: `2025`, `2025-03`, `2025-03-15`, `15.03.2025`,
/// `03/2025`, `Q1/2025`, or relative to today: `today`, `heute-6m`, `today+2w`.
enum DateValue {
  static func days(_ text: String, today: CalendarDay) -> ClosedRange<CalendarDay>? {
    if let date = PartialDate(text) ?? german(text) { return date.firstDay...date.lastDay }
    return quarter(text) ?? relative(text, today: today).map { $0...$0 }
  }

  /// `15.3.2025` or `3/2025`.
  private static func german(_ text: String) -> PartialDate? {
    let separator: Character = text.contains(".") ? "." : "/"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.last?.utf8.count == 4 else { return nil }
    let numbers = parts.compactMap { number($0, digits: 4) }
    guard numbers.count == parts.count, numbers[numbers.count - 1] >= 1000 else { return nil }
    if numbers.count == 2 { return PartialDate(year: numbers[1], month: numbers[0]) }
    return separator == "."
      ? PartialDate(year: numbers[2], month: numbers[1], day: numbers[0]) : nil
  }

  /// `Q3/2025`, `q3-2025` or `2025-Q3`.
  private static func quarter(_ text: String) -> ClosedRange<CalendarDay>? {
    let parts = text.lowercased().split { $0 == "/" || $0 == "-" }
    guard parts.count == 2, let name = parts.first(where: { $0.hasPrefix("q") }),
      let year = parts.first(where: { !$0.hasPrefix("q") }).flatMap({ number($0, digits: 4) }),
      let quarter = number(name.dropFirst(), digits: 1), (1...4).contains(quarter), year >= 1000,
      let first = PartialDate(year: year, month: quarter * 3 - 2),
      let last = PartialDate(year: year, month: quarter * 3)
    else { return nil }
    return first.firstDay...last.lastDay
  }

  /// `today`, then plus or minus a number of days, weeks, months or years.
  private static func relative(_ text: String, today: CalendarDay) -> CalendarDay? {
    let text = text.lowercased()
    guard let name = ["today", "heute"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(name.count)
    if rest.isEmpty { return today }
    guard let sign = rest.first, sign == "+" || sign == "-", let unit = rest.last,
      let amount = number(rest.dropFirst().dropLast(), digits: 5)
    else { return nil }
    let count = sign == "-" ? -amount : amount
    let day: CalendarDay
    switch unit {
    case "d", "t": day = today.advanced(byDays: count)
    case "w": day = today.advanced(byDays: 7 * count)
    case "m", "y", "j":
      let months = unit == "m" ? count : 12 * count
      let year = today.components.year + months / 12
      guard (1001...9998).contains(year) else { return nil }
      day = today.advanced(byMonths: months)
    default: return nil
    }
    return (1000...9999).contains(day.components.year) ? day : nil
  }

  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    guard (1...digits).contains(text.utf8.count), text.utf8.allSatisfy({ 48...57 ~= $0 })
    else { return nil }
    return Int(text)
  }
}
