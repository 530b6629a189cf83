import Findings
import Portfolio
import TestSupport
import Testing

@Suite("A check")
struct CheckTests {
  private func waiver(_ rule: String, _ subjects: [String], expires: String? = nil) -> Waiver {
    Waiver(
      rule: rule, subjects: subjects, reason: "Nicht unsere Aufgabe", approver: "it",
      expires: expires.map(Sample.date))
  }

  private func run(
    _ check: Check = Check(), waivers: [Waiver] = [],
    after change: (inout Portfolio) -> Void
  ) -> CheckResult {
    var portfolio = Sample.portfolio
    change(&portfolio)
    portfolio.waivers += waivers
    return check.run(Snapshot(portfolio, asOf: Sample.today))
  }

  @Suite("waivers")
  struct Waivers {
    let outer = CheckTests()

    private func expectStift(_ portfolio: inout Portfolio) {
      portfolio.changeGuideline("innovativ") {
        $0.expects = [Expected(contributor: .department("stift"))]
      }
    }

    @Test("a waiver silences its finding, whatever the order of its subjects, and is counted")
    func silences() {
      for subjects in [["innovativ", "stift"], ["stift", "innovativ"]] {
        let result = outer.run(waivers: [outer.waiver("gap/department-expected", subjects)]) {
          expectStift(&$0)
        }
        #expect(result.findings == [])
        #expect(result.waived == 1)
      }
    }

    @Test("other subjects, another rule, or an expired waiver silence nothing")
    func doesNotSilence() {
      let others = [
        outer.waiver("gap/department-expected", ["innovativ"]),
        outer.waiver("gap/department-expected", ["innovativ", "stift", "it"]),
        outer.waiver("gap/project-stale", ["innovativ", "stift"]),
      ]
      for other in others {
        let result = outer.run(waivers: [other]) { expectStift(&$0) }
        #expect(result.findings.map(\.rule) == ["gap/department-expected", "gap/waiver-unused"])
        #expect(result.waived == 0)
      }
      let expired = outer.waiver(
        "gap/department-expected", ["innovativ", "stift"], expires: "2026-11-21")
      let result = outer.run(waivers: [expired]) { expectStift(&$0) }
      #expect(result.findings.map(\.rule) == ["gap/department-expected", "gap/waiver-expired"])
    }

    @Test("what derives from a waived finding is silenced too")
    func derived() {
      let change = { (portfolio: inout Portfolio) in
        portfolio.unalign(from: "inklusiv")
        portfolio["wald"].alignments.append(Alignment(guideline: "inklusiv", role: .secondary))
        portfolio["wald"].period = Period(end: Sample.date("2027-02"))
        portfolio.changeGuideline("inklusiv") {
          $0.expects = ["kultur", "umwelt"].map { Expected(contributor: .department($0)) }
        }
      }
      let rules = [
        "gap/department-expected", "gap/guideline-at-risk", "gap/guideline-one-sided",
      ]
      #expect(outer.run(after: change).findings.map(\.rule) == rules)
      let waiver = outer.waiver("gap/guideline-uncovered", ["inklusiv"])
      let result = outer.run(waivers: [waiver], after: change)
      #expect(result.findings == [])
      #expect(result.waived == 3)
      let other = outer.waiver("gap/guideline-uncovered", ["innovativ"])
      #expect(
        outer.run(waivers: [other], after: change).findings.map(\.rule)
          == rules + ["gap/waiver-unused"])
    }

