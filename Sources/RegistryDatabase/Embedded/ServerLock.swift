import Glibc

/// Held while the server is started or stopped, so that two commands at once start one server:
/// the second waits, and finds the first one's. The system gives it up when its holder dies.
struct ServerLock: ~Copyable {
  private let descriptor: Int32

  init(_ home: ServerHome, timeout: Duration) throws {
    descriptor = open(home.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw home.unusable(home.lock, SystemError.last) }
    let deadline = ContinuousClock.now + timeout
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw home.unusable(home.lock, SystemError.last)
      }
      guard ContinuousClock.now < deadline else {
        throw EmbeddedServerError(
          .serverFailed,
          de: "Ein anderer Befehl startet oder beendet die eingebaute Datenbank und wird nicht "
            + "fertig. Bitte später noch einmal versuchen.",
          en: "Another command is starting or stopping the embedded database and does not finish. "
            + "Try again later.",
          details: home.lock)
      }
      pause(milliseconds: 10)
    }
  }

  deinit { close(descriptor) }
}
