import Findings
import Portfolio
import Testing

@Suite("A baseline")
struct BaselineTests {
  private func result(_ change: (inout Portfolio) -> Void) -> CheckResult {
    var portfolio = Sample.portfolio
    change(&portfolio)
    return Check().run(Snapshot(portfolio, asOf: Sample.today))
  }

  @Test("knows its findings whatever their texts and places become, and counts what is gone")
  func comparison() {
    let before = result {
      $0["wald"].alignments = []
      $0["akte"].summary = nil
    }
    let baseline = Baseline(fingerprints: Set(before.findings.map(\.fingerprint)))
    let after = result {
      $0["wald"].alignments = []
      $0["wald"].title = "Ein neuer Titel"
      $0["wald"].location = SourceLocation(file: "anderswo.yaml", line: 99)
      $0["wald"].formerly = ["wald"]
      $0["wald"].id = "forst"
      $0["konto"].alignments = []
    }
    .compared(to: baseline)
    #expect(after.findings.count == 2)
    #expect(after.newFindings.map { $0.subjects[0].id } == ["konto"])
    #expect(after.known?.count == 1 && after.resolved == 1)
    #expect(after.newOnly().findings == after.newFindings)
  }

  @Test("without one, everything is new")
  func none() {
    let plain = result { $0["wald"].alignments = [] }
    #expect(plain.newFindings == plain.findings && plain.newOnly() == plain)
  }
}
