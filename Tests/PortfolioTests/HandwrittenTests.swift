import Portfolio
import Testing

@Suite("What people write into forms and spreadsheets")
struct HandwrittenTests {
  @Test(
    "dates in all usual spellings are understood as precisely as they are written",
    arguments: [
      ("2021", "2021"), ("2021-03", "2021-03"), ("2021-03-15", "2021-03-15"),
      ("15.03.2021", "2021-03-15"), ("15.3.21", "2021-03-15"), ("03.2021", "2021-03"),
      ("03/2021", "2021-03"), ("31.12.2024 00:00:00", "2024-12-31"),
      ("2024-12-31T00:00:00", "2024-12-31"), ("März 2021", "2021-03"), ("Mrz. 2021", "2021-03"),
      ("Sept 2025", "2025-09"), ("Q3/2025", "2025-07"), ("3. Quartal 2025", "2025-07"),
      ("Q3 2025", "2025-07"), ("Quartal 3/2025", "2025-07"),
    ])
  func dates(text: String, date: String) {
    #expect(HandwrittenDate.read(text)?.description == date)
  }

  @Test("a quarter ends with its last month")
  func quarterEnd() {
    #expect(HandwrittenDate.read("Q3/2025", .end)?.description == "2025-09")
    #expect(HandwrittenDate.read("4. Quartal 2025", .end)?.description == "2025-12")
  }

  @Test(
    "what is no date is none",
    arguments: [
      "", "bald", "31.02.2021", "13/2021", "Q5/2025", "1.2", "Ma 2021", "12345", "2021-13",
    ])
  func noDates(text: String) {
    #expect(HandwrittenDate.read(text) == nil)
  }

  @Test(
    "amounts are read to the cent, German or English",
    arguments: [
      ("250000", 25_000_000), ("250.000", 25_000_000), ("250,000", 25_000_000),
      ("1.234,56 €", 123_456), ("1,234.56", 123_456), ("99,5", 9950), ("99.50", 9950),
      ("€ 12", 1200),
      ("2,5 Mio. €", 250_000_000), ("150 T€", 15_000_000), ("1.250.000,- EUR", 125_000_000),
      ("10 Tsd. Euro", 1_000_000), ("0", 0),
    ] as [(String, Int64)])
  func amounts(text: String, cents: Int64) {
    #expect(HandwrittenAmount.cents(text) == cents)
  }

  @Test(
    "what is no amount, or may be two, is none",
    arguments: [
      "", "viel", "12,345.678", "1.23.456", "1,250 Mio.", "-5", "12 $", "0.125", "1e5",
      "99999999999999999999",
    ])
  func noAmounts(text: String) {
    #expect(HandwrittenAmount.cents(text) == nil)
  }
}
