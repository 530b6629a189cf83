internal import CPostgreSQL
import Glibc
import Portfolio

/// Opening a connection, with a time limit and open to cancellation.
///
/// `PQconnectdb` would do, but says why it failed in the server's language only. The asynchronous
/// functions let us ask for error codes before the server answers; they in turn leave time limits
/// to the caller, so each host is tried on its own here.
struct ConnectionAttempt {
  let parameters: ConnectionParameters
  /// For each host.
  let timeout: Duration
  let isCancelled: () -> Bool

  /// The connection, to be ended by the caller with `PQfinish`.
  func open() throws -> OpaquePointer {
    let hosts = parameters.perHost
    // "prefer-standby: first try to find a standby server, but if none of the listed hosts is a
    // standby server, try again in any mode".
    let wanted = parameters.keywords["target_session_attrs"]
    let modes = hosts.count > 1 && wanted == "prefer-standby" ? ["standby", "any"] : [wanted]
    var failure: DatabaseError?
    for mode in modes {
      for host in hosts {
        do {
          return try open(mode.map { host.setting("target_session_attrs", to: $0) } ?? host)
        } catch let error as DatabaseError where error.kind == .unreachable {
          // As libpq does, only an unreachable host sends us on to the next.
          failure = error
        }
      }
    }
    throw DatabaseError(
      kind: .unreachable, sqlState: failure?.sqlState,
      text: DatabaseError.text(for: .unreachable, server: parameters.address),
      details: failure?.details ?? "no host given")
  }

  private func open(_ host: ConnectionParameters) throws -> OpaquePointer {
    guard let connection = Self.start(host) else {
      throw DatabaseError.misuse("libpq is out of memory")
    }
    var isOpen = false
    defer { if !isOpen { PQfinish(connection) } }
    // With codes, so that the kind of a failure does not hang on the language of its message.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    try finish(connection, host)
    guard PQserverVersion(connection) >= Int32(oldestSupportedPostgreSQL) * 10_000 else {
      throw failure(.tooOld, "server version \(PQserverVersion(connection))", host)
    }
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
    isOpen = true
    return connection
  }

  private static func start(_ host: ConnectionParameters) -> OpaquePointer? {
    var keywords = Self.fixed
    keywords.merge(host.keywords) { _, given in given }
    keywords["client_encoding"] = "UTF8"
    return withStrings(keywords.map(\.key)) { names in
      withStrings(keywords.map(\.value)) { values in
        PQconnectStartParams(names, values, 0)
      }
    }
  }

  /// Unless the URL says otherwise: a dead peer is noticed after a minute, and an administrator
  /// sees who is connected.
  private static let fixed = [
    "application_name": "dach", "keepalives": "1", "keepalives_idle": "30",
    "keepalives_interval": "10", "keepalives_count": "3",
  ]

  /// "At first, behave as if PQconnectPoll last returned PGRES_POLLING_WRITING."
  private func finish(_ connection: OpaquePointer, _ host: ConnectionParameters) throws {
    let deadline = ContinuousClock.now + timeout
    var awaited = PGRES_POLLING_WRITING
    if PQstatus(connection) == CONNECTION_BAD { throw classified(connection, host) }
    while true {
      let isReady = try wait(connection, for: awaited)
      if isCancelled() { throw DatabaseError.cancelled }
      if isReady { awaited = PQconnectPoll(connection) }
      if awaited == PGRES_POLLING_OK { return }
      if awaited == PGRES_POLLING_FAILED { throw classified(connection, host) }
      if ContinuousClock.now >= deadline {
        throw failure(.unreachable, "no answer within \(timeout)", host)
      }
    }
  }

  /// Waits briefly, so that cancellation is noticed; false where nothing happened.
  private func wait(
    _ connection: OpaquePointer, for awaited: PostgresPollingStatusType
  ) throws -> Bool {
    let events = awaited == PGRES_POLLING_READING ? POLLIN : POLLOUT
    // "The socket may change from one call to the next", so it is asked for anew.
    var descriptor = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
    return poll(&descriptor, 1, 50) > 0
  }

  private func classified(
    _ connection: OpaquePointer, _ host: ConnectionParameters
  ) -> DatabaseError {
    let message = String(cString: PQerrorMessage(connection))
    if let state = Self.sqlState(in: message) {
      let kind = DatabaseError.Kind(sqlState: state)
      // A server that ends the connection while it is being made cannot be reached just now.
      return failure(kind == .connectionLost ? .unreachable : kind, message, host, sqlState: state)
    }
    // "the connection authentication method required a password, but none was available".
    let lacksPassword = PQconnectionNeedsPassword(connection) != 0
    if lacksPassword { return failure(.authentication, message, host) }
    return failure(Self.kindWithoutCode(message), message, host)
  }

  /// What libpq alone found, before the server had a say. Its messages are in English here, as the
  /// program never calls `setlocale`; an unknown one means that there was no connection.
  private static func kindWithoutCode(_ message: String) -> DatabaseError.Kind {
    if message.contains("server does not support SSL") { return .encryptionUnavailable }
    return message.contains("certificate") ? .certificate : .unreachable
  }

  private func failure(
    _ kind: DatabaseError.Kind, _ details: String, _ host: ConnectionParameters,
    sqlState: String? = nil
  ) -> DatabaseError {
    DatabaseError(
      kind: kind, sqlState: sqlState, text: DatabaseError.text(for: kind, server: host.address),
      details: parameters.redacting(details))
  }

  /// The code in a verbose message such as `FATAL:  3D000: database "x" does not exist`: five
  /// upper-case letters or digits between colon, blanks and colon.
  static func sqlState(in message: String) -> String? {
    let words = message.split { $0 == " " || $0 == "\n" }
    for (word, next) in zip(words, words.dropFirst()) {
      guard word.hasSuffix(":"), next.hasSuffix(":"), next.utf8.count == 6 else { continue }
      let code = next.dropLast()
      let isCode = code.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      }
      if isCode, code.utf8.contains(where: { $0 <= UInt8(ascii: "9") }) { return String(code) }
    }
    return nil
  }
}

/// Lends the strings as a NULL-ended C array.
private func withStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  var bytes: [CChar] = []
  var offsets: [Int] = []
  for string in strings {
    offsets.append(bytes.count)
    bytes += string.utf8CString
  }
  return bytes.withUnsafeBufferPointer { bytes in
    // An array of NULL-ended strings is never empty unless there are no strings.
    let pointers = offsets.map { bytes.baseAddress?.advanced(by: $0) } + [nil]
    return pointers.withUnsafeBufferPointer { pointers in
      withExtendedLifetime(bytes) {
        // `pointers` holds at least the closing NULL, so it has an address.
        body(pointers.baseAddress.unsafelyUnwrapped)
      }
    }
  }
}
