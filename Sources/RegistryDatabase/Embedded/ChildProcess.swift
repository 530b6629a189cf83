internal import CLinux
import Glibc

/// Starting other programs with `posix_spawn`, as Swift has no `fork`.
///
/// A child gets the three standard streams and no other descriptor, the given environment alone,
/// default signal handling, and `/` as working folder, which every account may enter.
struct ChildProcess {
  var arguments: [String]
  var environment: [String: String] = [:]

  struct Outcome {
    /// The exit code; 128 and the signal's number where a signal ended it; -1 if unknown.
    let code: Int32
    /// Standard output and error, as they came.
    let output: String
  }

  /// Runs the program to its end.
  func run(input: String = "") throws -> Outcome {
    let (inputEnd, feed) = try Self.pipe()
    let (harvest, outputEnd) = try Self.pipe()
    defer { close(harvest) }
    let pid: pid_t
    do {
      defer {
        close(inputEnd)
        close(outputEnd)
      }
      defer { if input.isEmpty { close(feed) } }
      pid = try spawn(input: inputEnd, output: outputEnd, detached: false)
    } catch {
      if !input.isEmpty { close(feed) }
      throw error
    }
    if !input.isEmpty {
      // A pipe takes 64 KiB without a reader, and inputs here are a line.
      _ = input.withCString { write(feed, $0, strlen($0)) }
      close(feed)
    }
    let output = Self.readToEnd(harvest)
    return Outcome(code: Self.wait(for: pid), output: output)
  }

  /// Starts the program in a session of its own, so that it outlives this one and no Ctrl-C of its
  /// terminal reaches it.
  /// - Parameter log: takes standard output and error; standard input is empty.
  func start(log: Int32) throws -> pid_t {
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard nothing >= 0 else { throw SystemError.last }
    defer { close(nothing) }
    return try spawn(input: nothing, output: log, detached: true)
  }

  /// The exit code of a child; nil while it runs.
  static func exitCode(of pid: pid_t) -> Int32? {
    var status: Int32 = 0
    let outcome = waitpid(pid, &status, WNOHANG)
    return outcome == 0 ? nil : (outcome == pid ? code(status) : -1)
  }

  /// Collects the child when it ends, so that it never stays behind as a zombie.
  static func reapInBackground(_ pid: pid_t) {
    var thread = pthread_t()
    let argument = UnsafeMutableRawPointer(bitPattern: Int(pid))
    let outcome = pthread_create(
      &thread, nil,
      { argument in
        _ = ChildProcess.wait(for: pid_t(Int(bitPattern: argument)))
        return nil
      }, argument)
    if outcome == 0 { pthread_detach(thread) }
  }

  private static func wait(for pid: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 { if errno != EINTR { return -1 } }
    return code(status)
  }

  /// The macros WIFEXITED, WEXITSTATUS and WTERMSIG, which Swift does not import.
  private static func code(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw SystemError.last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func readToEnd(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  private func spawn(input: Int32, output: Int32, detached: Bool) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    _ = posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    _ = posix_spawn_file_actions_addchdir_np(&actions, "/")

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    if detached { flags |= dach_spawn_setsid }
    posix_spawnattr_setflags(&attributes, flags)

    var pid: pid_t = 0
    let code = withCStrings(arguments) { arguments in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&pid, self.arguments[0], &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw SystemError(code: code) }
    return pid
  }
}

/// Lends the strings as the NULL-ended array that `posix_spawn` takes.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
