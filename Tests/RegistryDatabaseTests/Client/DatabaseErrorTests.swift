@testable import RegistryDatabase
import Portfolio
import Testing

@Suite("an error of the database")
struct DatabaseErrorTests {
  @Test("has a kind, an exit code and a sentence in both languages for what went wrong")
  func kinds() async throws {
    let cases: [(sql: String, kind: DatabaseError.Kind, exitCode: Int32)] = [
      ("INSERT INTO t VALUES (1)", .constraint("t_pkey"), 65),
      ("INSERT INTO t VALUES (-1)", .constraint("t_a_check"), 65),
      ("INSERT INTO t VALUES (NULL)", .constraint(nil), 65),
      ("SELECT wrong", .internal, 70),
      ("SELECT 1/0", .internal, 70),
      ("SET ROLE nobody_special; SELECT * FROM t", .permission, 77),
      ("SET TRANSACTION READ ONLY; DELETE FROM t", .readOnly, 77),
      ("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$", .conflict, 75),
      ("DO $$ BEGIN RAISE SQLSTATE '53100'; END $$", .diskFull, 69),
      ("DO $$ BEGIN RAISE SQLSTATE '53300'; END $$", .tooManyConnections, 69),
    ]
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.script(
          """
          CREATE TABLE t (a int PRIMARY KEY CHECK (a > 0)); INSERT INTO t VALUES (1);
          DO $$ BEGIN CREATE ROLE nobody_special; EXCEPTION WHEN duplicate_object THEN END $$;
          """)
      }
      for (sql, kind, exitCode) in cases {
        let error = await expectThrows(DatabaseError.self) {
          try await temporary.database.run { session in
            try session.transaction { try session.script(sql) }
          }
        }
        #expect(error?.kind == kind, "\(sql)")
        #expect(error?.exitCode == exitCode, "\(sql)")
        #expect(error?.text.german.isEmpty == false && error?.text.english.isEmpty == false)
      }
    }
  }

  @Test("keeps values and SQL out of the sentence for people")
  func safeText() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.execute("CREATE TABLE t (a text UNIQUE)")
        try session.execute("INSERT INTO t VALUES ('geheim')")
        let error = expectThrows(DatabaseError.self) {
          try session.execute("INSERT INTO t VALUES ($1)", ["geheim"])
        }
        #expect(error?.text.german.contains("geheim") == false)
        #expect(error.map { "\($0)" }?.contains("geheim") == false)
        #expect(error.map { String(reflecting: $0) }?.contains("geheim") == true)
      }
    }
  }

  @Test("two transactions that change the same row end in a conflict for the second")
  func conflict() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.script("CREATE TABLE t (a int); INSERT INTO t VALUES (1);")
      }
      let other = try await temporary.connect()
      let error = await expectThrows(DatabaseError.self) {
        // The first reads, the other changes and commits meanwhile, then the first changes.
        try await temporary.database.run { session in try session.execute("SELECT 1") }
        let first = Task {
          try await temporary.database.run { session in
            try session.transaction(isolation: .repeatableRead) {
              try session.query("SELECT a FROM t") { _ in }
              while try session.value("SELECT pg_try_advisory_lock(1)") ?? true {
                try session.execute("SELECT pg_advisory_unlock(1)")
              }
              try session.execute("UPDATE t SET a = a + 1")
            }
          }
        }
        try await Task.sleep(for: .milliseconds(100))
        try await other.run { session in
          try session.execute("UPDATE t SET a = a + 1")
          try session.execute("SELECT pg_advisory_lock(1)")
        }
        try await first.value
      }
      #expect(error?.kind == .conflict)
    }
  }

  @Test("finds the code in libpq's verbose messages in any language, and none in libpq's own")
  func sqlState() {
    let state = ConnectionAttempt.sqlState(in:)
    #expect(
      state("connection to server … failed: FATAL:  28P01: password …\nLOCATION: x") == "28P01")
    #expect(state("SCHWERWIEGEND:  3D000: Datenbank »x« existiert nicht") == "3D000")
    #expect(state("connection to server at \"h\", port 5432 failed: Connection refused") == nil)
    #expect(state("could not translate host name \"HOSTS\" to address: Name or service") == nil)
  }
}
