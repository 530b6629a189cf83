import Glibc
import Portfolio
@testable import RegistryDatabase
import Testing

@Suite("the embedded server says what is wrong")
struct UnusableHomeTests {
  @Test("when the socket's path is too long")
  func longSocketPath() async throws {
    try await withTemporaryHome { home in
      let base = home.path + "/" + String(repeating: "x", count: 80)
      mkdir(base, 0o711)
      let error = try await failure(home, ["DACH_RUNTIME_DIR": base])
      #expect(error.kind == .socketUnusable)
      #expect(error.text.german.contains("DACH_RUNTIME_DIR"))
      #expect(error.text.english.contains("107"))
      #expect(fileStatus(home.home + "/data") == nil, "nothing is made before that is known")
    }
  }

  @Test("when somebody else could slip in a socket")
  func untrustedSocketFolder() async throws {
    try await withTemporaryHome { home in
      mkdir(home.home, 0o711)
      let folder = try SocketFolder(home: home.home, environment: home.environment()).path
      // Open to others; then a link to elsewhere; then, for root, another account's.
      mkdir(folder, 0o700)
      chmod(folder, 0o777)
      #expect(try await failure(home).kind == .socketUnusable)
      rmdir(folder)
      symlink(home.path, folder)
      #expect(try await failure(home).kind == .socketUnusable)
      unlink(folder)
      if geteuid() == 0 {
        mkdir(folder, 0o700)
        chown(folder, 12_345, 12_345)
        #expect(try await failure(home).kind == .socketUnusable)
        rmdir(folder)
      }
      let open = home.path + "/open"
      mkdir(open, 0o700)
      chmod(open, 0o777)
      #expect(try await failure(home, ["DACH_RUNTIME_DIR": open]).kind == .socketUnusable)
    }
  }

  @Test("when the home cannot be written")
  func unwritableHome() async throws {
    try await withTemporaryHome { home in
      try write("a file, not a folder", to: home.path + "/file")
      let inFile = try await failure(home, ["DACH_HOME": home.path + "/file/home"])
      #expect(inFile.kind == .homeUnusable)
      #expect(inFile.text.english.contains(home.path + "/file"))
      // Root writes everywhere, except where there is nothing to write to.
      let closed = geteuid() == 0 ? "/proc/dach" : home.path + "/closed"
      if geteuid() != 0 { mkdir(closed, 0o500) }
      let error = try await failure(home, ["DACH_HOME": closed])
      #expect(error.kind == .homeUnusable)
      #expect(error.exitCode == 69)
    }
  }

  @Test(
    "when the account it drops to cannot enter the home",
    .enabled(if: geteuid() == 0, "only root's server runs under another account"))
  func untraversableHome() async throws {
    try await withTemporaryHome { home in
      mkdir(home.path + "/closed", 0o700)
      let error = try await failure(home, ["DACH_HOME": home.path + "/closed/home"])
      #expect(error.kind == .homeUnusable)
      #expect(error.text.german.contains(home.path + "/closed“"))
      #expect(error.text.english.contains("chmod o+x \(home.path)/closed"))
    }
  }

  @Test("when no fitting programs are installed")
  func missingPrograms() async throws {
    try await withTemporaryHome { home in
      let error = try await failure(home, ["DACH_POSTGRESQL_BIN": home.path])
      #expect(error.kind == .programsMissing)
      #expect(error.text.english.contains(home.path))
    }
  }

  @Test("when the data folder holds no cluster, or one of another release, and leaves it alone")
  func foreignData() async throws {
    try await withTemporaryHome { home in
      mkdir(home.home, 0o711)
      let data = home.home + "/data"
      mkdir(data, 0o700)
      if geteuid() == 0 { chown(data, 65_534, 65_534) }
      let cases: [(content: String, expected: String)] = [
        ("garbage\n", "PG_VERSION"), ("", "PG_VERSION"), ("9.6\n", "PG_VERSION"),
        ("13\n", "PostgreSQL 13"), ("99\n", "postgresql-99"),
      ]
      for (content, expected) in cases {
        try write(content, to: data + "/PG_VERSION")
        let error = try await failure(home)
        #expect(error.kind == .dataUnusable, "\(content)")
        #expect(error.text.german.contains(expected), "\(content)")
        #expect(textOfFile(data + "/PG_VERSION") == content)
        #expect(namesInFolder(data) == ["PG_VERSION"])
      }
    }
  }

  @Test("when the home is nowhere")
  func noHome() throws {
    if geteuid() != 0 {
      let error = expectThrows(EmbeddedServerError.self) { try EmbeddedServer(environment: [:]) }
      #expect(error?.kind == .homeUnusable)
      let user = try EmbeddedServer(environment: ["HOME": "/home/anna"])
      #expect(user.home.path == "/home/anna/.local/share/dachregister")
      let configured = try EmbeddedServer(environment: ["HOME": "/h", "XDG_DATA_HOME": "/data"])
      #expect(configured.home.path == "/data/dachregister")
    } else {
      let root = try EmbeddedServer(environment: ["HOME": "/root"])
      #expect(root.home.path == "/var/lib/dachregister")
    }
    #expect(try EmbeddedServer(environment: ["DACH_HOME": "/x"]).home.path == "/x")
  }

  private func failure(
    _ home: TemporaryHome, _ changes: [String: String] = [:]
  ) async throws -> EmbeddedServerError {
    try #require(
      await expectThrows(EmbeddedServerError.self) { try await home.server(changes).start() })
  }
}
