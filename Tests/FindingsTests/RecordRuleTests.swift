import Findings
import Portfolio
import Testing

@Suite("Measures, contributions, labels, waivers")
struct RecordRuleTests {
  @Test("a measure nobody works on, or only projects that are gone")
  func measure() {
    let subjects = { (projects: [String]) in
      flagged("gap/measure-without-project") {
        $0.measures[0].projects = projects
        $0["wald"].status = .discontinued
      }
    }
    #expect(subjects([]) == [["ausleihe"]])
    #expect(subjects(["wald", "unbekannt"]) == [["ausleihe"]])
    #expect(subjects(["unbekannt", "akte"]) == [])
  }

  @Test("an idea without an answer; projects that take it up are named")
  func contribution() {
    let found = findings("gap/contribution-unanswered") {
      $0.participations[0].contributions[0].answer = nil
      $0["wald"].contributions = ["karte"]
    }
    #expect(found.map { $0.subjects.map(\.id) } == [["karte"]])
    #expect(found[0].message.german.contains("„Projekt wald“"))
    #expect(found[0].departments == ["umwelt"])
  }

  @Test(
    "a granted label needs a page, the public level and a confirmation",
    arguments: [
      (Visibility(level: .public, label: .granted, page: "https://x"), "2026-10", false),
      (Visibility(level: .public, label: .granted), "2026-10", true),
      (Visibility(level: .internal, label: .granted, page: "https://x"), "2026-10", true),
      (Visibility(level: .public, label: .granted, page: "https://x"), "2024", true),
      (Visibility(level: .public, label: .lapsed, page: "https://x"), "2026-10", true),
      (Visibility(level: .internal, label: .requested), "2024", false),
      (Visibility(level: .internal), "2024", false),
    ])
  func label(visibility: Visibility, confirmed: String, isFlagged: Bool) {
    #expect(
      flagged("gap/label-lapsed") {
        $0["wald"].visibility = visibility
        $0["wald"].confirmed = Sample.date(confirmed)
      } == (isFlagged ? [["wald"]] : []))
  }

  @Test("an expired waiver, unless a newer one is in force; its last day still counts")
  func waiver() {
    let waiver = { (expires: String?) in
      Waiver(
        rule: "gap/department-expected", subjects: ["innovativ", "stift"], reason: "Zu klein",
        approver: "it", expires: expires.map(Sample.date))
    }
    let rule = "gap/waiver-expired"
    let id = "gap/department-expected:innovativ+stift"
    #expect(flagged(rule, waivers: [waiver("2026-11-21")]) { _ in } == [[id]])
    #expect(flagged(rule, waivers: [waiver("2025"), waiver("2026-11-21")]) { _ in } == [[id]])
    #expect(flagged(rule, waivers: [waiver("2026-11-22")]) { _ in } == [])
    #expect(flagged(rule, waivers: [waiver("2025"), waiver("2027")]) { _ in } == [])
    #expect(flagged(rule, waivers: [waiver(nil)]) { _ in } == [])
  }
}
