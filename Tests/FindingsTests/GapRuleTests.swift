import Findings
import Portfolio
import Testing

@Suite("Gaps")
struct GapRuleTests {
  @Test("a registry in order has no findings")
  func sound() {
    let result = Check().run(Snapshot(Sample.portfolio, asOf: Sample.today))
    #expect(result.findings.map(\.rule) == [])
  }

  @Suite("guideline-uncovered")
  struct GuidelineUncovered {
    let rule = "gap/guideline-uncovered"

    @Test("a guideline that nobody serves is an error")
    func uncovered() {
      let found = findings(rule) { $0.unalign(from: "inklusiv") }
      #expect(found.map { $0.subjects } == [[Subject(.guideline, "inklusiv")]])
      #expect(found[0].severity == .error)
      #expect(
        found[0].message.german == "Zur Leitlinie „Inklusiver werden“ trägt kein Projekt bei.")
    }

    @Test("discontinued projects do not count, completed ones do")
    func phases() {
      let all = { (status: ProjectStatus) in
        flagged(rule) { portfolio in
          for index in portfolio.projects.indices { portfolio.projects[index].status = status }
        }
      }
      #expect(all(.discontinued) == [["innovativ"], ["inklusiv"]].sorted { $0[0] < $1[0] })
      #expect(all(.completed) == [])
    }

    @Test("it names the departments that are expected")
    func departments() {
      let found = findings(rule) {
        $0.unalign(from: "inklusiv")
        $0.changeGuideline("inklusiv") {
          $0.expects = [
            Expected(contributor: .department("kultur")),
            Expected(contributor: .department("it"), obligation: .exempt),
          ]
        }
      }
      #expect(found.map(\.departments) == [["kultur"]])
      #expect(found[0].message.german.contains("Kulturreferat"))
    }

