@testable import RegistryDatabase
import Synchronization
import Testing

@Suite("a session")
struct SessionTests {
  @Test("tells how many rows a statement changed")
  func affectedRows() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.execute("CREATE TABLE t (a int)")
        #expect(try session.execute("INSERT INTO t SELECT generate_series(1, 5)") == 5)
        #expect(try session.execute("UPDATE t SET a = a + 1 WHERE a > $1", [3]) == 2)
        #expect(try session.execute("DELETE FROM t") == 5)
        #expect(try session.serverVersion >= 140_000)
      }
    }
  }

  @Test("binds parameters instead of pasting them")
  func parameters() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        let hostile = "'; DROP TABLE t; --"
        let readBack = try session.value("SELECT $1::text", [.text(hostile)], as: String.self)
        #expect(readBack == hostile)
        expectThrows(DatabaseError.self) {
          try session.execute("SELECT 1", Array(repeating: .int(1), count: 65_536))
        }
      }
    }
  }

  @Test("runs a script of several statements whole or not at all and names the faulty line")
  func script() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.script("CREATE TABLE a (x int); INSERT INTO a VALUES (1), (2);")
        #expect(try session.value("SELECT count(*) FROM a", as: Int.self) == 2)
        let error = expectThrows(DatabaseError.self) {
          try session.script("CREATE TABLE b (x int);\n\nSELECT 'ä', wrong;")
        }
        #expect(error?.details.contains("line 3") == true)
        #expect(try session.value("SELECT to_regclass('b') IS NULL", as: Bool.self) == true)
      }
    }
  }

  @Test("refuses COPY outside of copyIn and copyOut, and works on")
  func strayCopy() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.execute("CREATE TABLE t (a int)")
        for sql in ["COPY t FROM STDIN", "COPY t TO STDOUT"] {
          expectThrows(DatabaseError.self) { try session.execute(sql) }
          expectThrows(DatabaseError.self) { try session.script(sql) }
          expectThrows(DatabaseError.self) { try session.stream(sql) { _ in } }
        }
        for text in ["COPY t TO STDOUT", "SELECT 1"] {
          expectThrows(DatabaseError.self) { try session.copyOut(text) { _ in } }
        }
        expectThrows(DatabaseError.self) { try session.copyIn("COPY t FROM STDIN") { _ in } }
        #expect(try session.value("SELECT 1", as: Int.self) == 1)
      }
    }
  }

  @Test("delivers the server's notices")
  func notices() async throws {
    try await withTemporaryDatabase { temporary in
      let received = Mutex<[Notice]>([])
      let database = try await Database.connect(to: temporary.parameters) { notice in
        received.withLock { $0.append(notice) }
      }
      try await database.run { session in
        try session.script("DO $$ BEGIN RAISE WARNING 'nearly %', 'full'; END $$")
      }
      #expect(
        received.withLock { $0 }
          == [Notice(severity: "WARNING", sqlState: "01000", message: "nearly full")])
    }
  }

  @Test("streams a large result and stops early when the closure throws")
  func streams() async throws {
    struct Enough: Error {}
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        var sum = 0
        try session.stream("SELECT generate_series(1, 20000)") { row in
          sum += try row.decode(0, as: Int.self)
        }
        #expect(sum == 200_010_000)
        // Too long to be read to its end.
        let endless = "SELECT generate_series(1, 1000000000000)"
        expectThrows(Enough.self) { try session.stream(endless) { _ in throw Enough() } }
        expectThrows(Enough.self) {
          try session.copyOut("COPY (\(endless)) TO STDOUT (FORMAT binary)") { _ in throw Enough() }
        }
        expectThrows(DatabaseError.self) {
          try session.stream(endless) { _ in try session.execute("SELECT 1") }
        }
        #expect(try session.value("SELECT 1", as: Int.self) == 1)
      }
    }
  }

  @Test("reports a transaction that was left open, and rolls it back")
  func leftOpen() async throws {
    try await withTemporaryDatabase { temporary in
      let error = await expectThrows(DatabaseError.self) {
        try await temporary.database.run { session in
          try session.script("BEGIN; CREATE TABLE t (a int)")
        }
      }
      #expect(error?.details.contains("left open") == true)
      try await temporary.database.run { session in
        #expect(try session.value("SELECT to_regclass('t') IS NULL", as: Bool.self) == true)
        try session.transaction {}
      }
    }
  }

  @Test("opens a lost connection anew for the next piece of work")
  func reconnects() async throws {
    try await withTemporaryDatabase { temporary in
      let other = try await temporary.connect()
      let error = await expectThrows(DatabaseError.self) {
        try await other.run { session in
          try session.setStatementTimeout(.seconds(7))
          try session.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        }
      }
      #expect(error?.kind == .connectionLost)
      let limit = try await other.run { session in
        try session.value("SHOW statement_timeout", as: String.self)
      }
      // A session that was never told a limit has none; this one's came along.
      #expect(limit == "7s")
    }
  }
}
