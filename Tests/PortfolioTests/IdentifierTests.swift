import Testing

@testable import Portfolio

@Suite("Ids and mailboxes")
struct IdentifierTests {
  @Test(
    "a slug is lower-case groups joined by single hyphens",
    arguments: ["a", "schul-it", "2024", "a1-b2"])
  func slugs(text: String) {
    #expect(Slug.isValid(text))
  }

  @Test(
    "nothing else is a slug",
    arguments: [
      "", "-a", "a-", "a--b", "A", "ä", "a b", "a_b", "a/b", "..",
      String(repeating: "a", count: 81),
    ])
  func noSlugs(text: String) {
    #expect(!Slug.isValid(text))
  }

  @Test(
    "a function's mailbox is accepted",
    arguments: [
      "bauordnung@example.org", "digitale.schule@stadt.example.org", "smart-city@example.org",
    ])
  func mailboxes(address: String) {
    #expect(FunctionMailbox.refusal(of: address) == nil)
  }

  @Test(
    "a person's mailbox is refused",
    arguments: ["sabine.muster@example.org", "s.muster@example.org", "JÜRGEN.x@example.org"])
  func persons(address: String) {
    #expect(FunctionMailbox.refusal(of: address) == .looksPersonal)
  }

  @Test(
    "what is no address is refused as such",
    arguments: ["", "a", "a@", "@b.de", "a@b", "a b@c.de", "a@b@c.de", "a@.de"])
  func noAddress(address: String) {
    #expect(FunctionMailbox.refusal(of: address) == .notAnAddress)
  }

  @Test("a waiver holds through its last day and not beyond")
  func waivers() throws {
    let waiver = Waiver(
      rule: "gap/theme-empty", subjects: ["kultur"], reason: "…", approver: "wirtschaft",
      expires: PartialDate("2026-06"))
    #expect(waiver.isInForce(on: try #require(CalendarDay("2026-06-30"))))
    #expect(!waiver.isInForce(on: try #require(CalendarDay("2026-07-01"))))
  }
}