    @Test(
      "nothing is missing while nobody has to contribute",
      arguments: [
        [Expected(contributor: .department("kultur"), by: Sample.date("2026-11"))],
        [Expected(contributor: .department("kultur"), obligation: .may)],
      ])
    func notExpected(expects: [Expected]) {
      #expect(
        flagged(rule) {
          $0.unalign(from: "inklusiv")
          $0.changeGuideline("inklusiv") { $0.expects = expects }
        } == [])
    }

    @Test("the day after the date, it is missing")
    func afterTheDate() {
      #expect(
        flagged(rule, on: Sample.day("2026-12-01")) {
          $0.unalign(from: "inklusiv")
          $0.changeGuideline("inklusiv") {
            $0.expects = [
              Expected(contributor: .department("kultur"), by: Sample.date("2026-11"))
            ]
          }
        } == [["inklusiv"]])
    }

    @Test("expected minus covered minus waived: with every department waived, nothing is missing")
    func everyoneWaived() {
      let expectations = ["kultur", "it"].map { Expected(contributor: .department($0)) }
      let waive = { (departments: [String]) in
        flagged(
          rule,
          waivers: departments.map {
            Waiver(
              rule: "gap/department-expected", subjects: ["inklusiv", $0], reason: "…",
              approver: "it")
          }
        ) {
          $0.unalign(from: "inklusiv")
          $0.changeGuideline("inklusiv") { $0.expects = expectations }
        }
      }
      #expect(waive(["kultur"]) == [["inklusiv"]])
      #expect(waive(["kultur", "it"]) == [])
    }
  }

  @Suite("guideline-at-risk")
  struct GuidelineAtRisk {
    let rule = "gap/guideline-at-risk"

    private func messages(_ change: @escaping (inout Project) -> Void) -> [String] {
      findings(rule) { portfolio in
        portfolio.unalign(from: "inklusiv")
        portfolio["akte"].alignments.append(Alignment(guideline: "inklusiv", role: .secondary))
        change(&portfolio["akte"])
      }
      .map(\.message.german)
    }

    @Test("the last running project ends within the horizon: its quarter is named")
    func ends() {
      let message = messages { $0.period = Period(end: Sample.date("2027-05")) }
      #expect(message.count == 1)
      #expect(message[0].contains("endet in Q2/2027: „Projekt akte“"))
    }

    @Test("the horizon's last day counts, the day after does not")
    func horizon() {
      #expect(messages { $0.period = Period(end: Sample.date("2027-11-22")) }.count == 1)
      #expect(messages { $0.period = Period(end: Sample.date("2027-11-23")) } == [])
    }

    @Test("an end that has passed is said to have passed")
    func overdue() {
      let message = messages { $0.period = Period(end: Sample.date("2026-03")) }
      #expect(message.count == 1 && message[0].contains("hätte schon in Q1/2026 enden sollen"))
    }

    @Test("only ideas, only finished projects")
    func onlyIdeasOrEnded() {
      #expect(messages { $0.status = .idea }.allSatisfy { $0.contains("nur Ideen") })
      #expect(messages { $0.status = .idea }.count == 1)
      #expect(messages { $0.status = .completed }.count == 1)
      #expect(messages { $0.status = .completed }[0].contains("alle Projekte abgeschlossen"))
    }

    @Test("an unknown end is no risk, nor is a guideline that nobody serves")
    func silent() {
      #expect(messages { _ in } == [])
      #expect(flagged(rule) { $0.unalign(from: "inklusiv") } == [])
    }
  }

  @Suite("guideline-one-sided")
  struct GuidelineOneSided {
    let rule = "gap/guideline-one-sided"

    private func subjects(expected: [String], contributing: [String]) -> [[String]] {
      flagged(rule) { portfolio in
        portfolio.unalign(from: "inklusiv")
        for id in contributing {
          portfolio[id].alignments.append(Alignment(guideline: "inklusiv", role: .secondary))
        }
        portfolio.changeGuideline("inklusiv") {
          $0.expects = expected.map { Expected(contributor: .department($0)) }
        }
      }
    }

    @Test("several are expected and one contributes")
    func oneSided() {
      #expect(
        subjects(expected: ["kultur", "it"], contributing: ["akte", "konto"]) == [["inklusiv"]])
    }

    @Test("it keeps silent when two contribute, none does, or only one is expected")
    func silent() {
      #expect(subjects(expected: ["kultur", "it"], contributing: ["akte", "wald"]) == [])
      #expect(subjects(expected: ["kultur", "it"], contributing: []) == [])
      #expect(subjects(expected: ["kultur"], contributing: ["akte"]) == [])
    }
  }

  @Suite("department-expected")
  struct DepartmentExpected {
    let rule = "gap/department-expected"

    @Test("a department that must contribute and does not")
    func missing() {
      let found = findings(rule) {
        $0["wald"].alignments = []
        $0.changeGuideline("innovativ") {
          $0.expects = [
            Expected(contributor: .department("umwelt")),
            Expected(contributor: .department("kultur")),
          ]
        }
      }
      #expect(found.map { $0.subjects.map(\.id) } == [["innovativ", "umwelt"]])
      #expect(found[0].departments == ["umwelt"])
      #expect(found[0].action.german.contains("`dach waive \(rule) innovativ umwelt`"))
    }

    @Test("a minimum of two is not met by one")
    func minimum() {
      let subjects = { (minimum: Int) in
        flagged(rule) {
          $0.changeGuideline("innovativ") {
            $0.expects = [Expected(contributor: .department("it"), minimum: minimum)]
          }
        }
      }
      #expect(subjects(2) == [])
      #expect(subjects(3) == [["innovativ", "it"]])
    }

    @Test("a theme expects departments too")
    func theme() {
      #expect(
        flagged(rule) {
          $0.changeTheme("daten") {
            $0.expects = [
              Expected(contributor: .department("it")),
              Expected(contributor: .department("kultur")),
            ]
          }
        } == [["daten", "kultur"]])
    }

    @Test(
      "exempt, welcome and later contributions are not missing",
      arguments: [
        Expected(contributor: .department("stift"), obligation: .exempt),
        Expected(contributor: .department("stift"), obligation: .may),
        Expected(contributor: .department("stift"), by: Sample.date("2027")),
      ])
    func silent(expectation: Expected) {
      #expect(
        flagged(rule) { $0.changeGuideline("innovativ") { $0.expects = [expectation] } } == [])
    }
  }

  @Suite("theme-empty, strategy-empty, department-silent")
  struct Empty {
    @Test("a theme without projects, unless discontinued ones are all there is")
    func theme() {
      #expect(flagged("gap/theme-empty") { $0["wald"].themes = [] } == [])
      #expect(
        flagged("gap/theme-empty") {
          $0["wald"].status = .discontinued
          $0["museum"].themes = []
        } == [["freizeit"]])
    }

    @Test("a guideline that expects a theme finds none of its projects there")
    func themeOfGuideline() {
      let change = { (portfolio: inout Portfolio) in
        portfolio.changeGuideline("inklusiv") {
          $0.expects = [Expected(contributor: .theme("freizeit"))]
        }
      }
      #expect(flagged("gap/theme-empty", after: change) == [])
      #expect(
        flagged("gap/theme-empty") {
          change(&$0)
          $0["museum"].alignments = []
          $0["wald"].alignments = []
        } == [["inklusiv", "freizeit"]])
    }

    @Test("a wholly empty theme is reported once, not for every guideline")
    func onlyOnce() {
      #expect(
        flagged("gap/theme-empty") {
          $0.changeGuideline("inklusiv") {
            $0.expects = [Expected(contributor: .theme("freizeit"))]
          }
          $0["museum"].themes = []
          $0["wald"].themes = []
        } == [["freizeit"]])
    }

    @Test("a sub-strategy without projects, while its period lasts")
    func strategy() {
      let subjects = { (period: Period?) in
        flagged("gap/strategy-empty") {
          $0.subStrategies.append(
            SubStrategy(id: "agenda", name: "Agenda", lead: "kultur", period: period))
        }
      }
      #expect(subjects(nil) == [["agenda"]])
      #expect(subjects(Period(end: Sample.date("2025"))) == [])
      #expect(subjects(Period(start: Sample.date("2027"))) == [])
    }

    @Test("a department without projects; offices and houses on their own are left alone")
    func department() {
      let rule = "gap/department-silent"
      #expect(
        flagged(rule) { $0.departments.append(Department(id: "bau", name: "Baureferat")) }
          == [["bau"]])
      #expect(
        flagged(rule) {
          $0.departments.append(Department(id: "bau", name: "Bauamt", kind: .office))
        } == [])
    }

    @Test("a department whose office has a project is not silent")
    func office() {
      #expect(
        flagged("gap/department-silent") {
          $0.departments.append(
            Department(id: "bau", name: "Baureferat", offices: [Office(id: "stift", name: "Stift")])
          )
          $0["wald"].office = "stift"
        } == [])
    }
  }

  @Suite("projects")
  struct Projects {
    @Test("a project without a guideline, unless it is over")
    func unaligned() {
      #expect(flagged("gap/project-unaligned") { $0["wald"].alignments = [] } == [["wald"]])
      #expect(
        flagged("gap/project-unaligned") {
          $0["wald"].alignments = []
          $0["wald"].status = .completed
        } == [])
      #expect(
        flagged("gap/project-unaligned") {
          $0["wald"].alignments = []
          $0.strategy?.guidelines = []
        } == [])
    }

    @Test("a revised guideline reopens exactly the alignments made before")
    func outdated() {
      let found = findings("gap/alignment-outdated") {
        $0.changeGuideline("innovativ") { $0.revision = 2 }
        for id in ["museum", "akte", "konto"] { $0[id].alignments[0].revision = 2 }
      }
      #expect(found.map { $0.subjects.map(\.id) } == [["wald", "innovativ"]])
      #expect(found[0].location == SourceLocation(file: "projects/wald.yaml", line: 12))
    }

    @Test("a finished project's alignment stays as it was")
    func outdatedSilent() {
      #expect(
        flagged("gap/alignment-outdated") {
          $0.changeGuideline("innovativ") { $0.revision = 2 }
          for index in $0.projects.indices { $0.projects[index].status = .completed }
        } == [])
    }

    @Test("a project past its end; the last day of the year still counts as running")
    func overdue() {
      let subjects = { (end: String, status: ProjectStatus?) in
        flagged("gap/project-overdue") {
          $0["wald"].period = Period(end: Sample.date(end))
          $0["wald"].status = status
        }
      }
      #expect(subjects("2026-11-21", .running) == [["wald"]])
      #expect(subjects("2025", .planned) == [["wald"]])
      #expect(subjects("2026-11-22", .running) == [])
      #expect(subjects("2026", .running) == [])
      #expect(subjects("2025", .completed) == [])
      #expect(subjects("2025", .idea) == [])
      #expect(subjects("2025", nil) == [])
    }

    @Test("a confirmation older than the limit, to the day")
    func stale() {
      let subjects = { (confirmed: String) in
        flagged("gap/project-stale") { $0["wald"].confirmed = Sample.date(confirmed) }
      }
      #expect(subjects("2025-11-21") == [["wald"]])
      #expect(subjects("2025-11-22") == [])
      #expect(subjects("2025") == [])
    }

    @Test("projects never confirmed make one finding for each department")
    func neverConfirmed() {
      let found = findings("gap/project-stale") {
        for index in $0.projects.indices { $0.projects[index].confirmed = nil }
        $0["wald"].department = nil
      }
      #expect(
        found.map { $0.subjects } == [
          [Subject(.department, "it")], [Subject(.department, "kultur")],
          [Subject(.department, "ohne-dienststelle")],
        ])
      #expect(
        found[0].message.german.contains("zu 2 Projekten: „Projekt akte“ und „Projekt konto“"))
      #expect(found[1].message.german.contains("zu einem Projekt: „Projekt museum“"))
    }

    @Test("essential fields that are missing are named in the order in which they matter")
    func incomplete() {
      let found = findings("gap/project-incomplete") {
        $0["wald"].status = nil
        $0["wald"].department = nil
        $0["wald"].contact = nil
      }
      #expect(found.map { $0.subjects.map(\.id) } == [["wald"]])
      #expect(found[0].message.german.contains("fehlen: Dienststelle und Stand."))
    }

    @Test("less essential fields and finished projects are not nagged about")
    func incompleteSilent() {
      #expect(
        flagged("gap/project-incomplete") {
          $0["wald"].status = .completed
          $0["wald"].summary = nil
        } == [])
    }
  }

  @Suite("measures, contributions, labels, waivers")
  struct Others {
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
}
