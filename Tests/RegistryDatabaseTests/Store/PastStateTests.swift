import Portfolio
import Testing

@testable import RegistryDatabase

@Suite("An earlier state")
struct PastStateTests {
  private static let first = CalendarDay("2026-03-01") ?? CalendarDay(daysSinceEpoch: 0)

  @Test("is loaded exactly as it was when it was checked, whatever has changed since")
  func exact() async throws {
    let seed = UInt64.random(in: .min ... .max)
    var portfolios: [Portfolio] = []
    for step in UInt64(0)..<5 {
      var random = RandomPortfolio(seed: seed &+ step, projects: 30)
      portfolios.append(random.make())
    }
    try await withRegistry { [portfolios] temporary in
      try await temporary.database.run { session in
        var states: [Portfolio] = []
        for (step, portfolio) in portfolios.enumerated() {
          try session.bring(portfolio, prune: true)
          states.append(try session.registry())
          try AnalysisRuns(session, scope: AnalysisRuns.wholeRegistry)
            .store([], asOf: Self.first.advanced(byDays: step))
        }
        for (step, state) in states.enumerated() {
          let load = RegistryLoad(asOf: Self.first.advanced(byDays: step))
          let loaded = try load.load(session)
          #expect(loaded.strategy == state.strategy, "seed \(seed), step \(step)")
          #expect(loaded.projects == state.projects, "seed \(seed), step \(step)")
          #expect(loaded == state, "seed \(seed), step \(step)")
        }
        // Looking back has changed nothing about the present.
        #expect(try session.registry() == states.last)
      }
    }
  }

  @Test("costs nothing for records that never change, and one row for each that does")
  func cost() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        let kept = { try session.value("SELECT count(*) FROM row_history", as: Int.self) }
        #expect(try kept() == 0)
        try session.bring(SmallRegistry.portfolio)
        #expect(try kept() == 0)
        var changed = SmallRegistry.portfolio
        changed.projects[0].title = "Onleihe der Stadtbibliothek"
        try session.bring(changed)
        #expect(try kept() == 1)
        let title = try session.value(
          "SELECT content ->> 'title' FROM row_history", as: String.self)
        #expect(title == "Onleihe")
      }
    }
  }

  @Test("is kept as well when somebody writes by SQL")
  func anyWriter() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        try AnalysisRuns(session, scope: AnalysisRuns.wholeRegistry).store([], asOf: Self.first)
        try session.execute("UPDATE project SET id = 'verleih' WHERE id = 'onleihe'")
        try session.execute("DELETE FROM project_alignment WHERE project = 'schul-wlan'")
        #expect(try session.registry().projects.map(\.id) == ["verleih", "schul-wlan"])
        #expect(try RegistryLoad(asOf: Self.first).load(session) == SmallRegistry.portfolio)
      }
    }
  }

  @Test("is refused for a day before anything was stored, with the oldest day there is")
  func tooEarly() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        let day = CalendarDay("2001-01-01") ?? CalendarDay(daysSinceEpoch: 0)
        #expect(throws: HistoryError.nothingStored(day)) {
          try RegistryLoad(asOf: day).load(session)
        }
        try session.bring(SmallRegistry.portfolio)
        let today = try session.value("SELECT current_date", as: CalendarDay.self)
        #expect(throws: HistoryError.tooEarly(day, oldest: try #require(today))) {
          try RegistryLoad(asOf: day).load(session)
        }
      }
    }
  }

  @Test("the trend counts what each stored check found, what was new and what was gone")
  func trend() async throws {
    @Sendable func finding(_ number: Int, _ rule: String) -> StoredFinding {
      StoredFinding(
        fingerprint: "00000000000000a\(number)", rule: rule, severity: "warning", score: 1,
        subjects: [], departments: [], message: BilingualText(de: "x", en: "y"),
        action: BilingualText(de: "x", en: "y"))
    }
    let rules = ["gap/theme-empty", "gap/project-stale", "network/silo"]
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        let runs = AnalysisRuns(session, scope: AnalysisRuns.wholeRegistry)
        let findings = rules.enumerated().map { finding($0.offset, $0.element) }
        try runs.store(Array(findings[..<2]), figures: ["bundling": 0.5], asOf: Self.first)
        try runs.store(
          Array(findings[1...]), figures: ["bundling": 0.75], asOf: Self.first.advanced(byDays: 9))
        let trend = try runs.trend(upTo: Self.first.advanced(byDays: 30))
        #expect(trend.map(\.day) == [Self.first, Self.first.advanced(byDays: 9)])
        #expect(trend.map { $0.figures["bundling"] } == [0.5, 0.75])
        #expect(trend.map(\.appeared) == [0, 1])
        #expect(trend.map(\.closed) == [0, 1])
        #expect(trend.map(\.categories) == [["gap": 2], ["gap": 1, "network": 1]])
        #expect(trend.map(\.severities) == [["warning": 2], ["warning": 2]])
        #expect(trend.map(\.medianAgeOfGaps) == [0, 9])
        #expect(try runs.trend(upTo: Self.first).count == 1)
      }
    }
  }
}
