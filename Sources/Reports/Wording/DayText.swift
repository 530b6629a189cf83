internal import Portfolio

/// Days as people write them: `22.11.2026` in German, `2026-11-22` in English.
struct DayText {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func text(_ day: CalendarDay) -> String {
    guard language == .german else { return day.description }
    let (year, month, dayOfMonth) = day.components
    return "\(padded(dayOfMonth)).\(padded(month)).\(year)"
  }

  /// As precise as the date is: `2021`, `03/2021` or `15.03.2021` in German.
  func text(_ date: PartialDate) -> String {
    guard language == .german, let month = date.month else { return date.description }
    guard date.day != nil else { return "\(padded(Int(month)))/\(date.year)" }
    return text(date.firstDay)
  }

  /// From when to when: `10/2019 – 2021`, `2019 – …`; `2016` where both are the same, `–` where
  /// neither is known.
  func text(_ period: Period?) -> String {
    guard let period, period.start != nil || period.end != nil else { return "–" }
    let (start, end) = (period.start.map(text) ?? "…", period.end.map(text) ?? "…")
    return start == end ? start : "\(start) – \(end)"
  }

  private func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
