import Findings
import Portfolio
import Testing

@testable import RegistryDatabase

@Suite("Gap rules and SQL over the imported tables")
struct GapOracleTests {
  @Test("find the same gaps, and silence the same, in 50 random portfolios")
  func sameFindings() async throws {
    let first = UInt64.random(in: .min ... .max)
    var raisedRules: Set<String> = []
    var silencedRules: Set<String> = []
    for seed in (0..<50).map({ first &+ $0 }) {
      let (portfolio, raised, silenced) = try await expected(seed: seed)
      let result = Check(kinds: [.gap]).run(Snapshot(portfolio, asOf: GapPortfolio.today))
      let found = Set(result.findings.map(GapOracle.Outcome.init))
      let waived = Set(result.silenced.map { GapOracle.Outcome($0.finding) })
      #expect(found.subtracting(raised) == [], "false gaps, seed \(seed)")
      #expect(raised.subtracting(found) == [], "missed gaps, seed \(seed)")
      #expect(waived == silenced, "silenced otherwise, seed \(seed)")
      #expect(found.count == result.findings.count, "a gap is flagged twice, seed \(seed)")
      raisedRules.formUnion(raised.map(\.rule))
      silencedRules.formUnion(silenced.map(\.rule))
    }
    let rules = Set(Rules.matching("gap").map { $0.documentation.name })
    #expect(raisedRules == rules, "rules never put to the test, first seed \(first)")
    #expect(silencedRules.count >= 12, "waivers hardly put to the test, first seed \(first)")
  }

  private func expected(
    seed: UInt64
  ) async throws -> (Portfolio, Set<GapOracle.Outcome>, Set<GapOracle.Outcome>) {
    var random = GapPortfolio(seed: seed)
    let portfolio = random.make()
    return try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(portfolio)
        let oracle = GapOracle(day: GapPortfolio.today)
        let (raised, silenced) = try oracle.outcomes(on: session)
        return (try session.registry(), raised, silenced)
      }
    }
  }
}

extension GapOracle.Outcome {
  fileprivate init(_ finding: Finding) {
    self.init(
      rule: finding.rule,
      subjects: finding.subjects.map { "\($0.kind.rawValue):\($0.id)" }.sorted())
  }
}
