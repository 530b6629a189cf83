import Findings
import Portfolio
import Testing

@testable import Reports

@Suite("Words and numbers for people")
struct WordingTests {
  @Test("days are written the German and the English way")
  func days() throws {
    let day = try #require(CalendarDay(year: 2026, month: 3, day: 5))
    #expect(DayText(.german).text(day) == "05.03.2026")
    #expect(DayText(.english).text(day) == "2026-03-05")
  }

  @Test("an imprecise date stays imprecise")
  func partialDates() throws {
    #expect(DayText(.german).text(try #require(PartialDate(year: 2021))) == "2021")
    #expect(DayText(.german).text(try #require(PartialDate(year: 2021, month: 4))) == "04/2021")
    #expect(DayText(.english).text(try #require(PartialDate(year: 2021, month: 4))) == "2021-04")
  }

  @Test("money is grouped, with hundredths only where there are any")
  func money() {
    #expect(MoneyText(.german).text(Budget(cents: 8_550_000_000)) == "85.500.000 EUR")
    #expect(MoneyText(.english).text(Budget(cents: 123_405)) == "1,234.05 EUR")
    #expect(MoneyText(.german).text(Budget(cents: 99)) == "0,99 EUR")
  }

  @Test("a small sum never reads as none")
  func thousands() {
    #expect(MoneyText(.german).thousands(cents: 1) == "1")
    #expect(MoneyText(.german).thousands(cents: 100_000) == "1")
    #expect(MoneyText(.german).thousands(cents: 100_001) == "2")
  }

  @Test("counts agree with their noun in both languages", arguments: Severity.allCases)
  func counted(severity: Severity) {
    for language in Language.allCases {
      #expect(severity.counted(1)[language].hasPrefix("1 "))
      #expect(severity.counted(1)[language] != severity.counted(2)[language])
    }
  }

  @Test("every status, severity, category and kind of link has a name in both languages")
  func names() {
    let names =
      ProjectStatus.allCases.map(\.label) + Severity.allCases.map(\.label)
      + RuleCategory.allCases.map(\.name) + LinkKind.allCases.map(\.label)
    #expect(names.allSatisfy { !$0.german.isEmpty && !$0.english.isEmpty })
  }
}
