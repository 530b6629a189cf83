import Glibc
import Testing

@testable import RegistryDatabase

@Suite("An encrypted connection")
struct EncryptionTests {
  private static let password = "Ein Satz, den niemand errät"

  /// What the URL says, as a command would take it.
  private static func connect(
    _ server: EncryptedServer, _ settings: String, host: String = "localhost",
    password: String = password
  ) async throws -> Database {
    let url =
      "postgresql://anna@\(host):\(server.port)/postgres?hostaddr=127.0.0.1&\(settings)"
    guard case .server(let parameters) = try DatabaseTarget.resolve(url: url, environment: [:])
    else { throw EncryptedServer.Failure(description: url) }
    return try await Database.connect(to: parameters.setting("password", to: password))
  }

  private static func failure(
    _ connection: @autoclosure () async throws -> Database
  ) async throws -> DatabaseError.Kind? {
    do {
      await (try await connection()).close()
      return nil
    } catch let error as DatabaseError {
      return error.kind
    }
  }

  @Test("is made as the URL says: the server proves who it is, and the login by SCRAM who it is")
  func verified() async throws {
    try await withTemporaryHome { home in
      let local = try await Database.connect(to: home.server().start())
      try await local.run { session in
        try session.execute("CREATE ROLE anna LOGIN PASSWORD '\(Self.password)'")
      }
      await local.close()
      let server = try EncryptedServer(home)
      defer { server.stop() }
      let trusted = "sslmode=verify-full&sslrootcert=\(server.certificate)"

      var connection: Database?
      // It takes a moment to start.
      for _ in 0..<600 where connection == nil {
        connection = try? await Self.connect(server, trusted)
        if connection == nil { usleep(50_000) }
      }
      let database = try #require(connection)
      let isEncrypted = try await database.run { session in
        try session.value(
          "SELECT ssl AND version >= 'TLSv1.2' FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
          as: Bool.self)
      }
      #expect(isEncrypted == true)
      await database.close()

      let other = "sslmode=verify-full&sslrootcert=\(server.otherCertificate)"
      #expect(try await Self.failure(await Self.connect(server, other)) == .certificate)
      #expect(
        try await Self.failure(await Self.connect(server, trusted, host: "db.example.org"))
          == .certificate)
      #expect(
        try await Self.failure(await Self.connect(server, trusted, password: "falsch"))
          == .authentication)
      // The server lets nobody in without encryption.
      #expect(try await Self.failure(await Self.connect(server, "sslmode=disable")) != nil)
    }
  }
}
