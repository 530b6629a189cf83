@testable import Findings
import Portfolio
import Testing

@Suite("Expected and actual contributions")
struct ContributionTests {
  private func snapshot(_ change: (inout Portfolio) -> Void) -> Snapshot {
    var portfolio = Sample.portfolio
    change(&portfolio)
    return Snapshot(portfolio, asOf: Sample.today)
  }

  private func entry(
    _ snapshot: Snapshot, _ place: String, _ contributor: String
  ) throws -> ExpectedCoverage.Entry {
    try #require(
      ExpectedCoverage.make(snapshot).entries.first {
        $0.place.id == place && $0.contributor.id == contributor
      })
  }

  private func expect(_ department: String, minimum: Int = 1) -> (inout Portfolio) -> Void {
    { portfolio in
      portfolio.changeGuideline("innovativ") {
        $0.expects = [Expected(contributor: .department(department), minimum: minimum)]
      }
    }
  }

  @Test("a part and its whole are one contribution, the whole stands for both")
  func partAndWhole() throws {
    let snapshot = snapshot {
      expect("it", minimum: 2)(&$0)
      $0["akte"].links.append(Link(project: "konto", kind: .partOf))
    }
    let entry = try entry(snapshot, "innovativ", "it")
    #expect(entry.declared == ["konto"] && entry.state == .missing && entry.lacking == 1)
    let row = CoverageOverview.make(snapshot).guidelines[0]
    #expect(row.merged == ["akte"])
    #expect(row.declared.all.sorted() == ["konto", "museum", "wald"])
  }

  @Test("two parts of a whole that serves something else stay two contributions")
  func siblings() throws {
    let snapshot = snapshot {
      expect("it", minimum: 2)(&$0)
      $0["akte"].links.append(Link(project: "dach", kind: .partOf))
      $0["konto"].links.append(Link(project: "dach", kind: .partOf))
      var whole = Sample.project("dach", of: "it")
      whole.alignments = []
      $0.projects.append(whole)
    }
    #expect(try entry(snapshot, "innovativ", "it").declared == ["akte", "konto"])
  }

  @Test("a department contributes by a part of another department's project")
  func throughTheWhole() throws {
    let change = { (portfolio: inout Portfolio) in
      self.expect("umwelt")(&portfolio)
      portfolio["wald"].alignments = []
    }
    #expect(try entry(snapshot(change), "innovativ", "umwelt").state == .missing)
    let linked = snapshot {
      change(&$0)
      $0["wald"].links.append(Link(project: "museum", kind: .partOf))
    }
    let entry = try entry(linked, "innovativ", "umwelt")
    #expect(entry.declared == ["museum"] && entry.state == .fulfilled)
  }

  @Test("bundled projects and projects registered twice are one contribution")
  func bundlesAndTwins() throws {
    for outcome in [Verdict.Outcome.bundle, .duplicate] {
      let snapshot = snapshot {
        expect("it", minimum: 2)(&$0)
        $0.verdicts = [Verdict(first: "konto", second: "akte", outcome: outcome)]
      }
      #expect(try entry(snapshot, "innovativ", "it").declared.count == 1, "\(outcome)")
    }
    let different = snapshot {
      expect("it", minimum: 2)(&$0)
      $0.verdicts = [Verdict(first: "konto", second: "akte", outcome: .different)]
    }
    #expect(try entry(different, "innovativ", "it").declared.count == 2)
  }

  @Test("a circle of parts is one contribution and does not vanish")
  func circle() throws {
    let snapshot = snapshot {
      expect("it")(&$0)
      $0["akte"].links.append(Link(project: "konto", kind: .partOf))
      $0["konto"].links.append(Link(project: "akte", kind: .partOf))
    }
    #expect(try entry(snapshot, "innovativ", "it").declared.count == 1)
  }

  @Test("declared and reviewed are two figures; gaps follow from the declared one")
  func declaredAndReviewed() throws {
    let snapshot = snapshot {
      expect("it", minimum: 2)(&$0)
      $0["akte"].alignments[0].review = .reviewed
    }
    let entry = try entry(snapshot, "innovativ", "it")
    #expect(entry.declared == ["akte", "konto"] && entry.reviewed == ["akte"])
    #expect(entry.state == .fulfilled && !entry.isFulfilledAsReviewed)
  }

  @Test(
    "every obligation has its state",
    arguments: [
      (Expected.Obligation.must, nil, "missing"), (.must, "2027", "ahead"),
      (.must, "2026-10", "missing"),
      (.may, nil, "welcome"), (.exempt, nil, "exempt"),
    ] as [(Expected.Obligation, String?, String)])
  func states(obligation: Expected.Obligation, by: String?, state: String) throws {
    let snapshot = snapshot {
      $0.changeGuideline("innovativ") {
        $0.expects = [
          Expected(
            contributor: .department("stift"), obligation: obligation, by: by.map(Sample.date))
        ]
      }
    }
    #expect(try entry(snapshot, "innovativ", "stift").state.rawValue == state)
  }

  @Test("an exception lets off one department, or all from the whole guideline")
  func waived() throws {
    for (rule, subjects) in [
      ("gap/department-expected", ["stift", "innovativ"]),
      ("gap/guideline-uncovered", ["innovativ"]),
    ] {
      let snapshot = snapshot {
        expect("stift")(&$0)
        $0.waivers = [Waiver(rule: rule, subjects: subjects, reason: "…", approver: "it")]
      }
      let entry = try entry(snapshot, "innovativ", "stift")
      #expect(entry.state == .waived && entry.waiver?.rule == rule && entry.lacking == 0)
    }
  }

  @Test("who is exempt is never missed, whatever else the strategy says")
  func exemptWins() {
    let found = flagged("department-expected") {
      $0.changeGuideline("innovativ") {
        $0.expects = [
          Expected(contributor: .department("stift")),
          Expected(contributor: .department("stift"), obligation: .exempt),
        ]
      }
    }
    #expect(found == [])
  }
}
