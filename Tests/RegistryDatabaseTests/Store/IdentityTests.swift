import Portfolio
import Testing

@testable import RegistryDatabase

@Suite struct IdentityTests {
  private let small = SmallRegistry.portfolio

  @Test("a renamed project keeps its row and what hangs on it")
  func rename() async throws {
    var renamed = small
    renamed.projects[0].id = "bibliothek-online"
    renamed.projects[0].formerly = ["onleihe"]
    renamed.projects[1].links = [Link(project: "onleihe", kind: .coordinatesWith)]
    try await withRegistry { [small, renamed] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let report = try session.bring(renamed)
        #expect(report.counts[.project]?.changed == 2)
        #expect(report.counts[.project]?.missing == 0)
        #expect(
          report.changes.first { $0.id == "bibliothek-online" }?.action
            == .renamed(from: "onleihe"))
        #expect(try session.registry() == renamed)
        #expect(try session.bring(renamed).isUnchanged)
      }
    }
  }

  @Test("an earlier id that another project uses is left to that one")
  func renameLeavesLivingProject() async throws {
    var extended = small
    extended.projects.append(SmallRegistry.project("zoo", "Zoo digital", "kultur"))
    extended.projects[2].formerly = ["onleihe"]
    try await withRegistry { [small, ordered = extended] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let report = try session.bring(ordered)
        #expect(report.counts[.project]?.new == 1)
        #expect(report.counts[.project]?.unchanged == 2)
      }
    }
  }

  @Test("the umbrella strategy may get another id")
  func renameStrategy() async throws {
    var renamed = small
    renamed.strategy?.id = "dach-2030"
    try await withRegistry { [small, renamed] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        try session.bring(renamed)
        #expect(try session.registry() == renamed)
      }
    }
  }

  @Test("a second claimant of an id is kept beside the first, again and again the same")
  func secondClaimant() async throws {
    let claimant = SmallRegistry.project("onleihe", "Onleihe", "schule")
    let third = Project(
      id: "onleihe", title: "Onleihe im Bad",
      location: SourceLocation(file: "projects/bad.yaml", line: 1))
    try await withRegistry { [small] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let report = try session.bring(Portfolio(projects: [claimant]), complete: false)
        #expect(
          report.changes.map(\.action) == [.addedBeside(id: "onleihe")]
            && report.changes.map(\.id) == ["onleihe--2"])
        let projects = try session.registry().projects
        #expect(projects.first { $0.id == "onleihe" } == small.projects[0])
        let kept = try #require(projects.first { $0.id == "onleihe--2" })
        #expect(kept.claims == "onleihe" && kept.department == "schule")
        #expect(kept.themes == claimant.themes && kept.alignments == claimant.alignments)

        let before = try session.rowVersions()
        let again = try session.bring(Portfolio(projects: [claimant]), complete: false)
        #expect(again.isUnchanged)
        #expect(try session.rowVersions() == before)
        let beside = try session.bring(Portfolio(projects: [third]), complete: false)
        #expect(beside.changes.map(\.id) == ["onleihe--3"])
        #expect(try session.bring(Portfolio(projects: [third]), complete: false).isUnchanged)
      }
    }
  }

  /// How a part of a registry names the project `onleihe`, which the database has as that of
  /// `kultur`, titled Onleihe, from `projects/kultur/onleihe.yaml`.
  struct Naming: Sendable, CustomTestStringConvertible {
    let title: String
    let department: String?
    let file: String
    let isAnother: Bool

    var testDescription: String { "\(title), \(department ?? "–"), \(file)" }

    static let all = [
      // Edited in place, reached by another path, or moved.
      Naming("Onleihe Plus", "kultur", "projects/kultur/onleihe.yaml", isAnother: false),
      Naming("Onleihe Plus", "kultur", "onleihe.yaml", isAnother: false),
      Naming("Onleihe Plus", nil, "projects/kultur/onleihe.yaml", isAnother: false),
      Naming("Onleihe", "schule", "projects/kultur/onleihe.yaml", isAnother: false),
      Naming("Onleihe", "kultur", "projects/alle.yaml", isAnother: false),
      Naming("Onleihe Plus", "kultur", "projects/kub/onleihe.yaml", isAnother: false),
      Naming("Onleihe", nil, "projects/alle.yaml", isAnother: false),
      // Somebody else's.
      Naming("Onleihe", "schule", "projects/schule/onleihe.yaml", isAnother: true),
      Naming("E-Books", "schule", "projects/schule/onleihe.yaml", isAnother: true),
      Naming("E-Books", "schule", "projects/kultur/onleihe.yaml", isAnother: true),
      Naming("E-Books", "kultur", "projects/kultur/neu.yaml", isAnother: true),
      Naming("E-Books", nil, "projects/neu.yaml", isAnother: true),
    ]

    init(_ title: String, _ department: String?, _ file: String, isAnother: Bool) {
      (self.title, self.department, self.file) = (title, department, file)
      self.isAnother = isAnother
    }
  }

  @Test(
    "a part of a registry overwrites no project that somebody else registered",
    arguments: Naming.all)
  func anotherProject(naming: Naming) async throws {
    let project = Project(
      id: "onleihe", title: naming.title, department: naming.department,
      location: SourceLocation(file: naming.file, line: 1))
    try await withRegistry { [small] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        try session.bring(Portfolio(projects: [project]), complete: false)
        let projects = try session.registry().projects.filter { $0.id.hasPrefix("onleihe") }
        let first = try #require(projects.first { $0.id == "onleihe" })
        if naming.isAnother {
          #expect(first == small.projects[0])
          let second = try #require(projects.first { $0.id == "onleihe--2" })
          #expect(second.title == naming.title && second.claims == "onleihe")
        } else {
          #expect(projects.count == 1)
          #expect(first.title == naming.title && first.department == naming.department)
        }
        #expect(try session.bring(Portfolio(projects: [project]), complete: false).isUnchanged)
      }
    }
  }

  @Test("claimants keep their ids when the whole registry names them in another order")
  func claimantsInAnotherOrder() async throws {
    let first = SmallRegistry.project("portal", "Portal für Kultur", "kultur")
    let second = SmallRegistry.project("portal", "Portal für Schulen", "schule")
    var whole = small
    whole.projects = [second, first]
    whole.projects[1].id = "portal--2"
    whole.projects[1].claims = "portal"
    try await withRegistry { [small, whole] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        try session.bring(Portfolio(projects: [first]), complete: false)
        try session.bring(Portfolio(projects: [second]), complete: false)
        let before = try session.registry().projects.map(\.title)
        let report = try session.bring(whole)
        #expect(report.isUnchanged)
        let after = try session.registry().projects
        #expect(after.map(\.title) == before)
        #expect(after.first { $0.id == "portal" }?.title == "Portal für Kultur")
        #expect(after.first { $0.id == "portal--2" }?.claims == "portal")
      }
    }
  }

  @Test("a project that moves to another department with its file stays the same project")
  func move() async throws {
    var moved = small
    moved.projects[0] = SmallRegistry.project("onleihe", "Onleihe", "schule")
    try await withRegistry { [small, moved] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let report = try session.bring(moved)
        #expect(report.counts[.project]?.changed == 1)
        #expect(report.counts[.project]?.new == 0)
        #expect(try session.registry() == moved)
      }
    }
  }
}
