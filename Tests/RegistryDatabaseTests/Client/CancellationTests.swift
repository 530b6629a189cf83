import Glibc
@testable import RegistryDatabase
import Testing

@Suite("cancelling")
struct CancellationTests {
  @Test("a task ends its statement at the server and leaves the connection usable")
  func running() async throws {
    try await withTemporaryDatabase { temporary in
      let work = Task {
        try await temporary.database.run { session in
          try session.transaction { _ = try session.execute("SELECT pg_sleep(600)") }
        }
      }
      try await waitUntil(temporary, "wait_event = 'PgSleep'")
      work.cancel()
      let error = await expectThrows(DatabaseError.self) { try await work.value }
      #expect(error?.kind == .cancelled)
      let one = try await temporary.database.run { try $0.value("SELECT 1", as: Int.self) }
      #expect(one == 1)
    }
  }

  @Test("also ends work that has not begun, without touching what runs before it")
  func waiting() async throws {
    try await withTemporaryDatabase { temporary in
      let first = Task {
        try await temporary.database.run { session in
          try session.value("SELECT count(*) FROM pg_sleep(0.5)", as: Int.self)
        }
      }
      try await waitUntil(temporary, "wait_event = 'PgSleep'")
      let second = Task {
        try await temporary.database.run { try $0.execute("SELECT pg_sleep(600)") }
      }
      second.cancel()
      let error = await expectThrows(DatabaseError.self) { try await second.value }
      #expect(error?.kind == .cancelled)
      #expect(try await first.value == 1)
    }
  }

  @Test("between two statements stops before the second, and the transaction is undone")
  func betweenStatements() async throws {
    try await withTemporaryDatabase { temporary in
      try await temporary.database.run { try $0.execute("CREATE TABLE t (a int)") }
      let work = Task {
        try await temporary.database.run { session in
          try session.transaction {
            try session.execute("INSERT INTO t VALUES (1)")
            while !session.isCancelled { usleep(1000) }
            try session.execute("INSERT INTO t VALUES (2)")
          }
        }
      }
      try await waitUntil(temporary, "state = 'idle in transaction'")
      work.cancel()
      let error = await expectThrows(DatabaseError.self) { try await work.value }
      #expect(error?.kind == .cancelled)
      let count = try await temporary.database.run {
        try $0.value("SELECT count(*) FROM t", as: Int.self)
      }
      #expect(count == 0)
    }
  }

  @Test("a limit on a statement's time is told apart from a cancelled task")
  func statementTimeout() async throws {
    try await withTemporaryDatabase { temporary in
      let error = await expectThrows(DatabaseError.self) {
        try await temporary.database.run { session in
          try session.setStatementTimeout(.milliseconds(20))
          try session.execute("SELECT pg_sleep(600)")
        }
      }
      #expect(error?.kind == .statementTimeout)
      try await temporary.database.run { session in
        try session.setStatementTimeout(nil)
        #expect(try session.value("SHOW statement_timeout", as: String.self) == "0")
      }
    }
  }

  @Test("a server that does not answer is given up after the time limit, or when cancelled")
  func connecting() async throws {
    let silent = try SilentServer()
    let parameters = ConnectionParameters(
      keywords: ["host": "127.0.0.1", "port": "\(silent.port)", "user": "anna", "dbname": "dach"])
    let error = await expectThrows(DatabaseError.self) {
      try await Database.connect(to: parameters, timeout: .milliseconds(200))
    }
    #expect(error?.kind == .unreachable)
    let attempt = Task { try await Database.connect(to: parameters, timeout: .seconds(600)) }
    attempt.cancel()
    let cancelled = await expectThrows(DatabaseError.self) { try await attempt.value }
    #expect(cancelled?.kind == .cancelled)
  }

  /// Looks from a second connection until the first is in a state.
  private func waitUntil(_ temporary: TemporaryDatabase, _ condition: String) async throws {
    let observer = try await temporary.connect()
    let sql = """
      SELECT count(*) > 0 FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND \(condition)
      """
    while try await observer.run({ try $0.value(sql, as: Bool.self) }) != true {
      try await Task.sleep(for: .milliseconds(5))
    }
    await observer.close()
  }
}

/// Takes connections and says nothing.
private final class SilentServer {
  private let descriptor: Int32
  let port: UInt16

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let outcome = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard outcome else { throw SystemError.last }
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(descriptor) }
}
