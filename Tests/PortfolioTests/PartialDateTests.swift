import Testing

@testable import Portfolio

@Suite("Partial dates")
struct PartialDateTests {
  @Test(
    "are kept as written, and stand for all of their days",
    arguments: [
      ("2021", "2021-01-01", "2021-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2021-03-15", "2021-03-15", "2021-03-15"),
    ])
  func precision(text: String, first: String, last: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.description == text)
    #expect(date.firstDay.description == first)
    #expect(date.lastDay.description == last)
  }

  @Test(
    "nothing else is one",
    arguments: [
      "", "21", "2021-3", "2021-13", "2021-00", "2021-02-30", "2021-02-", "2021/02", "02.2021",
      "0999", "20211", "2021-03-15T00:00", " 2021", "2021 ", "２０２１",
    ])
  func refused(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test("a day needs its month")
  func dayWithoutMonth() {
    #expect(PartialDate(year: 2021, month: nil, day: 3) == nil)
  }
}

@Suite("Periods")
struct PeriodTests {
  private func period(_ start: String?, _ end: String?) -> Period {
    Period(start: start.flatMap { PartialDate($0) }, end: end.flatMap { PartialDate($0) })
  }

  @Test("are reversed only when the end certainly lies before the start")
  func reversed() {
    #expect(period("2021-03", "2020").isReversed)
    #expect(!period("2021-03", "2021").isReversed)
    #expect(!period("2021", nil).isReversed)
  }

  @Test("overlap in either order or in none; unknown ends are open")
  func overlaps() {
    let early = period("2019", "2020")
    let late = period("2021", nil)
    #expect(!early.overlaps(late))
    #expect(!late.overlaps(early))
    #expect(period("2020-12", "2021").overlaps(early))
    #expect(early.overlaps(period("2020-12", "2021")))
    #expect(Period().overlaps(early))
  }
}
