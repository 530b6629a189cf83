import Portfolio
import Testing

@testable import RegistryDatabase

@Suite struct AnalysisRunTests {
  private func finding(_ number: Int, since: String? = nil) -> StoredFinding {
    StoredFinding(
      fingerprint: "00000000000000a\(number)", rule: "gap/project-unaligned", severity: "warning",
      score: 0.25,
      subjects: [
        StoredFinding.Subject(kind: "project", id: "a\"\\\n\u{1}ä"),
        StoredFinding.Subject(kind: "guideline", id: "b"),
      ],
      departments: ["kultur"], message: BilingualText(de: "Weil ›x‹", en: "Because 'x'"),
      action: BilingualText(de: "Tun", en: "Do"),
      evidence: [
        StoredFinding.Evidence(
          field: "title", weight: -1.5, detail: BilingualText(de: "„gleich“", en: "\"same\""))
      ],
      location: SourceLocation(file: "projects/a.yaml", line: 3),
      since: since.flatMap { CalendarDay($0) })
  }

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  @Test("findings come back as they were stored, in order")
  func roundTrip() async throws {
    let today = try day("2026-11-22")
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        let runs = AnalysisRuns(session, scope: "all")
        #expect(try runs.findings(asOf: today) == nil)
        try runs.store([finding(2), finding(1)], figures: ["bundling": 0.93], asOf: today)
        #expect(
          try runs.findings(asOf: today)
            == [finding(2, since: "2026-11-22"), finding(1, since: "2026-11-22")])
        let bundling = try session.value(
          "SELECT (figures ->> 'bundling')::float8 FROM analysis_run", as: Double.self)
        #expect(bundling == 0.93)
      }
    }
  }

  @Test("since is the first day of the unbroken series of runs, per scope")
  func since() async throws {
    let days = try ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-10"].map(day)
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        let runs = AnalysisRuns(session, scope: "all")
        try runs.store([finding(1), finding(2)], asOf: days[0])
        try runs.store([finding(1)], asOf: days[1])
        try runs.store([finding(1), finding(2)], asOf: days[2])
        try AnalysisRuns(session, scope: "kultur").store([finding(1)], asOf: days[2])
        #expect(
          try runs.firstDays(before: days[3])
            == ["00000000000000a1": days[0], "00000000000000a2": days[2]])
        #expect(
          try AnalysisRuns(session, scope: "kultur").firstDays(before: days[3])
            == ["00000000000000a1": days[2]])
      }
    }
  }

  @Test("a second run of the same day replaces the first")
  func replaces() async throws {
    let days = try ["2026-09-01", "2026-09-02"].map(day)
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        let runs = AnalysisRuns(session, scope: "all")
        try runs.store([finding(1)], asOf: days[0])
        let first = try runs.store([finding(1), finding(2)], asOf: days[1])
        let second = try runs.store([finding(1)], asOf: days[1])
        #expect(first == second)
        #expect(try session.value("SELECT count(*) FROM analysis_run", as: Int.self) == 2)
        #expect(try session.value("SELECT count(*) FROM finding", as: Int.self) == 2)
        #expect(try runs.findings(asOf: days[1])?.first?.since == days[0])
      }
    }
  }

  @Test("storing a check changes nothing in the registry")
  func leavesRegistryAlone() async throws {
    let today = try day("2026-11-22")
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        let before = try session.rowVersions()
        try AnalysisRuns(session, scope: "all").store([finding(1)], asOf: today)
        #expect(try session.rowVersions() == before)
      }
    }
  }
}
