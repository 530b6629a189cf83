import Glibc

extension EmbeddedServer {
  func stopAndWait() throws -> Bool {
    guard runningServer() != nil else { return false }
    let lock = try ServerLock(home, timeout: timeout + .seconds(60))
    defer { withExtendedLifetime(lock) {} }
    guard let running = runningServer() else { return false }
    try stop(running)
    return true
  }

  /// "SIGINT: Fast Shutdown. The server disallows new connections and sends all existing server
  /// processes SIGTERM, which will cause them to abort their current transactions and exit
  /// promptly." Nothing harsher is ever sent.
  func stop(_ running: PostmasterFile) throws {
    guard running.isAlive(in: home.data) else { return }
    guard kill(running.pid, SIGINT) == 0 || errno == ESRCH else {
      throw didNotStop(running, SystemError.last.description)
    }
    let deadline = ContinuousClock.now + timeout
    while running.isAlive(in: home.data) {
      guard ContinuousClock.now < deadline else { throw didNotStop(running, "timeout") }
      pause(milliseconds: 10)
    }
  }

  private func didNotStop(_ running: PostmasterFile, _ details: String) -> EmbeddedServerError {
    EmbeddedServerError(
      .serverFailed,
      de: "Die eingebaute Datenbank (Prozess \(running.pid)) ließ sich nicht beenden.",
      en: "The embedded database (process \(running.pid)) could not be stopped.", details: details)
  }
}
