import Glibc

@testable import RegistryDatabase

/// An empty database of one test's own.
struct TemporaryDatabase: Sendable {
  let parameters: ConnectionParameters
  /// Connected to it.
  let database: Database

  /// One more connection to it.
  func connect() async throws -> Database { try await Database.connect(to: parameters) }
}

/// Each test with a database holds a few connections of the server's hundred.
private let turnstile = Turnstile(width: 8)

/// Lends a new database on the test process's own server and drops it afterwards.
func withTemporaryDatabase<Value>(
  _ body: (TemporaryDatabase) async throws -> Value
) async throws -> Value {
  await turnstile.enter()
  do {
    let value = try await withNewDatabase(body)
    await turnstile.leave()
    return value
  } catch {
    await turnstile.leave()
    throw error
  }
}

private func withNewDatabase<Value>(
  _ body: (TemporaryDatabase) async throws -> Value
) async throws -> Value {
  let server = try await TestServer.parameters()
  let maintenance = try await Database.connect(to: server.database("postgres"))
  let name = "test_" + String(UInt64.random(in: .min ... .max), radix: 36)
  try await maintenance.run { session in try session.execute("CREATE DATABASE \(name)") }
  let drop: @Sendable () async throws -> Void = {
    try await maintenance.run { session in
      try session.execute("DROP DATABASE \(name) WITH (FORCE)")
    }
    await maintenance.close()
  }
  do {
    let parameters = server.database(name)
    let database = try await Database.connect(to: parameters)
    let value = try await body(TemporaryDatabase(parameters: parameters, database: database))
    await database.close()
    try await drop()
    return value
  } catch {
    try? await drop()
    throw error
  }
}

/// The embedded server that all tests of a process share, in a home of its own. It is started by
/// the first test that needs it and stopped when the process ends, however it ends.
enum TestServer {
  private static let shared = Result { try TemporaryHome() }
  private static let started = Task<ConnectionParameters, any Error> {
    let home = try shared.get()
    atexit { TestServer.stop() }
    try home.watch()
    return try await home.server().start()
  }

  static func parameters() async throws -> ConnectionParameters { try await started.value }

  private static func stop() {
    guard case .success(let home) = shared else { return }
    home.remove()
  }
}
