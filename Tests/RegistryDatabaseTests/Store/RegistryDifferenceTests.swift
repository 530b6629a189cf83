import Portfolio
import TestSupport
import Testing

@testable import RegistryDatabase

@Suite("The difference between two states")
struct RegistryDifferenceTests {
  @Test("names exactly the records that differ, whatever happened in between")
  func random() async throws {
    let seed = UInt64.random(in: .min ... .max)
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        var random = SeededRandom(seed: seed)
        var base = RandomPortfolio(seed: seed, projects: 20)
        var states: [(moment: ChangeMoment, registry: Portfolio)] = []
        var portfolio = base.make()
        for step in 0..<6 {
          if step > 0 {
            // Of each kind some records become others, and some go back to what they once were.
            var other = RandomPortfolio(seed: seed &+ UInt64(step % 3), projects: 20)
            let made = other.make()
            for index in portfolio.projects.indices where Bool.random(using: &random) {
              let project = portfolio.projects[index]
              if let same = made.projects.first(where: { $0.id == project.id }) {
                portfolio.projects[index] = same
              }
            }
            for index in portfolio.measures.indices where Bool.random(using: &random) {
              portfolio.measures[index] = made.measures[index]
            }
          }
          try session.bring(portfolio)
          states.append((try #require(try session.lastChange()), try session.registry()))
        }
        for (first, second) in [(0, 5), (1, 3), (2, 4), (3, 3), (0, 1)] {
          let difference = try RegistryDifference(
            after: states[first].moment, upTo: states[second].moment, in: session)
          let (old, new) = (states[first].registry, states[second].registry)
          #expect(
            difference.ids(.project)
              == Self.changed(old.projects, new.projects, id: \.id) { $0.withoutPlaces },
            "seed \(seed), \(first)…\(second)")
          #expect(
            difference.ids(.measure)
              == Self.changed(old.measures, new.measures, id: \.id) { measure in
                var measure = measure
                measure.location = nil
                return measure
              },
            "seed \(seed), \(first)…\(second)")
        }
      }
    }
  }

  /// Ids of the values that are in one list only, or differ.
  private static func changed<Value: Hashable>(
    _ old: [Value], _ new: [Value], id: (Value) -> String, _ content: (Value) -> Value
  ) -> [String] {
    let (old, new) = (Set(old.map(content)), Set(new.map(content)))
    return Set(old.symmetricDifference(new).map(id)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  @Test("a renamed record is one that differs, not one that went and one that came")
  func renamed() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        let start = try #require(try session.lastChange())
        try session.execute("UPDATE project SET id = 'verleih' WHERE id = 'onleihe'")
        try session.execute("UPDATE project SET id = 'ausleihe' WHERE id = 'verleih'")
        try session.execute("UPDATE project SET title = 'X' WHERE id = 'schul-wlan'")
        try session.execute("UPDATE project SET title = 'WLAN in Schulen' WHERE id = 'schul-wlan'")
        let difference = try RegistryDifference(after: start, upTo: .end, in: session)
        #expect(difference.changes.count == 4)
        #expect(difference.records.map(\.id) == ["ausleihe"])
        #expect(
          difference.records.first?.entries.first?.fields
            == [.init(name: "id", before: .one("onleihe"), after: .one("ausleihe"))])
      }
    }
  }

  @Test("begins before the first change of a day, or with what a stored check saw")
  func start() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        let today = try #require(try session.value("SELECT current_date", as: CalendarDay.self))
        let whole = try RegistryDifference(
          after: RegistryDifference.Start.day(today).moment(in: session), upTo: .end, in: session)
        #expect(whole.records.allSatisfy { $0.action == .added })
        #expect(whole.records.count == SmallRegistry.portfolio.records.count)
        let run = try AnalysisRuns(session, scope: AnalysisRuns.wholeRegistry)
          .store([], asOf: today)
        try session.execute("DELETE FROM project_theme WHERE project = 'onleihe'")
        let since = try RegistryDifference(
          after: RegistryDifference.Start.run(run).moment(in: session), upTo: .end, in: session)
        #expect(since.records.map(\.id) == ["onleihe"])
        #expect(since.records.first?.entries.map(\.action) == [.removed])
        #expect(throws: HistoryError.unknownRun(99)) {
          try RegistryDifference.Start.run(99).moment(in: session)
        }
      }
    }
  }
}

extension RegistryDifference {
  fileprivate func ids(_ kind: RecordKind) -> [String] {
    records.filter { $0.kind == kind }.map(\.id)
  }
}

extension Project {
  /// Without where it is written.
  fileprivate var withoutPlaces: Project {
    var project = self
    project.location = nil
    for index in project.alignments.indices { project.alignments[index].line = nil }
    for index in project.links.indices { project.links[index].line = nil }
    return project
  }
}
