import Foundation
import Portfolio
import Testing

@testable import RegistryDatabase

@Suite("Rights and backups")
struct BackupRightsTests {
  @Test("owners alone back everything up, and what is put back is protected as before")
  func backup() async throws {
    let file = "/tmp/dach-test-\(UUID().uuidString.prefix(8)).backup"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let environment = ["PATH": "/usr/bin:/bin"]
    try await RightsSample.with { sample in
      let parameters = sample.temporary.parameters
      for login in RightsSample.Login.allCases {
        let backup = RegistryBackup(
          of: parameters.setting("user", to: sample.name(login)), environment: environment)
        let database = try await sample.connect(login)
        switch login {
        case .owner: _ = try await backup.write(to: file, on: database)
        case .stranger:
          let refused = await expectThrows(DatabaseError.self) {
            try await backup.write(to: file + "x", on: database)
          }
          #expect(refused?.kind == .permission)
        default:
          let refused = await expectThrows(BackupError.self) {
            try await backup.write(to: file + "x", on: database)
          }
          #expect(refused == .notPermitted, "\(login)")
        }
        await database.close()
        #expect(!FileManager.default.fileExists(atPath: file + "x"))
      }
      for login in [RightsSample.Login.planner, .kultur, .steward] {
        let database = try await sample.connect(login)
        let target = RegistryBackup(
          of: parameters.setting("user", to: sample.name(login)), environment: environment)
        let refused = await expectThrows(BackupError.self) {
          try await target.restore(from: file, on: database, replaces: true)
        }
        #expect(refused == .notPermitted, "\(login)")
        await database.close()
      }

      let before = try await sample.run { try $0.registry(archived: true) }
      try await withTemporaryDatabase { other in
        let target = RegistryBackup(of: other.parameters, environment: environment)
        _ = try await target.restore(from: file, on: other.database, replaces: false)
        let after = try await other.database.run { try $0.registry(archived: true) }
        #expect(after == before)
        let open = try await other.database.run { try TableRightsTests.unprotected(on: $0) }
        #expect(open == [])
        let functions = try await other.database.run { try TableRightsTests.definers(on: $0) }
        #expect(functions == TableRightsTests.knownDefiners)
        // The planner of before is the planner of now, and sees no more.
        let login = try await Database.connect(
          to: other.parameters.setting("user", to: sample.name(.planner)))
        let seen = try await login.run { try $0.registry() }
        #expect(seen.projects.map(\.id) == ["onleihe", "offenlage", "schul-wlan"])
        await login.close()
      }
    }
  }
}
