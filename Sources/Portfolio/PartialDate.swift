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
    var text = String(text)
    guard let date = text.withUTF8({ PartialDate(utf8: $0) }) else { return nil }
    self = date
  }

  /// Reads the same from bytes, for readers of a hundred thousand records.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch index {
      case ..<4: numbers.0 = numbers.0 * 10 + digit
      case ..<7: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    guard numbers.0 >= 1000 else { return nil }
    self.init(
      year: numbers.0, month: bytes.count > 4 ? numbers.1 : nil,
      day: bytes.count > 7 ? numbers.2 : nil)
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
