import Findings
import Portfolio
import Testing

@Suite("The ledger of exceptions")
struct WaiverLedgerTests {
  private func waiver(_ subjects: [String], expires: String?) -> Waiver {
    Waiver(
      rule: "gap/department-expected", subjects: subjects, reason: "Nicht unsere Aufgabe",
      approver: "it", expires: expires.map(Sample.date))
  }

  private func ledger(_ waivers: [Waiver]) -> (WaiverLedger, CheckResult) {
    var portfolio = Sample.portfolio
    portfolio.changeGuideline("innovativ") {
      $0.expects = [Expected(contributor: .department("stift"))]
    }
    portfolio.waivers = waivers
    let snapshot = Snapshot(portfolio, asOf: Sample.today)
    let result = Check().run(snapshot)
    return (WaiverLedger.make(snapshot, findings: result), result)
  }

  @Test("gives every exception its state")
  func states() {
    let missing = ["innovativ", "stift"]
    let cases: [([Waiver], [WaiverLedger.State])] = [
      ([waiver(missing, expires: nil)], [.inForce]),
      ([waiver(missing, expires: "2028")], [.inForce]),
      ([waiver(missing, expires: "2026-12")], [.expiring]),
      ([waiver(missing, expires: "2026-11-22")], [.expiring]),
      ([waiver(missing, expires: "2026-11-21")], [.expired]),
      ([waiver(["inklusiv", "stift"], expires: nil)], [.unused]),
      ([waiver(["inklusiv", "stift"], expires: "2025")], [.settled]),
      (
        [waiver(missing, expires: "2025"), waiver(missing, expires: nil)], [.superseded, .inForce]
      ),
    ]
    for (waivers, states) in cases {
      #expect(ledger(waivers).0.entries.map(\.state) == states)
    }
  }

  @Test("names what each silences, and the check gives the same findings")
  func silenced() {
    let (ledger, result) = ledger([waiver(["stift", "innovativ"], expires: nil)])
    #expect(result.silenced.map(\.finding.rule) == ["gap/department-expected"])
    #expect(ledger.entries[0].silenced == result.silenced.map(\.finding.fingerprint))
    #expect(result.waived == 1)
  }

  @Test("an expired exception bites again by itself on the day after its last")
  func expiry() {
    for (day, rules) in [
      ("2026-11-30", []), ("2026-12-01", ["gap/department-expected", "gap/waiver-expired"]),
    ] as [(String, [String])] {
      var portfolio = Sample.portfolio
      portfolio.changeGuideline("innovativ") {
        $0.expects = [Expected(contributor: .department("stift"))]
      }
      portfolio.waivers = [waiver(["innovativ", "stift"], expires: "2026-11")]
      let result = Check().run(Snapshot(portfolio, asOf: Sample.day(day)))
      #expect(result.findings.map(\.rule) == rules)
    }
  }

  @Test("a newer exception under a project's former id replaces an expired one")
  func renamed() {
    for (old, new) in [("wald", "forst"), ("forst", "wald")] {
      var portfolio = Sample.portfolio
      portfolio["wald"].alignments = []
      portfolio["wald"].formerly = ["wald"]
      portfolio["wald"].id = "forst"
      portfolio.waivers = [(old, "2025"), (new, "2027")].map { id, expires in
        Waiver(
          rule: "gap/project-unaligned", subjects: [id], reason: "…", approver: "it",
          expires: Sample.date(expires))
      }
      #expect(Check().run(Snapshot(portfolio, asOf: Sample.today)).findings == [])
    }
  }
}
