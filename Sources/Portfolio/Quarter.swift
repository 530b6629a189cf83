/// A quarter of a year, as German administrations write it: `Q3/2025`.
public struct Quarter: Sendable, Hashable, Comparable {
  public let year: Int
  /// 1 to 4.
  public let number: Int

  public init(containing day: CalendarDay) {
    let (year, month, _) = day.components
    self.year = year
    number = (month - 1) / 3 + 1
  }

  /// The quarter `count` later, or earlier where negative.
  public func advanced(by count: Int) -> Quarter {
    let index = year * 4 + (number - 1) + count
    return Quarter(year: index / 4, number: index % 4 + 1)
  }

  private init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  /// The last day of its third month.
  public var lastDay: CalendarDay {
    PartialDate(year: year, month: number * 3)?.lastDay ?? CalendarDay(daysSinceEpoch: 0)
  }

  public static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

extension Quarter: CustomStringConvertible {
  public var description: String { "Q\(number)/\(year)" }
}
