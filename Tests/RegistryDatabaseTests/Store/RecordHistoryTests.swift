import Portfolio
import TestSupport
import Testing

@testable import RegistryDatabase

@Suite("The history of a record")
struct RecordHistoryTests {
  private static func history(_ id: String, _ session: Session) throws -> RecordHistory {
    let record = try #require(try RecordIdentity.find(id, in: session))
    return try RecordHistory(of: record, in: session)
  }

  private static func change(
    _ session: Session, _ command: String, _ id: String,
    _ change: (inout Project) -> Void
  ) throws {
    _ = try RegistryImport(isComplete: false, command: command, source: id).amend(on: session) {
      registry in
      var project = try #require(registry.projects.first { $0.id == id })
      change(&project)
      return [.project(project)]
    }
  }

  @Test("tells who changed what, when and by which command, with the values before and after")
  func fields() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        try Self.change(session, "update", "onleihe") {
          $0.title = "Onleihe der Stadtbibliothek"
          $0.technologies = ["QR-Code", "eID"]
          $0.alignments[0].rationale = "Ausleihe von zu Hause"
        }
        try session.execute("UPDATE project SET status = 'running' WHERE id = 'onleihe'")
        let history = try Self.history("onleihe", session)
        #expect(history.changes.map(\.change.command) == ["import", "update", nil])
        #expect(history.changes.map(\.change.source) == ["test", "onleihe", nil])
        #expect(history.changes.map(\.change.role) == ["dach", "dach", "dach"])
        #expect(history.changes.map(\.change.moment).isStrictlyAscending)
        #expect(history.changes[0].entries.first?.action == .added)
        let update = history.changes[1].entries
        #expect(
          update.map(\.fields) == [
            [
              .init(
                name: "title", before: .one("Onleihe"),
                after: .one("Onleihe der Stadtbibliothek")),
              .init(name: "technologies", before: nil, after: .list(["QR-Code", "eID"])),
            ],
            [.init(name: "rationale", before: nil, after: .one("Ausleihe von zu Hause"))],
          ])
        #expect(update.map(\.list) == [nil, "alignments"])
        #expect(update.map(\.key) == [[], ["buergernah"]])
        #expect(
          history.changes[2].entries.map(\.fields)
            == [[.init(name: "status", before: nil, after: .one("running"))]])
      }
    }
  }

  @Test("goes on after renames, and leaves an id that was given up to whoever took it")
  func renames() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        var renamed = SmallRegistry.portfolio
        renamed.projects[0].id = "verleih"
        renamed.projects[0].formerly = ["onleihe"]
        try session.bring(renamed)
        // A second one takes the id that became free, and the first one is renamed by SQL.
        try session.bring(
          Portfolio(projects: [SmallRegistry.project("onleihe", "Anderes", "schule")]),
          complete: false)
        try session.execute("UPDATE project SET id = 'ausleihe' WHERE id = 'verleih'")
        try Self.change(session, "update", "onleihe") { $0.title = "Ganz anderes" }

        let first = try Self.history("ausleihe", session)
        #expect(first.record.ids == ["ausleihe", "verleih", "onleihe"])
        #expect(first.title == "Onleihe")
        #expect(first.changes.count == 3)
        #expect(
          first.changes[1].entries.first?.field("id")
            == .init(name: "id", before: .one("onleihe"), after: .one("verleih")))
        // What hangs on it has followed and is not told.
        #expect(first.changes.dropFirst().allSatisfy { $0.entries.allSatisfy { $0.list == nil } })
        #expect(try Self.history("verleih", session) == first)

        let second = try Self.history("onleihe", session)
        #expect(second.record.ids == ["onleihe"])
        #expect(second.changes.map { $0.entries.first?.action } == [.added, .changed])
        #expect(try RecordIdentity.find("nirgends", in: session) == nil)
      }
    }
  }

  @Test("tells of archiving, of moving to another department, and of what others say about it")
  func references() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        var portfolio = SmallRegistry.portfolio
        try session.bring(portfolio)
        portfolio.projects[1].links = [Link(project: "onleihe", kind: .buildsOn)]
        portfolio.projects[0].department = "schule"
        portfolio.verdicts = [Verdict(first: "schul-wlan", second: "onleihe", outcome: .different)]
        try session.bring(portfolio)
        let moved = try Self.history("onleihe", session).changes[1].entries
        #expect(moved.map(\.list) == [nil, "linkedBy", "verdicts"])
        #expect(moved[0].field("department")?.after == .one("schule"))
        #expect(moved[1].key == ["schul-wlan", "buildsOn"])

        portfolio.projects.removeFirst()
        try session.bring(portfolio, prune: true)
        let archived = try Self.history("onleihe", session)
        #expect(archived.changes.last?.entries.first?.field("archived")?.before == nil)
        #expect(archived.changes.last?.entries.first?.field("archived") != nil)
        // The link still names a project that is on record.
        let dangling = try session.value(
          """
          SELECT count(*) FROM project_link AS link
          WHERE NOT EXISTS (SELECT FROM project WHERE project.id = link.target)
          """, as: Int.self)
        #expect(dangling == 0)
      }
    }
  }

  @Test("an entry that moved up is no change, one that went is")
  func places() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        var portfolio = SmallRegistry.portfolio
        portfolio.projects[0].partners = ["A", "B", "C"].map { Partner(name: $0, sector: .science) }
        try session.bring(portfolio)
        try Self.change(session, "update", "onleihe") { $0.partners.removeFirst() }
        let entries = try Self.history("onleihe", session).changes[1].entries
        #expect(entries.count == 1 && entries[0].action == .removed)
        #expect(entries[0].field("name")?.before == .one("A"))
        try Self.change(session, "update", "onleihe") {
          $0.themes.insert("kultur-freizeit", at: 0)
          $0.themes = Array(Set($0.themes))
        }
        #expect(try Self.history("onleihe", session).changes.count == 2)
      }
    }
  }

  @Test("every record can be told, also one that was deleted")
  func otherKinds() async throws {
    let seed = UInt64.random(in: .min ... .max)
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        var random = RandomPortfolio(seed: seed, projects: 12)
        let portfolio = random.make()
        try session.bring(portfolio)
        let ids =
          portfolio.departments.map(\.id) + portfolio.subStrategies.map(\.id)
          + portfolio.measures.map(\.id) + portfolio.participations.map(\.id)
          + portfolio.projects.map(\.id) + [portfolio.strategy?.id ?? ""]
        for id in ids {
          let history = try Self.history(id, session)
          #expect(history.changes.count == 1, "seed \(seed), \(id)")
          #expect(history.changes.first?.entries.first?.action == .added, "seed \(seed), \(id)")
        }
        var rest = portfolio
        rest.measures = []
        try session.bring(rest, prune: true)
        let deleted = try Self.history(portfolio.measures[0].id, session)
        #expect(deleted.changes.last?.entries.first?.action == .removed, "seed \(seed)")
        #expect(deleted.title == portfolio.measures[0].title, "seed \(seed)")
      }
    }
  }
}

extension [ChangeMoment] {
  fileprivate var isStrictlyAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
