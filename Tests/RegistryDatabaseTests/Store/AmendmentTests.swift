import Portfolio
import Testing

@testable import RegistryDatabase

@Suite struct AmendmentTests {
  private static let amendment = RegistryImport(isComplete: false, source: "test")

  /// Two projects of one file, the second of which sorts before the first by its id.
  private static let oneFile: Portfolio = {
    var portfolio = SmallRegistry.portfolio
    portfolio.projects = ["b", "a"].enumerated().map { index, id in
      var project = SmallRegistry.project(id, "Projekt \(id)", "kultur")
      project.location = SourceLocation(file: "projects/kultur.yaml", line: 1 + 10 * index)
      return project
    }
    return portfolio
  }()

  @Test("a record that is changed alone keeps its place in its file")
  func keepsPlace() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(Self.oneFile)
        let report = try Self.amendment.amend(on: session) { registry in
          var project = registry.projects[1]
          project.title = "Neu"
          return [.project(project)]
        }
        #expect(report.counts[.project]?.changed == 1)
        var expected = Self.oneFile
        expected.projects[1].title = "Neu"
        #expect(try session.registry().projects == expected.projects)
        let versions = try session.rowVersions()
        let again = try Self.amendment.amend(on: session) { [.project($0.projects[1])] }
        #expect(again.isUnchanged)
        #expect(try session.rowVersions() == versions)
      }
    }
  }

  @Test("a project that gets another title and department at once stays the same project")
  func changesWholly() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(Self.oneFile)
        let report = try Self.amendment.amend(on: session) { registry in
          var project = registry.projects[0]
          (project.title, project.department) = ("Neu", "schule")
          return [.project(project)]
        }
        #expect(report.counts[.project]?.changed == 1)
        #expect(report.counts[.project]?.new == 0)
        #expect(try session.registry().projects.count == 2)
      }
    }
  }

  @Test("of two changes at the same time the second sees the first")
  func losesNothing() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { try $0.bring(Self.oneFile) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<6 {
          group.addTask {
            let database = try await temporary.connect()
            _ = try await database.run { session in
              try Self.amendment.amend(on: session) { registry in
                var project = registry.projects[0]
                project.audience.append("Gruppe \(number)")
                return [.project(project)]
              }
            }
            await database.close()
          }
        }
        try await group.waitForAll()
      }
      let project = try await temporary.database.run { try $0.registry().projects[0] }
      #expect(project.audience.sorted() == (0..<6).map { "Gruppe \($0)" })
    }
  }

  @Test("records of a complete kind that are left out are deleted, those of other kinds are not")
  func completeKind() async throws {
    var portfolio = Self.oneFile
    portfolio.waivers = ["offen", "buergernah"].map {
      Waiver(rule: "gap/guideline-uncovered", subjects: [$0], reason: "später", approver: "kultur")
    }
    portfolio.verdicts = [Verdict(first: "a", second: "b", outcome: .different)]
    var amendment = Self.amendment
    amendment.completeKinds = [.waiver]
    amendment.prunes = true
    try await withRegistry { [portfolio, amendment] temporary in
      try await temporary.database.run { session in
        try session.bring(portfolio)
        let report = try amendment.amend(on: session) { registry in
          registry.waivers.filter { $0.subjects == ["offen"] }.map { .waiver($0) }
        }
        #expect(report.counts[.waiver]?.deleted == 1)
        let rest = try session.registry()
        #expect(rest.waivers.map(\.subjects) == [["offen"]])
        #expect(rest.verdicts.count == 1 && rest.projects.count == 2)
        _ = try amendment.amend(on: session) { _ in [] }
        #expect(try session.registry().waivers.isEmpty)
      }
    }
  }
}
