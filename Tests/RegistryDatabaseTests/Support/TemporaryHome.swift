import Glibc

@testable import RegistryDatabase

/// A folder in `/tmp` for an embedded server, with the socket inside.
struct TemporaryHome: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/dach-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    // Root's server runs under another account, which must get to its data.
    if geteuid() == 0 { chmod(path, 0o711) }
  }

  /// The embedded server's folder.
  var home: String { path + "/home" }

  func environment(_ changes: [String: String] = [:]) -> [String: String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return ["DACH_HOME": home, "DACH_RUNTIME_DIR": self.path, "PATH": path]
      .merging(changes) { _, changed in changed }
  }

  func server(_ changes: [String: String] = [:]) throws -> EmbeddedServer {
    try EmbeddedServer(environment: environment(changes))
  }

  /// Stops the server and deletes everything.
  func remove() {
    _ = try? server().stopAndWait()
    FileTree.remove(path)
  }

  /// Has a process stand by that tidies up should this one be killed.
  func watch() throws {
    let script = """
      while kill -0 "$1" 2>/dev/null && [ -d "$2" ]; do sleep 1; done
      [ -f "$2/home/data/postmaster.pid" ] && kill -INT "$(head -n 1 "$2/home/data/postmaster.pid")"
      sleep 1
      rm -rf "$2"
      """
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { close(nothing) }
    let arguments = ["/bin/sh", "-c", script, "watch", "\(getpid())", path]
    let child = ChildProcess(arguments: arguments, environment: ["PATH": "/usr/bin:/bin"])
    ChildProcess.reapInBackground(try child.start(log: nothing))
  }
}

/// Lends a home and removes it, with its server, afterwards.
func withTemporaryHome<Value>(
  _ body: (TemporaryHome) async throws -> Value
) async throws -> Value {
  let home = try TemporaryHome()
  defer { home.remove() }
  try home.watch()
  return try await body(home)
}
