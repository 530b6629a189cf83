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

  @Test("while its format is open, an idea may wait for its answer; its last day still counts")
  func contributionOfOpenFormat() {
    let subjects = { (end: String) in
      flagged("gap/contribution-unanswered") {
        $0.participations[0].formats = [
          ParticipationFormat(
            id: "umfrage", name: "Umfrage", kind: .survey, period: Period(end: Sample.date(end)))
        ]
        $0.participations[0].contributions[0].answer = nil
        $0.participations[0].contributions[0].format = "umfrage"
      }
    }
    #expect(subjects("2026-11-22") == [])
    #expect(subjects("2026-11-21") == [["karte"]])
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
    let expectStift = { (portfolio: inout Portfolio) in
      portfolio.changeGuideline("innovativ") {
        $0.expects = [Expected(contributor: .department("stift"))]
      }
    }
    let subjects = { (waivers: [Waiver]) in
      flagged("gap/waiver-expired", waivers: waivers, after: expectStift)
    }
    let id = "gap/department-expected:innovativ+stift"
    #expect(subjects([waiver("2026-11-21")]) == [[id]])
    #expect(subjects([waiver("2025"), waiver("2026-11-21")]) == [[id]])
    #expect(subjects([waiver("2026-11-22")]) == [])
    #expect(subjects([waiver("2025"), waiver("2027")]) == [])
    #expect(subjects([waiver(nil)]) == [])
    // The finding has gone, so there is nothing left to renew.
    #expect(flagged("gap/waiver-expired", waivers: [waiver("2025")]) { _ in } == [])
  }

  @Test("a waiver in force that silences nothing; one whose finding is there is in use")
  func unusedWaiver() {
    let waiver = { (rule: String, subjects: [String], expires: String?) in
      Waiver(
        rule: rule, subjects: subjects, reason: "…", approver: "it",
        expires: expires.map(Sample.date))
    }
    let unused = { (waivers: [Waiver], change: (inout Portfolio) -> Void) in
      flagged("gap/waiver-unused", waivers: waivers, after: change)
    }
    let unaligned = waiver("gap/project-unaligned", ["wald"], nil)
    #expect(unused([unaligned, unaligned]) { _ in } == [["gap/project-unaligned:wald"]])
    #expect(unused([unaligned]) { $0["wald"].alignments = [] } == [])
    #expect(
      unused([unaligned]) {
        $0["wald"].alignments = []
        $0["wald"].formerly = ["wald"]
        $0["wald"].id = "forst"
      } == [])
    #expect(unused([waiver("gap/project-unaligned", ["wald"], "2026-11-21")]) { _ in } == [])
    // Silences gap/guideline-one-sided, which derives from it.
    let broader = waiver("gap/guideline-uncovered", ["inklusiv"], nil)
    #expect(unused([broader]) { _ in }.count == 1)
    #expect(
      unused([broader]) {
        $0.unalign(from: "inklusiv")
        $0["wald"].alignments.append(Alignment(guideline: "inklusiv", role: .secondary))
        $0.changeGuideline("inklusiv") {
          $0.expects = ["kultur", "umwelt"].map { Expected(contributor: .department($0)) }
        }
      } == [])
  }

  @Test("a waiver of a misspelt rule is told which was meant")
  func misspeltRule() {
    let waiver = Waiver(
      rule: "gap/project-unalined", subjects: ["wald"], reason: "…", approver: "it")
    let found = findings("gap/waiver-unused", waivers: [waiver]) { $0["wald"].alignments = [] }
    #expect(found.map(\.severity) == [.note])
    #expect(found[0].message.german.contains("gemeint ist vielleicht „gap/project-unaligned“"))
  }
}
