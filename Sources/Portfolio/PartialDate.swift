/// A date as precisely as its source knows it: a year, a month or a day, kept as written.
///
/// Written `2021`, `2021-03` or `2021-03-15` (ISO 8601). An imprecise date stands for all of its
/// days, so comparisons ask for the first or the last of them.
public struct PartialDate: Sendable, Hashable {
  public let year: Int16
  public let month: Int8?
  public let day: Int8?

  /// The given date, or nil where the calendar has none or a day comes without its month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    if day != nil && month == nil { return nil }
    guard CalendarDay(year: year, month: month ?? 1, day: day ?? 1) != nil else { return nil }
    self.year = Int16(year)
    self.month = month.map(Int8.init)
    self.day = day.map(Int8.init)
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else, years before 1000 included.
  public init?(_ text: some StringProtocol) {
    var numbers: [Int] = []
    for (index, part) in text.utf8.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false
    )
    .enumerated() {
      guard index < 3, part.count == (index == 0 ? 4 : 2) else { return nil }
      var number = 0
      for byte in part {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      numbers.append(number)
    }
    guard let year = numbers.first, year >= 1000 else { return nil }
    self.init(
      year: year, month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  public var firstDay: CalendarDay {
    clamped(month: Int(month ?? 1), day: Int(day ?? 1))
  }

  public var lastDay: CalendarDay {
    let lastMonth = Int(month ?? 12)
    let length = CalendarDay.lengthOfMonth(lastMonth, year: Int(year))
    return clamped(month: lastMonth, day: day.map(Int.init) ?? length)
  }

  /// `init` has checked the parts, so the fallback is never reached.
  private func clamped(month: Int, day: Int) -> CalendarDay {
    CalendarDay(year: Int(year), month: month, day: day) ?? CalendarDay(daysSinceEpoch: 0)
  }
}

extension PartialDate: CustomStringConvertible {
  public var description: String {
    var text = Self.padded(Int(year), to: 4)
    if let month { text += "-" + Self.padded(Int(month), to: 2) }
    if let day { text += "-" + Self.padded(Int(day), to: 2) }
    return text
  }

  private static func padded(_ number: Int, to length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}
