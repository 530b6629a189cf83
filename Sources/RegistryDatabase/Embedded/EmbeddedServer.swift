import Dispatch
import Glibc

/// A private PostgreSQL server, started on demand from the installed programs.
///
/// It listens on a Unix socket alone, in a folder that only its account and root can enter, and
/// goes on running when the command that started it ends. Only the server of this home's own data
/// folder is ever started, used or stopped.
///
/// ```swift
/// let server = try EmbeddedServer(environment: environment)
/// let database = try await Database.connect(to: server.start())
/// ```
public struct EmbeddedServer: Sendable {
  let home: ServerHome
  let environment: [String: String]
  /// For the server to come up, to go down, or for another command to let go of it.
  let timeout: Duration

  /// - Parameters:
  ///   - environment: decides with `DACH_HOME`, `DACH_RUNTIME_DIR`, `DACH_POSTGRESQL_BIN`,
  ///     `XDG_DATA_HOME`, `XDG_RUNTIME_DIR`, `HOME` and `PATH`.
  /// - Throws: `EmbeddedServerError` where no folder for it is known.
  public init(environment: [String: String], timeout: Duration = .seconds(60)) throws {
    home = try ServerHome(environment: environment)
    self.environment = environment
    self.timeout = timeout
  }

  /// Starts the server where it does not run, and waits until it takes connections.
  /// - Throws: `EmbeddedServerError`
  public func start() async throws -> ConnectionParameters {
    try await offPool { try startAndWait() }
  }

  /// Stops the server: running statements are rolled back, what was committed stays.
  /// - Returns: false where it did not run.
  /// - Throws: `EmbeddedServerError`
  @discardableResult
  public func stop() async throws -> Bool {
    try await offPool { try stopAndWait() }
  }

  public func status() async throws -> EmbeddedServerStatus {
    try await offPool { try currentStatus() }
  }

  /// Child processes get this and nothing of the caller's environment, such as `PG*` variables.
  static let childEnvironment = [
    "LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
  ]

  /// What a client needs for the server with its socket in the given folder.
  ///
  /// `requirepeer` has libpq check that the process at the other end is the server's account.
  /// Everything that a `PG*` variable could say otherwise is said.
  func parameters(socketFolder: String, account: ServerAccount) -> ConnectionParameters {
    ConnectionParameters(keywords: [
      "host": socketFolder, "port": "\(SocketFolder.port)", "user": Cluster.owner,
      "dbname": Cluster.database, "requirepeer": account.name, "sslmode": "disable",
      "gssencmode": "disable", "channel_binding": "disable", "target_session_attrs": "any",
      "options": "-c statement_timeout=0",
    ])
  }

  /// The server of this home, if it runs; by the file it writes, checked against the process.
  func runningServer() -> PostmasterFile? {
    guard let file = PostmasterFile(dataFolder: home.data), file.isAlive(in: home.data) else {
      return nil
    }
    return file
  }

  /// Starting and stopping waits for other processes, so it stays off Swift's cooperative pool.
  private func offPool<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
  }
}

extension DatabaseTarget {
  /// Where to connect; the embedded server is started for it.
  /// - Throws: `EmbeddedServerError`
  public func connectionParameters(
    environment: [String: String]
  ) async throws -> ConnectionParameters {
    switch self {
    case .server(let parameters): parameters
    case .embedded: try await EmbeddedServer(environment: environment).start()
    }
  }
}
