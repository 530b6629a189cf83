import Glibc
@testable import RegistryDatabase
import Portfolio
import Testing

@Suite("the embedded server")
struct EmbeddedServerTests {
  @Test("is made on demand, runs on a private socket alone, and stops")
  func life() async throws {
    try await withTemporaryHome { home in
      let server = try home.server()
      #expect(try await server.status().state == .absent)
      #expect(try await server.stop() == false)

      let database = try await Database.connect(to: server.start())
      try await database.run { session in
        let facts = try session.rows(
          """
          SELECT current_setting('listen_addresses'), current_setting('data_checksums'),
            current_setting('fsync'), current_setting('jit'), current_setting('server_encoding'),
            current_database()::text, lower('ÄÖÜ')
          """
        ) { row in try (0..<row.count).map { try row.decode($0, as: String.self) } }
        #expect(facts == [["", "on", "on", "off", "UTF8", "dach", "äöü"]])
      }
      await database.close()

      let status = try await server.status()
      let pid = try #require(server.runningServer()?.pid)
      #expect(status.state == .running(pid: pid))
      #expect(status.size > 1_000_000)
      #expect(status.version ?? 0 >= oldestSupportedPostgreSQL)
      #expect(status.dataFolder == home.home + "/data")
      let socket = try #require(status.socket)
      #expect(fileStatus(String(socket.dropLast(14)))?.permissions == 0o700)
      #expect(fileStatus(socket)?.permissions == 0o700)
      #expect(fileStatus(status.dataFolder)?.permissions == 0o700)
      if geteuid() == 0 { #expect(fileStatus(status.dataFolder)?.st_uid != 0) }

      #expect(try await server.stop() == true)
      #expect(try await server.status().state == .stopped)
      #expect(fileStatus("/proc/\(pid)") == nil, "no zombie stays behind")
    }
  }

  @Test("keeps no descriptor of its starter open and has a session of its own")
  func detached() async throws {
    try await withTemporaryHome { home in
      var ends: [Int32] = [0, 0]
      // Without FD_CLOEXEC, as a shell's pipes come.
      try #require(Glibc.pipe(&ends) == 0)
      defer { for end in ends { close(end) } }
      let server = try home.server()
      _ = try await server.start()
      let pid = try #require(server.runningServer()?.pid)
      let kept = descriptors(of: pid)
      #expect(kept.count > 3)
      let pipe = try #require(target(of: "/proc/self/fd/\(ends[0])"))
      #expect(!kept.contains(pipe))
      #expect(kept.contains("/dev/null"))
      #expect(kept.contains(home.home + "/server.log"))
      #expect(getsid(pid) == pid)
    }
  }

  /// What a process has open.
  private func descriptors(of pid: pid_t) -> [String] {
    namesInFolder("/proc/\(pid)/fd").compactMap { target(of: "/proc/\(pid)/fd/\($0)") }
  }

  private func target(of link: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink(link, &buffer, buffer.count)
    return length < 0
      ? nil : String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test("is started once by commands that need it at the same time")
  func startedTogether() async throws {
    try await withTemporaryHome { home in
      let environment = home.environment()
      async let first = startInOtherProcess(environment)
      async let second = startInOtherProcess(environment)
      try await first
      try await second
      let pid = try #require(home.server().runningServer()?.pid)
      let database = try await Database.connect(to: home.server().start())
      #expect(try home.server().runningServer()?.pid == pid)
      // Both started it, one made it: a second server would have complained in the log.
      let log = try #require(textOfFile(home.home + "/server.log"))
      #expect(!log.contains("FATAL"), "\(log)")
      #expect(log.split(separator: "\n").count { $0.contains("starting PostgreSQL") } == 1)
      await database.close()
    }
  }

  /// The server outlives the process, which ends at once.
  private func startInOtherProcess(_ environment: [String: String]) async throws {
    await #expect(processExitsWith: .success) { [environment] in
      let parameters = try await EmbeddedServer(environment: environment).start()
      let database = try await Database.connect(to: parameters)
      try await database.run { try $0.execute("SELECT 1") }
    }
  }

  @Test("comes back with all that was committed after it was killed")
  func killed() async throws {
    try await withTemporaryHome { home in
      let server = try home.server()
      let database = try await Database.connect(to: server.start())
      try await database.run { session in
        try session.script("CREATE TABLE t (a int); INSERT INTO t VALUES (42);")
      }
      let pid = try #require(server.runningServer()?.pid)
      // A session that is still busy when its server is gone.
      let busy = Task { try await database.run { try $0.execute("SELECT pg_sleep(1)") } }
      kill(pid, SIGKILL)
      while fileStatus("/proc/\(pid)") != nil { try await Task.sleep(for: .milliseconds(5)) }
      #expect(try await server.status().state == .stopped)

      let again = try await Database.connect(to: server.start())
      #expect(try await again.run { try $0.value("SELECT a FROM t", as: Int.self) } == 42)
      #expect(server.runningServer()?.pid != pid)
      _ = await busy.result
      await again.close()
      await database.close()
    }
  }

  @Test("is not fooled by a left-over process id that is now another program's")
  func reusedProcessID() async throws {
    try await withTemporaryHome { home in
      let server = try home.server()
      _ = try await server.start()
      let file = home.home + "/data/postmaster.pid"
      let text = try #require(textOfFile(file))
      try await server.stop()
      // As after a crash, with this very process in the dead server's place.
      let rest = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      try write("\(getpid())\n" + rest.joined(separator: "\n"), to: file)
      #expect(server.runningServer() == nil)
      #expect(try await server.stop() == false)
      let database = try await Database.connect(to: server.start())
      #expect(try await database.run { try $0.value("SELECT 1", as: Int.self) } == 1)
      await database.close()
    }
  }

  @Test("is started anew when its socket has vanished")
  func vanishedSocket() async throws {
    try await withTemporaryHome { home in
      let server = try home.server()
      let folder = try #require(try await server.start().keywords["host"])
      let pid = try #require(server.runningServer()?.pid)
      FileTree.remove(folder)
      let database = try await Database.connect(to: server.start())
      #expect(try await database.run { try $0.value("SELECT 1", as: Int.self) } == 1)
      #expect(server.runningServer()?.pid != pid)
      await database.close()
    }
  }

  @Test("finishes what an interrupted first start left half done")
  func interruptedStart() async throws {
    try await withTemporaryHome { home in
      mkdir(home.home, geteuid() == 0 ? 0o711 : 0o700)
      mkdir(home.home + "/data.new", 0o700)
      try write("half", to: home.home + "/data.new/PG_VERSION")
      let database = try await Database.connect(to: home.server().start())
      #expect(try await database.run { try $0.value("SELECT 1", as: Int.self) } == 1)
      #expect(fileStatus(home.home + "/data.new") == nil)
      await database.close()
    }
  }

  @Test("shows the end of its log when it does not come up")
  func brokenSettings() async throws {
    try await withTemporaryHome { home in
      let server = try home.server()
      _ = try await server.start()
      try await server.stop()
      let settings = home.home + "/data/postgresql.conf"
      let good = try #require(textOfFile(settings))
      try write(good + "\nno_such_setting = 1\n", to: settings)
      let error = await expectThrows(EmbeddedServerError.self) { try await server.start() }
      #expect(error?.kind == .serverFailed)
      #expect(error?.text.english.contains("no_such_setting") == true)
      #expect(error?.text.german.contains(home.home + "/server.log") == true)
      try write(good, to: settings)
      _ = try await server.start()
    }
  }
}

/// Replaces a file's content, keeping its owner.
func write(_ text: String, to path: String) throws {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw SystemError.last }
  defer { close(descriptor) }
  let count = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
  guard count == text.utf8.count else { throw SystemError.last }
  // Root writes for the server's account, too.
  if let folder = fileStatus(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex))) {
    _ = chown(path, folder.st_uid, folder.st_gid)
  }
}