    @Test("a waiver and a fingerprint survive a rename")
    func rename() {
      let before = outer.run { $0["wald"].alignments = [] }
      let renamed = { (portfolio: inout Portfolio) in
        portfolio["wald"].alignments = []
        portfolio["wald"].formerly = ["wald"]
        portfolio["wald"].id = "forst"
      }
      let after = outer.run(after: renamed)
      #expect(after.findings.map(\.fingerprint) == before.findings.map(\.fingerprint))
      #expect(after.findings[0].subjects == [Subject(.project, "forst")])
      for id in ["wald", "forst"] {
        let waiver = outer.waiver("gap/project-unaligned", [id])
        #expect(outer.run(waivers: [waiver], after: renamed).findings == [])
      }
    }
  }

  @Test("findings come in the same order however the portfolio is ordered")
  func order() {
    let result = run(after: manyGaps)
    #expect(result.findings.count > 12)
    for seed in UInt64(1)...20 {
      var generator = SeededRandom(seed: seed)
      let shuffled = run {
        manyGaps(&$0)
        $0.projects.shuffle(using: &generator)
        $0.departments.shuffle(using: &generator)
      }
      #expect(
        shuffled.findings.map(\.fingerprint) == result.findings.map(\.fingerprint), "seed \(seed)")
    }
    #expect(
      zip(result.findings, result.findings.dropFirst()).allSatisfy {
        Finding.precedes($0, $1) && !Finding.precedes($1, $0)
      })
    #expect(result.findings.map(\.severity) == result.findings.map(\.severity).sorted(by: >))
  }

  @Test("no two findings share a fingerprint")
  func fingerprints() {
    let fingerprints = run(after: manyGaps).findings.map(\.fingerprint)
    #expect(Set(fingerprints).count == fingerprints.count)
  }

  @Test("actions name only commands that there are, and are short")
  func actions() {
    let findings = run(after: manyGaps).findings
    #expect(findings.contains { !expectCommands(in: $0.action.german).isEmpty })
    for finding in findings {
      for text in [finding.action.german, finding.action.english] {
        expectCommands(in: text)
        #expect(text.count <= 260, "\(text)")
      }
    }
  }

  private func manyGaps(_ portfolio: inout Portfolio) {
    for number in 1...8 {
      var project = Sample.project("p\(number)", of: number.isMultiple(of: 2) ? "kultur" : "stift")
      project.alignments = number < 5 ? [] : project.alignments
      project.status = number.isMultiple(of: 3) ? nil : .running
      project.period = Period(end: Sample.date("202\(number)"))
      project.partners = [Partner(name: "Partner \(number / 3)")]
      project.links = [Link(project: "p\(number % 8 + 1)", kind: .dependsOn)]
      portfolio.projects.append(project)
    }
  }

  @Test("select, ignore, kinds and department narrow a check down")
  func selection() {
    let rules = { (check: Check) in
      Set(run(check, after: manyGaps).findings.map(\.rule))
    }
    #expect(rules(Check(select: ["project-overdue"])) == ["gap/project-overdue"])
    #expect(rules(Check(kinds: [.network])).allSatisfy { $0.hasPrefix("network/") })
    #expect(!rules(Check(ignore: ["gap"])).contains { $0.hasPrefix("gap/") })
    #expect(rules(Check(select: ["gap/theme-empty"], ignore: ["theme-empty"])) == [])
    let ofKultur = run(Check(department: "kultur"), after: manyGaps).findings
    #expect(!ofKultur.isEmpty && ofKultur.allSatisfy { $0.departments.contains("kultur") })
    let all = run(after: manyGaps).findings.filter { $0.departments.contains("kultur") }
    #expect(ofKultur == all)
  }

  @Test("counts equal the lists they count")
  func counts() {
    let result = run(after: manyGaps)
    #expect(Severity.allCases.reduce(0) { $0 + result.count($1) } == result.findings.count)
    #expect(RuleCategory.allCases.reduce(0) { $0 + result.count($1) } == result.findings.count)
    #expect(result.projects.total == 12)
    #expect(result.projects.byPhase.values.reduce(0, +) == result.projects.total)
  }

  @Test("at most a handful of network findings for each department, and the number of the rest")
  func shown() {
    let result = run { portfolio in
      for number in 1...6 {
        var project = Sample.project("p\(number)", of: "stift")
        project.links = [Link(project: number < 5 ? "akte" : "wald", kind: .coordinatesWith)]
        portfolio.projects.append(project)
      }
      portfolio["p1"].alignments = []
    }
    #expect(result.count(.network) == 6)
    let shown = result.shown(perDepartment: 3)
    // stift is full after three, but umwelt still has room for its own two.
    #expect(shown.findings.count { $0.category == .network } == 5)
    #expect(shown.hidden == [.network: 1])
    #expect(shown.findings.count { $0.category == .gap } == result.count(.gap))
    #expect(result.shown(perDepartment: 99).hidden == [:])
  }

  @Suite("function figures")
  struct Figures {
    let outer = CheckTests()

    @Test("bundling counts departments, further units with projects, and sub-strategies")
    func bundling() {
      let figure = outer.run { _ in }.functions.bundling
      #expect((figure.numerator, figure.denominator) == (4, 4))
      let changed = outer.run {
        $0.departments.append(Department(id: "bau", name: "Baureferat"))
        $0.projects.append(Sample.project("pflege", of: "stift"))
        $0.subStrategies.append(SubStrategy(id: "agenda", name: "Agenda"))
        $0["wald"].status = .discontinued
      }
      .functions.bundling
      #expect((changed.numerator, changed.denominator) == (4, 7))
      #expect(
        changed.sentence.german
          == "4 von 7 Dienststellen und Teilstrategien haben Projekte registriert.")
    }

    @Test("bundling misses exactly the departments that are flagged as silent")
    func bundlingAndSilence() {
      let result = outer.run {
        $0.departments.append(Department(id: "bau", name: "Baureferat"))
        $0.departments.append(
          Department(id: "sport", name: "Sport", offices: [Office(id: "bad", name: "Bäderamt")]))
        $0.departments.append(Department(id: "finanzen", name: "Finanzreferat"))
        $0.subStrategies[0].lead = "finanzen"
        $0["wald"].office = "bad"
      }
      let silent = result.findings.filter { $0.rule == "gap/department-silent" }
      #expect(silent.map { $0.subjects.map(\.id) } == [["bau"]])
      let figure = result.functions.bundling
      #expect((figure.numerator, figure.denominator) == (6, 7))
    }

    @Test("figures of one have their verb in the singular")
    func singular() {
      let figures = outer.run {
        for id in ["wald", "museum", "konto"] { $0[id].alignments = [] }
        $0["wald"].visibility = Visibility(level: .public, label: .granted)
      }
      .functions
      #expect(
        figures.orientation.sentence.german
          == "1 von 4 aktiven Projekten dient nach eigener Angabe einer Leitlinie, geprüft: 0.")
      #expect(
        figures.visibility.sentence.german == "1 von 1 öffentlichen Projekten trägt das Label.")
      #expect(
        figures.networking.sentence.german
          == "4 von 4 aktiven Projekten sind mit anderen Dienststellen oder der Stadtgesellschaft vernetzt."
      )
    }

    @Test("orientation counts current alignments, and the reviewed ones beside them")
    func orientation() {
      let figure = outer.run {
        $0["wald"].alignments = []
        $0["museum"].alignments[0].review = .reviewed
        $0["akte"].alignments.removeLast()
        $0["konto"].status = .completed
        $0.changeGuideline("innovativ") { $0.revision = 2 }
        $0["museum"].alignments[0].revision = 2
      }
      .functions.orientation
      #expect((figure.numerator, figure.denominator, figure.reviewed) == (1, 3, 1))
      #expect(figure.value == 1.0 / 3)
    }

    @Test("networking counts links across departments in either direction, and city society")
    func networking() {
      let figure = outer.run {
        $0.projects.append(Sample.project("allein", of: "stift"))
        $0.projects.append(Sample.project("mit", of: "stift"))
        $0.projects.append(Sample.project("land", of: "stift"))
        $0["mit"].partners = [Partner(name: "Hochschule", sector: .science)]
        $0["land"].partners = [Partner(name: "Land", sector: .state)]
        $0["allein"].links = [Link(project: "mit", kind: .partOf)]
      }
      .functions.networking
      #expect((figure.numerator, figure.denominator) == (5, 7))
    }

    @Test("visibility counts granted labels among public active projects")
    func visibility() {
      let figure = outer.run {
        $0["wald"].visibility = Visibility(level: .public, label: .granted)
        $0["akte"].visibility = Visibility(level: .public, label: .requested)
        $0["konto"].visibility = Visibility(level: .internal, label: .granted)
      }
      .functions.visibility
      #expect((figure.numerator, figure.denominator) == (1, 2))
    }

    @Test("an empty registry has figures of zero")
    func empty() {
      let result = Check().run(Snapshot(Portfolio(), asOf: Sample.today))
      #expect(result.functions.all.allSatisfy { $0.value == 0 && $0.denominator == 0 })
      #expect(result.findings == [])
    }
  }
}
