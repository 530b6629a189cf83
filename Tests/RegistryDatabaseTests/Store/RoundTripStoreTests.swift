import Portfolio
import RegistryDatabase
import Testing

@Suite struct RegistryRoundTripTests {
  @Test("what is imported is loaded again, without loss and in order", arguments: 0..<6)
  func roundTrip(round: Int) async throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomPortfolio(seed: seed, projects: [0, 1, 7, 40, 120, 25][round])
    let portfolio = round == 0 ? Portfolio() : random.make()
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        let report = try session.bring(portfolio)
        let loaded = try session.registry()
        #expect(loaded.strategy == portfolio.strategy, "seed \(seed)")
        #expect(loaded.projects == portfolio.projects, "seed \(seed)")
        #expect(loaded == portfolio, "seed \(seed)")
        let count = portfolio.projects.count + portfolio.mergedProjects.count
        #expect(report.counts[.project]?.new ?? 0 == count, "seed \(seed)")
      }
    }
  }

  @Test("a second import changes nothing, says so and writes no row")
  func secondImport() async throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomPortfolio(seed: seed, projects: 60)
    let portfolio = random.make()
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        #expect(try !session.bring(portfolio).isUnchanged, "seed \(seed)")
        let before = try session.rowVersions()
        let report = try session.bring(portfolio)
        #expect(report.isUnchanged, "seed \(seed)")
        #expect(report.changes == [], "seed \(seed)")
        #expect(report.counts[.project]?.unchanged == 60, "seed \(seed)")
        #expect(try session.rowVersions() == before, "seed \(seed)")
      }
    }
  }

  @Test("any registry can be turned into any other by importing it with pruning")
  func fromOneToAnother() async throws {
    let seed = UInt64.random(in: .min ... .max)
    var first = RandomPortfolio(seed: seed, projects: 40)
    var second = RandomPortfolio(seed: seed &+ 1, projects: 40)
    let old = first.make()
    var rest = second.make()
    rest.projects.removeLast(10)
    try await withRegistry { [new = rest] temporary in
      try await temporary.database.run { session in
        try session.bring(old)
        let report = try session.bring(new, prune: true)
        #expect(try session.registry().projects == new.projects, "seed \(seed)")
        #expect(try session.registry() == new, "seed \(seed)")
        #expect(report.counts[.project]?.archived == 10, "seed \(seed)")
        #expect(try session.bring(new, prune: true).isUnchanged, "seed \(seed)")
      }
    }
  }

  @Test("a shifted line is stored without being a change")
  func shiftedLines() async throws {
    var shifted = SmallRegistry.portfolio
    shifted.projects[0].location = SourceLocation(file: "projects/kultur/onleihe.yaml", line: 7)
    shifted.projects[0].alignments[0].line = 12
    shifted.departments[1].location = SourceLocation(file: "departments.yaml", line: 40)
    try await withRegistry { [portfolio = shifted] temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        #expect(try session.bring(portfolio).isUnchanged)
        #expect(try session.registry() == portfolio)
        let runs = try session.value("SELECT count(*) FROM import_run", as: Int.self)
        #expect(runs == 1)
      }
    }
  }

  @Test("the ids that a partial input may refer to are known")
  func knownRecords() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        let known = try KnownRecords(session)
        #expect(known.departments == SmallRegistry.portfolio.departments)
        #expect(known.guidelines == ["buergernah", "offen"])
        #expect(known.projects == ["onleihe", "schul-wlan"])
        #expect(known.subStrategies == ["schul-it"])
      }
    }
  }
}
