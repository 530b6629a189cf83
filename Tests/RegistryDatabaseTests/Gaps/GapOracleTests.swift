import Findings
import Portfolio
import Testing

@testable import RegistryDatabase

@Suite("Gap rules and SQL over the imported tables")
struct GapOracleTests {
  /// The rules that read what a description means, which SQL cannot say; labelled projects judge
  /// them (`scripts/evaluate alignment`).
  private static let readingTexts: Set<String> = [
    "gap/alignment-suggested", "gap/alignment-unsupported", "gap/theme-mismatch",
  ]

  @Test("find the same gaps, and silence the same, in at least 50 random portfolios")
  func sameFindings() async throws {
    let first = UInt64.random(in: .min ... .max)
    let rules = Set(Rules.matching("gap").map { $0.documentation.name })
      .subtracting(Self.readingTexts)
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        var raisedRules: Set<String> = []
        var silencedRules: Set<String> = []
        var count: UInt64 = 0
        // Some gaps are rare; the search for the last of them ends, too.
        while count < 50 || raisedRules != rules && count < 500 {
          let (raised, silenced) = try compare(seed: first &+ count, on: session)
          raisedRules.formUnion(raised)
          silencedRules.formUnion(silenced)
          count += 1
        }
        #expect(raisedRules == rules, "rules never put to the test, first seed \(first)")
        #expect(silencedRules.count >= 8, "waivers hardly put to the test, first seed \(first)")
      }
    }
  }

  /// Compares the rules' findings with those of SQL over the same portfolio.
  ///
  /// - Returns: the rules of which something was raised, and of which something was silenced.
  private func compare(
    seed: UInt64, on session: Session
  ) throws -> (raised: Set<String>, silenced: Set<String>) {
    var random = GapPortfolio(seed: seed)
    let tables = StoredTable.all.map(\.name).joined(separator: ", ")
    try session.execute("TRUNCATE \(tables), account")
    try session.bring(random.make())
    let (raised, silenced) = try GapOracle(day: GapPortfolio.today).outcomes(on: session)
    let result = Check(kinds: [.gap])
      .run(Snapshot(try session.registry(), asOf: GapPortfolio.today))
    let findings = result.findings.filter { !Self.readingTexts.contains($0.rule) }
    let found = Set(findings.map(GapOracle.Outcome.init))
    let waived = Set(result.silenced.map { GapOracle.Outcome($0.finding) })
    #expect(found.subtracting(raised) == [], "false gaps, seed \(seed)")
    #expect(raised.subtracting(found) == [], "missed gaps, seed \(seed)")
    #expect(waived == silenced, "silenced otherwise, seed \(seed)")
    #expect(found.count == findings.count, "a gap is flagged twice, seed \(seed)")
    return (Set(raised.map(\.rule)), Set(silenced.map(\.rule)))
  }
}

extension GapOracle.Outcome {
  fileprivate init(_ finding: Finding) {
    self.init(
      rule: finding.rule,
      subjects: finding.subjects.map { "\($0.kind.rawValue):\($0.id)" }.sorted())
  }
}
