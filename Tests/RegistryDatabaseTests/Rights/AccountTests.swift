import Foundation
import Portfolio
import Testing

@testable import RegistryDatabase

@Suite("Logins")
struct AccountTests {
  @Test("take their password by SCRAM, and it stands in no log, whatever the server logs")
  func passwords() async throws {
    let password = "Ein Satz, den niemand errät"
    try await withTemporaryHome { home in
      let parameters = try await home.server().start()
      let database = try await Database.connect(to: parameters)
      let (accounts, folder) = try await database.run { session in
        try MigrationRunner().migrate(session)
        try session.bring(SmallRegistry.portfolio)
        try session.execute("SET log_statement = 'all'")
        try session.execute("SET log_min_duration_statement = 0")
        try Accounts(session).add(
          Account(
            name: "kulturamt", group: .department, department: "kultur",
            contact: "kultur@example.org"), password: password)
        return (
          try Accounts(session).all(),
          try session.value("SHOW data_directory", as: String.self) ?? ""
        )
      }
      #expect(accounts.map(\.name) == ["kulturamt"])
      #expect(accounts.first?.group == .department)
      #expect(accounts.first?.department == "kultur")
      let status = try await home.server().status()
      let log = try String(contentsOfFile: status.logFile, encoding: .utf8)
      #expect(log.contains("add_account"))
      #expect(!log.contains(password))

      // From now on the login has to prove that it knows it.
      let file = folder + "/pg_hba.conf"
      let rules = try String(contentsOfFile: file, encoding: .utf8)
      let handle = try FileHandle(forWritingTo: URL(filePath: file))
      try handle.write(contentsOf: Data(("local all kulturamt scram-sha-256\n" + rules).utf8))
      try handle.close()
      try await database.run { try $0.execute("SELECT pg_reload_conf()") }
      let login = parameters.setting("user", to: "kulturamt")
      var failure: DatabaseError?
      while failure == nil {
        // The server reads its rules a moment later.
        do {
          await (try Database.connect(to: login)).close()
        } catch let error as DatabaseError {
          failure = error
        }
      }
      #expect(failure?.kind == .authentication)
      let known = try await Database.connect(to: login.setting("password", to: password))
      let department = try await known.run { try SessionRights($0).department }
      #expect(department == "kultur")
      await known.close()

      let outcome = try await database.run { try Accounts($0).remove("kulturamt") }
      #expect(outcome == .removed)
      await #expect(throws: DatabaseError.self) {
        try await Database.connect(to: login.setting("password", to: password))
      }
      await database.close()
    }
  }

  @Test("are added and removed by owners alone, and never touch roles that are not the registry's")
  func owners() async throws {
    try await RightsSample.with { sample in
      let name = sample.name(.planner) + "_2"
      let account = Account(name: name, group: .planner, contact: "presse@example.org")
      for login in RightsSample.Login.allCases where login != .owner {
        let refused = await expectThrows(DatabaseError.self) {
          try await sample.run(as: login) { try Accounts($0).add(account, password: "x") }
        }
        #expect(refused?.kind == .permission, "\(login)")
      }
      let (planner, owner) = (sample.name(.planner), sample.name(.owner))
      try await sample.run(as: .owner) { session in
        let accounts = Accounts(session)
        try accounts.add(account, password: "correct horse battery")
        expectThrows(AccountError.self) { try accounts.add(account, password: "x") }
        for taken in ["dach", "postgres_x", "pg_x", "dach_web", "Anna", "a b", "x"] {
          var other = account
          other.name = taken
          if taken == "postgres_x" { continue }
          #expect(throws: (any Error).self, "\(taken)") {
            try accounts.add(other, password: "x")
          }
        }
        for other in ["dach", "dach_owner", "dach_web", "nobody_here"] {
          #expect(try accounts.remove(other) == .unknown)
        }
        expectThrows(AccountError.self) { try accounts.remove(owner) }
        #expect(try accounts.remove(name) == .removed)
        // A login that owns something is left without rights.
        #expect(try accounts.all().map(\.name).contains(planner))
      }
      _ = try await sample.run { session in
        try session.execute("CREATE SCHEMA AUTHORIZATION \(planner)")
      }
      let outcome = try await sample.run(as: .owner) { try Accounts($0).remove(planner) }
      #expect(outcome == .disabled)
      let left = try await sample.run { session in
        try session.value(
          """
          SELECT rolcanlogin OR EXISTS (
            SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
          FROM pg_roles WHERE rolname = $1
          """, [.text(planner)], as: Bool.self)
      }
      #expect(left == false)
      _ = try await sample.run { session in try session.execute("DROP SCHEMA \(planner)") }
    }
  }

  @Test("of a migration by a role with CREATEROLE alone work as those of a superuser's")
  func plainOwner() async throws {
    try await withTemporaryDatabase { temporary in
      let suffix = String(UInt32.random(in: .min ... .max), radix: 36)
      let (city, planner) = ("city_\(suffix)", "planner_\(suffix)")
      try await temporary.database.run { session in
        try session.execute("CREATE ROLE \(city) LOGIN CREATEROLE")
        let name = try session.value("SELECT current_database()::text", as: String.self) ?? ""
        try session.execute("ALTER DATABASE \(name) OWNER TO \(city)")
      }
      let database = try await Database.connect(to: temporary.parameters.setting("user", to: city))
      try await temporary.database.run { try $0.execute("ALTER ROLE \(city) NOCREATEROLE") }
      await expectThrows(MigrationError.self) {
        try await database.run { try MigrationRunner().migrate($0) }
      }
      try await temporary.database.run { try $0.execute("ALTER ROLE \(city) CREATEROLE") }
      try await database.run { session in
        try MigrationRunner().migrate(session)
        try session.bring(SmallRegistry.portfolio)
        try Accounts(session).add(
          Account(name: planner, group: .planner, contact: "presse@example.org"), password: "x")
        // Its own findings can be stored, and nothing is hidden from it.
        #expect(try SessionRights(session).seesEverything)
        let portfolio = try session.registry()
        #expect(portfolio == SmallRegistry.portfolio)
        #expect(try Accounts(session).remove(planner) == .removed)
      }
      await database.close()
      try await temporary.database.run { session in
        try session.execute("REASSIGN OWNED BY \(city) TO CURRENT_USER")
        try session.execute("DROP OWNED BY \(city)")
        try session.execute("DROP ROLE \(city)")
      }
    }
  }
}
