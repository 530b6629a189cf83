import Portfolio
import Testing

@testable import RegistryDatabase

@Suite struct ImportTests {
  private let small = SmallRegistry.portfolio

  @Test("changes are listed exactly, with old and new values")
  func listsChanges() async throws {
    var edited = small
    edited.projects[0].title = "Onleihe neu"
    edited.projects[0].period = Period(start: PartialDate("2024-05"))
    edited.projects[0].links = [Link(project: "schul-wlan", kind: .buildsOn)]
    edited.projects[0].alignments = [Alignment(guideline: "offen", role: .primary)]
    edited.projects[1].alignments[0].rationale = "weil alle Schulen es nutzen"
    edited.projects.append(SmallRegistry.project("museum", "Museum digital", "kultur"))
    edited.subStrategies[0].budget = Budget(cents: 123_450)
    try await withRegistry { [small, edited] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let report = try session.bring(edited)
        #expect(
          report.changes == [
            ImportReport.Change(
              kind: .subStrategy, id: "schul-it", title: "Schul-IT", action: .changed,
              fields: [
                ImportReport.FieldChange(field: "budget.amount", old: nil, new: "1234.50"),
                ImportReport.FieldChange(field: "budget.currency", old: nil, new: "EUR"),
              ]),
            ImportReport.Change(
              kind: .project, id: "museum", title: "Museum digital", action: .added),
            ImportReport.Change(
              kind: .project, id: "onleihe", title: "Onleihe neu", action: .changed,
              fields: [
                ImportReport.FieldChange(field: "title", old: "Onleihe", new: "Onleihe neu"),
                ImportReport.FieldChange(field: "period.start", old: nil, new: "2024-05"),
              ],
              lists: [
                ImportReport.ListChange(list: "alignments", added: 1, removed: 1),
                ImportReport.ListChange(list: "links", added: 1),
              ]),
            ImportReport.Change(
              kind: .project, id: "schul-wlan", title: "WLAN in Schulen", action: .changed,
              lists: [ImportReport.ListChange(list: "alignments", changed: 1)]),
          ])
        #expect(report.counts[.project]?.new == 1)
        #expect(report.counts[.project]?.changed == 2)
        #expect(report.counts[.department]?.unchanged == 2)
        #expect(report.unlisted == 0)
        #expect(try session.registry().projects.map(\.id) == ["museum", "onleihe", "schul-wlan"])
      }
    }
  }

  @Test("a long list of changes is cut short, and the rest is counted")
  func boundedList() async throws {
    try await withRegistry { [small] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        var work = RegistryImport(isComplete: false, source: "test")
        work.listedChanges = 3
        let report = try work.run(on: session) { add in
          for number in 0..<10 {
            try add(.project(SmallRegistry.project("p-\(number)", "P", "kultur")))
          }
        }
        #expect(report.changes.map(\.id) == ["p-0", "p-1", "p-2"])
        #expect(report.unlisted == 7)
        #expect(report.counts[.project]?.new == 10)
      }
    }
  }

  @Test("a rehearsal reports the same and writes nothing")
  func dryRun() async throws {
    var edited = small
    edited.projects[0].title = "Anders"
    edited.projects.removeLast()
    try await withRegistry { [small, edited] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let before = try session.rowVersions()
        var rehearsed = try session.bring(edited, prune: true, dryRun: true)
        #expect(rehearsed.isDryRun)
        #expect(try session.rowVersions() == before)
        rehearsed.isDryRun = false
        #expect(try session.bring(edited, prune: true) == rehearsed)
      }
    }
  }

  @Test("a failure in the middle of the input leaves everything as it was")
  func failsAsAWhole() async throws {
    struct Broken: Error {}
    try await withRegistry { [small] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let before = try session.rowVersions()
        #expect(throws: Broken.self) {
          try RegistryImport(source: "test").run(on: session) { add in
            for number in 0..<2500 {
              try add(.project(SmallRegistry.project("p-\(number)", "P", "kultur")))
            }
            throw Broken()
          }
        }
        #expect(try session.rowVersions() == before)
      }
    }
  }

  @Test("an unknown department is refused in words, and nothing is stored")
  func refusesBrokenReference() async throws {
    var edited = small
    edited.projects[1].department = "gibt-es-nicht"
    try await withRegistry { [small, edited] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let before = try session.rowVersions()
        #expect {
          _ = try session.bring(edited)
        } throws: { error in
          guard case ImportError.brokenReference(let sentence) = error else { return false }
          return sentence.contains("gibt-es-nicht")
        }
        #expect(try session.rowVersions() == before)
      }
    }
  }

  @Test("a guideline in use cannot be taken away")
  func keepsUsedGuideline() async throws {
    var edited = Portfolio(strategy: small.strategy)
    edited.strategy?.guidelines.removeFirst()
    try await withRegistry { [small, edited] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        #expect(throws: ImportError.self) { try session.bring(edited, complete: false) }
        #expect(try session.registry() == small)
      }
    }
  }

  @Test("cited sources have to be listed with the strategy")
  func refusesUnknownSource() async throws {
    var edited = small
    edited.departments[0].sources = ["niemals_gelistet"]
    try await withRegistry { [edited] temporary in
      try await temporary.database.run { session in
        #expect(throws: ImportError.unknownSources(["niemals_gelistet"])) {
          try session.bring(edited)
        }
        let stored = try session.registry()
        #expect(stored == Portfolio())
      }
    }
  }

  @Test("two records with one id are refused")
  func refusesRepeatedRecord() async throws {
    var edited = small
    edited.projects.append(edited.projects[0])
    try await withRegistry { [edited] temporary in
      try await temporary.database.run { session in
        #expect(throws: ImportError.repeatedRecord(.project, id: "onleihe")) {
          try session.bring(edited)
        }
        let stored = try session.registry()
        #expect(stored == Portfolio())
      }
    }
  }

  @Test("missing records are listed, archived or deleted when asked for, and revived")
  func missingRecords() async throws {
    var rest = small
    rest.projects.removeFirst()
    rest.subStrategies = []
    rest.departments.removeFirst()
    try await withRegistry { [small, rest] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let listed = try session.bring(rest)
        #expect(listed.isUnchanged)
        #expect(
          listed.changes.map(\.id) == ["onleihe", "schul-it", "kultur"]
            && listed.changes.allSatisfy { $0.action == .missing })
        #expect(try session.registry() == small)

        let pruned = try session.bring(rest, prune: true)
        #expect(pruned.counts[.project]?.archived == 1)
        #expect(pruned.counts[.subStrategy]?.deleted == 1)
        // The archived project still belongs to it.
        #expect(pruned.counts[.department]?.deleted == 0)
        #expect(pruned.counts[.department]?.missing == 1)
        #expect(try session.registry().projects == rest.projects)
        #expect(try session.registry(archived: true).projects == small.projects)

        let revived = try session.bring(small)
        #expect(revived.counts[.project]?.revived == 1)
        #expect(revived.changes.contains { $0.id == "onleihe" && $0.action == .revived })
        #expect(try session.registry() == small)
      }
    }
  }

  @Test("a partial input lists nothing as missing")
  func partialInput() async throws {
    try await withRegistry { [small] temporary in
      try await temporary.database.run { session in
        try session.bring(small)
        let report = try session.bring(Portfolio(projects: [small.projects[1]]), complete: false)
        #expect(report.isUnchanged)
        #expect(report.changes == [])
        #expect(report.counts[.project]?.missing == 0)
      }
    }
  }
}
