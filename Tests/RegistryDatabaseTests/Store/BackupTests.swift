import Foundation
import Portfolio
import RegistryFiles
import TestSupport
import Testing

@testable import RegistryDatabase

@Suite("A backup")
struct BackupTests {
  private static let environment = ["PATH": "/usr/bin:/bin"]

  /// The files of an export by their paths.
  private static func export(_ portfolio: Portfolio) throws -> [String: Data] {
    try withTemporaryFolder { folder in
      _ = try RegistryExport(portfolio).write(to: folder.path, prune: false)
      var files: [String: Data] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        files[path] = FileManager.default.contents(atPath: "\(folder.path)/\(path)")
      }
      return files
    }
  }

  private static func inTemporaryFile<Value>(
    _ body: (String) async throws -> Value
  ) async throws -> Value {
    let file = "/tmp/dach-test-\(UUID().uuidString.prefix(8)).backup"
    defer { try? FileManager.default.removeItem(atPath: file) }
    return try await body(file)
  }

  @Test("put back gives the same export, byte for byte")
  func sameExport() async throws {
    let folder = Repository.root.appending(path: "registry").path
    let (portfolio, diagnostics) = RegistryReader(paths: [folder]).loadPortfolio()
    #expect(diagnostics.allSatisfy { $0.severity != .error } && portfolio.projects.count > 100)
    try await withRegistry { temporary in
      try await Self.inTemporaryFile { file in
        let backup = RegistryBackup(of: temporary.parameters, environment: Self.environment)
        let before = try await temporary.database.run { session in
          try session.bring(portfolio)
          return try session.registry()
        }
        let made = try await backup.write(to: file, on: temporary.database)
        #expect(made.projects == portfolio.projects.count)
        try await withTemporaryDatabase { other in
          let target = RegistryBackup(of: other.parameters, environment: Self.environment)
          _ = try await target.restore(from: file, on: other.database, replaces: false)
          let after = try await other.database.run { try $0.registry() }
          let (old, new) = (try Self.export(before), try Self.export(after))
          #expect(old.count > 100 && old == new)
        }
      }
    }
  }

  @Test("put back into a fresh cluster gives the same records and the same history")
  func freshCluster() async throws {
    let seed = UInt64.random(in: .min ... .max)
    var portfolios: [Portfolio] = []
    for step in UInt64(0)..<3 {
      var random = RandomPortfolio(seed: seed &+ step, projects: 40)
      portfolios.append(random.make())
    }
    try await withRegistry { [portfolios] temporary in
      let id = portfolios[0].departments[0].id
      let (before, history) = try await temporary.database.run { session in
        for portfolio in portfolios { try session.bring(portfolio, prune: true) }
        let record = try #require(try RecordIdentity.find(id, in: session))
        return (try session.registry(archived: true), try RecordHistory(of: record, in: session))
      }
      try await Self.inTemporaryFile { file in
        let backup = RegistryBackup(of: temporary.parameters, environment: Self.environment)
        let made = try await backup.write(to: file, on: temporary.database)
        #expect(made.changes == 3 && made.version == Migration.shipped.last?.name)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let status = try await temporary.database.run { try DatabaseStatus($0) }
        #expect(status.lastBackup?.name == file.split(separator: "/").last.map(String.init))
        #expect(status.pending.isEmpty && status.size > status.historySize)

        try await withTemporaryHome { home in
          let parameters = try await home.server().start()
          let other = try await Database.connect(to: parameters)
          let target = RegistryBackup(of: parameters, environment: Self.environment)
          let restored = try await target.restore(from: file, on: other, replaces: false)
          #expect(restored == made)
          let (after, told) = try await other.run { session in
            let record = try #require(try RecordIdentity.find(id, in: session))
            return (
              try session.registry(archived: true), try RecordHistory(of: record, in: session)
            )
          }
          #expect(after == before, "seed \(seed)")
          #expect(told == history, "seed \(seed)")
          // It goes on: triggers, defaults and the views on the past are there.
          try await other.run { session in
            try session.bring(portfolios[0], prune: true)
            let day = try #require(try session.value("SELECT current_date", as: CalendarDay.self))
            _ = try RegistryLoad(asOf: day.advanced(byDays: 1)).load(session)
            #expect(try session.value("SELECT count(*) FROM change", as: Int.self) == 4)
          }
          await other.close()
        }
      }
    }
  }

  @Test("is put back over what is there on demand only, and then in its place")
  func replace() async throws {
    try await withRegistry { temporary in
      try await Self.inTemporaryFile { file in
        let backup = RegistryBackup(of: temporary.parameters, environment: Self.environment)
        try await temporary.database.run { _ = try $0.bring(SmallRegistry.portfolio) }
        _ = try await backup.write(to: file, on: temporary.database)
        try await temporary.database.run { session in
          try session.execute("UPDATE project SET title = 'X' WHERE id = 'onleihe'")
        }
        await expectThrows(BackupError.self) {
          try await backup.restore(from: file, on: temporary.database, replaces: false)
        }
        let kept = try await temporary.database.run { try $0.registry().projects[0].title }
        #expect(kept == "X")
        _ = try await backup.restore(from: file, on: temporary.database, replaces: true)
        let registry = try await temporary.database.run { try $0.registry() }
        #expect(registry == SmallRegistry.portfolio)
      }
    }
  }

  @Test(
    "of a newer release, a damaged one and a file that is none are refused, and nothing changes")
  func refused() async throws {
    try await withRegistry { temporary in
      try await Self.inTemporaryFile { file in
        let backup = RegistryBackup(of: temporary.parameters, environment: Self.environment)
        try await temporary.database.run { _ = try $0.bring(SmallRegistry.portfolio) }
        _ = try await backup.write(to: file, on: temporary.database)
        let whole = try #require(FileManager.default.contents(atPath: file))
        func refusal() async -> BackupError? {
          await expectThrows(BackupError.self) {
            try await backup.restore(from: file, on: temporary.database, replaces: true)
          }
        }
        for part in [0, 100, whole.count / 2, whole.count - 40] {
          _ = FileManager.default.createFile(atPath: file, contents: whole.prefix(part))
          #expect(await refusal() != nil, "\(part) of \(whole.count) bytes")
        }
        _ = FileManager.default.createFile(atPath: file, contents: Data("id: x\n".utf8))
        #expect(await refusal() == .noBackup(file))
        let registry = try await temporary.database.run { try $0.registry() }
        #expect(registry == SmallRegistry.portfolio)

        try await temporary.database.run { session in
          try session.execute("INSERT INTO schema_migration VALUES ('9999-later.sql', '')")
        }
        await expectThrows(MigrationError.self) {
          try await backup.write(to: file, on: temporary.database)
        }
        try ClientPrograms(environment: Self.environment).run(
          "pg_dump", ["--format=custom", "--file=\(file)"], on: temporary.parameters)
        #expect(await refusal() == .newer(["9999-later.sql"]))
      }
    }
  }
}
