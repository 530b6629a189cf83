import Portfolio
import Testing

@testable import RegistryDatabase

@Suite("Two people who change one project")
struct EditConflictTests {
  private static func update(
    _ id: String, from version: ChangeMoment?, _ session: Session,
    _ change: (inout Project) -> Void
  ) throws -> ImportReport {
    var work = RegistryImport(isComplete: false, command: "update", source: id)
    work.basis = version.map { EditBasis(project: id, version: $0) }
    return try work.amend(on: session) { registry in
      guard
        var project = registry.projects.first(where: { $0.id == id || $0.formerly.contains(id) })
      else { return [] }
      change(&project)
      return [.project(project)]
    }
  }

  @Test("the second one gets both versions and what both began with, and nothing is overwritten")
  func conflict() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        let version = try #require(try session.version(ofProject: "onleihe"))
        _ = try Self.update("onleihe", from: version, session) { $0.title = "Von der ersten" }
        let conflict = try #require(
          expectThrows(EditConflict.self) {
            try Self.update("onleihe", from: version, session) { $0.title = "Von der zweiten" }
          })
        #expect(conflict.basis?.title == "Onleihe")
        #expect(conflict.stored.title == "Von der ersten")
        #expect(conflict.proposed.title == "Von der zweiten")
        #expect(conflict.changes.map(\.command) == ["update"])
        #expect(try session.registry().projects[0].title == "Von der ersten")

        let next = try #require(try session.version(ofProject: "onleihe"))
        #expect(next > version)
        _ = try Self.update("onleihe", from: next, session) { $0.title = "Von der zweiten" }
        #expect(try session.registry().projects[0].title == "Von der zweiten")
      }
    }
  }

  @Test("a change of a list, of a department or of the id counts, one of another project does not")
  func whatCounts() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        func isRefused(since version: ChangeMoment, _ id: String = "onleihe") throws -> Bool {
          do {
            _ = try Self.update(id, from: version, session) { $0.notes.append("x") }
            return false
          } catch is EditConflict {
            return true
          }
        }
        let changes = [
          "DELETE FROM project_theme WHERE project = 'onleihe'",
          "UPDATE project SET department = 'schule' WHERE id = 'onleihe'",
          "INSERT INTO project_source (project, position, url) VALUES ('onleihe', 1, 'https://a.b')",
        ]
        for change in changes {
          let version = try #require(try session.version(ofProject: "onleihe"))
          try session.execute(change)
          #expect(try isRefused(since: version), "\(change)")
        }
        let version = try #require(try session.version(ofProject: "onleihe"))
        try session.execute("UPDATE project SET title = 'Anderes' WHERE id = 'schul-wlan'")
        try session.execute(
          """
          INSERT INTO project_link (project, target, kind, position)
          VALUES ('schul-wlan', 'onleihe', 'buildsOn', 1)
          """)
        #expect(try !isRefused(since: version))
        #expect(try isRefused(since: version))
        let latest = try #require(try session.version(ofProject: "onleihe"))
        try session.execute(
          "UPDATE project SET id = 'verleih', formerly = '{onleihe}' WHERE id = 'onleihe'")
        #expect(try isRefused(since: latest, "onleihe"))
      }
    }
  }
}
