import Dispatch
import Portfolio
import Synchronization
import TestSupport
import Testing

@testable import RegistryDatabase

@Suite("A connection that is lost")
struct LostConnectionTests {
  /// Has the server end the session that commits the next change; a sequence remembers it, as it
  /// takes no part in transactions.
  private static let endsNextCommit = """
    CREATE SEQUENCE ended;
    CREATE FUNCTION end_session() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('ended') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER end_session AFTER INSERT ON change DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION end_session();
    """

  private static let onleihe = SmallRegistry.project("neu", "Neu", "kultur")

  @Test("at the commit is told as an unknown outcome, and an import finds out and goes on")
  func commitLost() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        try session.script(Self.endsNextCommit)
      }
      let work = RegistryImport(isComplete: false, source: "test")
      let report = try await work.patiently(on: temporary.database) { work, session in
        try work.run(on: session) { add in try add(.project(Self.onleihe)) }
      }
      #expect(report.counts[.project]?.new == 1)
      try await temporary.database.run { session in
        #expect(try session.value("SELECT last_value FROM ended", as: Int.self) == 2)
        #expect(try session.registry().projects.count == 3)
        #expect(try session.value("SELECT count(*) FROM import_run", as: Int.self) == 2)
        try session.script("DROP TRIGGER end_session ON change; DROP SEQUENCE ended;")
        try session.script("DROP FUNCTION end_session")
        try session.script(Self.endsNextCommit)
      }
      // Whoever cannot find out does not try again.
      let error = await expectThrows(DatabaseError.self) {
        try await temporary.database.runPatiently { session in
          try session.transaction {
            try session.execute("UPDATE project SET title = 'X' WHERE id = 'neu'")
          }
        }
      }
      #expect(error?.kind == .connectionLost && error?.step == .commit)
    }
  }

  @Test("after the commit was stored lets the import say so, once")
  func answerLost() async throws {
    try await withTemporaryHome { home in
      let parameters = try await home.server().start()
      let database = try await Database.connect(to: parameters)
      let other = try await Database.connect(to: parameters)
      try await database.run { session in
        try MigrationRunner().migrate(session)
        try session.bring(SmallRegistry.portfolio)
        // Commits now wait for a standby that does not exist, after they are stored.
        try session.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        try session.execute("SELECT pg_reload_conf()")
      }
      let work = RegistryImport(isComplete: false, source: "test")
      async let report = work.patiently(on: database) { work, session in
        try work.run(on: session) { add in try add(.project(Self.onleihe)) }
      }
      try await other.run { session in
        var ended = 0
        while ended == 0 {
          ended = try session.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
        }
        try session.execute("ALTER SYSTEM RESET synchronous_standby_names")
        try session.execute("SELECT pg_reload_conf()")
      }
      let stored = try await report
      #expect(stored.counts[.project]?.new == 1)
      let projects = try await other.run { try $0.registry().projects.count }
      let imports = try await other.run {
        try $0.value("SELECT count(*) FROM import_run", as: Int.self)
      }
      #expect(projects == 3 && imports == 2)
      await database.close()
      await other.close()
    }
  }

  @Test("in the middle has reading begin again, also where the server is restarted")
  func restarted() async throws {
    try await withTemporaryHome { home in
      let server = try home.server()
      let database = try await Database.connect(to: server.start())
      try await database.run { session in
        try MigrationRunner().migrate(session)
        try session.bring(SmallRegistry.portfolio)
      }
      _ = try await server.stop()
      async let registry = database.runPatiently { try $0.registry() }
      try await Task.sleep(for: .milliseconds(500))
      _ = try await server.start()
      let read = try await registry
      #expect(read == SmallRegistry.portfolio)
      await database.close()
    }
  }

  @Test("a time limit of statements never has a commit told that no standby has")
  func unreplicatedCommit() async throws {
    try await withTemporaryHome { home in
      let parameters = try await home.server().start()
      let database = try await Database.connect(to: parameters)
      let other = try await Database.connect(to: parameters)
      try await database.run { session in
        try session.execute("CREATE TABLE note (text text)")
        try session.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        try session.execute("SELECT pg_reload_conf()")
      }
      let isTold = Mutex(false)
      async let written: Void = database.run { session in
        try session.setStatementTimeout(.milliseconds(100))
        _ = try session.transaction { try session.execute("INSERT INTO note VALUES ('x')") }
        isTold.withLock { $0 = true }
      }
      try await other.run { session in
        // The limit has passed three times when the server is looked at.
        while try session.value(
          """
          SELECT count(*) FROM pg_stat_activity
          WHERE wait_event = 'SyncRep' AND now() - query_start > '300 milliseconds'
          """, as: Int.self) == 0, !isTold.withLock({ $0 })
        { try session.execute("SELECT pg_sleep(0.01)") }
        #expect(!isTold.withLock { $0 })
        try session.execute("ALTER SYSTEM RESET synchronous_standby_names")
        try session.execute("SELECT pg_reload_conf()")
      }
      try await written
      #expect(isTold.withLock { $0 })
      await database.close()
      await other.close()
    }
  }

  @Test("a full disk during an import is told in one sentence, and nothing is stored")
  func diskFull() async throws {
    try await withRegistry { temporary in
      // A file of the server may grow to here and no further, not even by a whole page, which it
      // takes for a full disk. Files of the write-ahead log are no longer than 16 MiB.
      let limit = 20 * 1_048_576 + 4096
      var random = SeededRandom(seed: 1)
      let records = (0..<400).map { number in
        var project = SmallRegistry.project("p-\(number)", "P \(number)", "kultur")
        // 64 KiB that do not compress.
        project.summary = String(
          decoding: (0..<65_536).map { _ in UInt8.random(in: 48...122, using: &random) },
          as: UTF8.self)
        return RegistryRecord.project(project)
      }
      let server = try await temporary.database.run { session in
        try session.bring(SmallRegistry.portfolio)
        return try session.value("SELECT pg_backend_pid()", as: Int32.self)
      }
      // Only the server's own account may limit it.
      let folder = try await temporary.database.run { try $0.value("SHOW data_directory") ?? "" }
      let account = try ServerAccount.choose(dataFolder: folder).prefix()
      let prlimit = ["/usr/bin/prlimit", "--pid=\(try #require(server))", "--fsize=\(limit)"]
      let outcome = try ChildProcess(arguments: account + prlimit, environment: [:]).run()
      #expect(outcome.code == 0, "\(outcome.output)")
      let full = await expectThrows(DatabaseError.self) {
        try await temporary.database.run { session in
          try RegistryImport(isComplete: false, source: "test").run(on: session) { add in
            try records.forEach(add)
          }
        }
      }
      #expect(full?.kind == .diskFull && full?.exitCode == 69, "\(full as Any)")
      let other = try await temporary.connect()
      let registry = try await other.run { try $0.registry() }
      #expect(registry == SmallRegistry.portfolio)
      await other.close()
    }
  }

  @Test("limits of the server each give one sentence that says what it was")
  func limits() async throws {
    try await withRegistry { temporary in
      let other = try await temporary.connect()
      let slow = await expectThrows(DatabaseError.self) {
        try await other.run { session in
          try session.setStatementTimeout(.milliseconds(50))
          try session.execute("SELECT pg_sleep(10)")
        }
      }
      #expect(slow?.kind == .statementTimeout && slow?.exitCode == 75)
      let role = "limited_" + String(UInt64.random(in: .min ... .max), radix: 36)
      try await temporary.database.run { session in
        try session.execute("CREATE ROLE \(role) LOGIN CONNECTION LIMIT 0")
      }
      let full = await expectThrows(DatabaseError.self) {
        try await Database.connect(to: temporary.parameters.setting("user", to: role))
      }
      try await temporary.database.run { _ = try $0.execute("DROP ROLE \(role)") }
      #expect(full?.kind == .tooManyConnections && full?.exitCode == 69)
      await other.close()
    }
  }

  @Test("a writer by SQL who is not done has an import say who it is, and a reader wait for nobody")
  func openWriter() async throws {
    try await withRegistry { temporary in
      try await temporary.database.run { _ = try $0.bring(SmallRegistry.portfolio) }
      let (importer, reader) = (try await temporary.connect(), try await temporary.connect())
      let (began, done) = (
        AsyncStream.makeStream(of: Void.self), AsyncStream.makeStream(of: Void.self)
      )
      let writer = Task {
        try await temporary.database.run { session in
          try session.transaction {
            try session.execute("UPDATE project SET title = 'X' WHERE id = 'onleihe'")
            began.continuation.finish()
            // The transaction stays open until the others have had their say.
            let wait = DispatchGroupWait()
            Task {
              for await _ in done.stream {}
              wait.end()
            }
            wait.wait()
          }
        }
      }
      for await _ in began.stream {}
      let locked = await expectThrows(LockedError.self) {
        try await importer.run { session in
          try RegistryImport(source: "test", lockTimeout: .milliseconds(50)).run(on: session) { _ in
          }
        }
      }
      #expect(locked?.holder?.role == "dach" && locked?.holder?.process ?? 0 > 0)
      let seen = try await reader.run { try $0.registry() }
      #expect(seen == SmallRegistry.portfolio)
      done.continuation.finish()
      try await writer.value
      let title = try await reader.run { try $0.registry().projects[0].title }
      #expect(title == "X")
      await importer.close()
      await reader.close()
    }
  }
}

/// Blocks a thread that is not of the cooperative pool.
private final class DispatchGroupWait: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func end() { semaphore.signal() }
  func wait() { semaphore.wait() }
}
