import Findings
import Portfolio
import Testing

@Suite("Guidelines")
struct GuidelineRuleTests {
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

    @Test("a project without a department may be another department's, so it keeps silent")
    func unknownOwner() {
      #expect(
        flagged(rule) { portfolio in
          portfolio["wald"].department = nil
          portfolio.unalign(from: "inklusiv")
          for id in ["akte", "wald"] {
            portfolio[id].alignments.append(Alignment(guideline: "inklusiv", role: .secondary))
          }
          portfolio.changeGuideline("inklusiv") {
            $0.expects = ["kultur", "it"].map { Expected(contributor: .department($0)) }
          }
        } == [])
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
      #expect(
        found[0].message.german
          == "Umweltreferat: Erwartet wird zur Leitlinie „Innovativer werden“ mindestens ein Projekt, registriert ist keines."
      )
      #expect(found[0].action.german.contains("`dach update ID --guideline innovativ "))
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
}
