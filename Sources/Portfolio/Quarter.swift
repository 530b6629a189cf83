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

  public static func < (left: Quarter, right: Quarter) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }
}

extension Quarter: CustomStringConvertible {
  public var description: String { "Q\(number)/\(year)" }
}
