@testable import RegistryDatabase
import Testing

@Suite("a transaction")
struct TransactionTests {
  struct Refusal: Error, Equatable {}

  @Test("stores nothing where its closure throws, and passes the error on")
  func rollsBack() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.execute("CREATE TABLE t (a int)")
        expectThrows(Refusal.self) {
          try session.transaction {
            try session.execute("INSERT INTO t VALUES (1)")
            throw Refusal()
          }
        }
        #expect(try session.value("SELECT count(*) FROM t", as: Int.self) == 0)
        try session.transaction { _ = try session.execute("INSERT INTO t VALUES (1)") }
        #expect(try session.value("SELECT count(*) FROM t", as: Int.self) == 1)
      }
    }
  }

  @Test("is an error where a failed statement was hidden or the closure ended it")
  func hiddenFailure() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.execute("CREATE TABLE t (a int)")
        expectThrows(DatabaseError.self) {
          try session.transaction {
            try session.execute("INSERT INTO t VALUES (1)")
            _ = try? session.execute("SELECT 1/0")
          }
        }
        expectThrows(DatabaseError.self) {
          try session.transaction { _ = try session.execute("ROLLBACK") }
        }
        expectThrows(DatabaseError.self) {
          try session.transaction { try session.transaction {} }
        }
        #expect(try session.value("SELECT count(*) FROM t", as: Int.self) == 0)
      }
    }
  }

  @Test("undoes a savepoint alone")
  func savepoint() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.execute("CREATE TABLE t (a int)")
        try session.transaction {
          try session.execute("INSERT INTO t VALUES (1)")
          expectThrows(DatabaseError.self) {
            try session.savepoint {
              try session.execute("INSERT INTO t VALUES (2)")
              try session.execute("SELECT 1/0")
            }
          }
          try session.savepoint { _ = try session.execute("INSERT INTO t VALUES (3)") }
        }
        #expect(try session.rows("SELECT a FROM t ORDER BY a") { try $0.decode(0) } == [1, 3])
      }
    }
  }

  @Test("tells a failure of committing apart from one inside")
  func commitStep() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.script(
          "CREATE TABLE t (a int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO t VALUES (1)")
        let error = expectThrows(DatabaseError.self) {
          try session.transaction { _ = try session.execute("INSERT INTO t VALUES (1)") }
        }
        #expect(error?.step == .commit)
        #expect(error?.kind == .constraint("t_a_key"))
        let inside = expectThrows(DatabaseError.self) {
          try session.transaction(readOnly: true) { _ = try session.execute("DELETE FROM t") }
        }
        #expect(inside?.step == nil)
        #expect(inside?.kind == .readOnly)
      }
    }
  }

  @Test("sends a batch of statements that stands or falls together")
  func pipeline() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.execute("CREATE TABLE t (a int PRIMARY KEY, b text)")
        // More than a batch of answers, and twice, as statements are prepared by name.
        for start in [0, 1000] {
          let counts = try session.pipeline { pipeline in
            for number in start..<start + 1000 {
              try pipeline.execute("INSERT INTO t VALUES ($1, $2)", [SQLValue(number), "x"])
            }
            try pipeline.execute("UPDATE t SET b = $1 WHERE a >= $2", [nil, SQLValue(start)])
          }
          #expect(counts == Array(repeating: 1, count: 1000) + [1000])
        }
        let error = expectThrows(DatabaseError.self) {
          try session.pipeline { pipeline in
            for number in [5000, 1, 5001] {
              try pipeline.execute("INSERT INTO t VALUES ($1, $2)", [SQLValue(number), "x"])
            }
          }
        }
        #expect(error?.kind == .constraint("t_pkey"))
        expectThrows(Refusal.self) {
          try session.pipeline { pipeline in
            try pipeline.execute("DELETE FROM t")
            throw Refusal()
          }
        }
        #expect(try session.value("SELECT count(*) FROM t", as: Int.self) == 2000)
        #expect(try session.pipeline { _ in } == [])
        let deleted = try session.transaction {
          try session.pipeline { try $0.execute("DELETE FROM t") }
        }
        #expect(deleted == [2000])
      }
    }
  }

  @Test("copies 100,000 rows in and out, all or none")
  func copiesManyRows() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { session in
        try session.execute("CREATE TABLE t (a bigint, b text)")
        let copy = "COPY t FROM STDIN (FORMAT binary)"
        let loaded = try session.copyIn(copy) { writer in
          for number in 0..<100_000 {
            try writer.row(columns: 2)
            writer.int8(Int64(number))
            writer.text("Projekt \(number)")
          }
        }
        #expect(loaded == 100_000)
        var sum = 0
        var lengths = 0
        let read = try session.copyOut("COPY t TO STDOUT (FORMAT binary)") { row in
          sum += try row.decode(0, as: Int.self)
          lengths += try row.decode(1, as: String.self).utf8.count
        }
        #expect(read == 100_000)
        #expect(sum == 4_999_950_000)
        #expect(try session.value("SELECT sum(length(b)) FROM t", as: Int.self) == lengths)

        expectThrows(Refusal.self) {
          try session.copyIn(copy) { writer in
            for number in 0..<10_000 {
              try writer.row(columns: 2)
              writer.int8(Int64(number))
              writer.null()
            }
            throw Refusal()
          }
        }
        let wrongWidth = expectThrows(DatabaseError.self) {
          try session.copyIn(copy) { writer in
            try writer.row(columns: 2)
            writer.int4(1)
            writer.text("")
          }
        }
        #expect(wrongWidth?.sqlState == "08P01")
        expectThrows(DatabaseError.self) {
          try session.copyIn(copy) { writer in
            try writer.row(columns: 2)
            writer.int8(1)
          }
        }
        #expect(try session.value("SELECT count(*) FROM t", as: Int.self) == 100_000)
      }
    }
  }
}
