import Foundation
import TestSupport
import Testing

@testable import Portfolio

@Suite("Calendar days")
struct CalendarDayTests {
  /// Foundation's calendar, an implementation that shares nothing with ours.
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test("agree with Foundation's calendar on random days", arguments: [1, 2, 3] as [UInt64])
  func agreesWithFoundation(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<1_000 {
      // Foundation switches to the Julian calendar in 1582, so earlier days are not compared.
      let number = Int32.random(in: -140_000...200_000, using: &random)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
      let day = CalendarDay(daysSinceEpoch: number)
      #expect(
        (day.components.year, day.components.month, day.components.day)
          == (parts.year, parts.month, parts.day), "seed \(seed): \(number)")
      let again = CalendarDay(
        year: day.components.year, month: day.components.month, day: day.components.day)
      #expect(again == day, "seed \(seed): \(number)")
    }
  }

  @Test(
    "do not exist where the calendar has none",
    arguments: [
      (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0),
    ])
  func impossible(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test("a month later is the same day, or the month's last")
  func months() throws {
    let day = try #require(CalendarDay("2024-01-31"))
    #expect(day.advanced(byMonths: 1).description == "2024-02-29")
    #expect(day.advanced(byMonths: 12).description == "2025-01-31")
    #expect(day.advanced(byMonths: -2).description == "2023-11-30")
  }

  @Test("fall into quarters")
  func quarters() throws {
    let expected = ["2025-01-01": "Q1/2025", "2025-06-30": "Q2/2025", "2025-12-31": "Q4/2025"]
    for (text, quarter) in expected {
      #expect(Quarter(containing: try #require(CalendarDay(text))).description == quarter)
    }
  }
}
