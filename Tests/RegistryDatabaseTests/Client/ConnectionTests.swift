import Glibc
@testable import RegistryDatabase
import Portfolio
import Testing

@Suite("connecting")
struct ConnectionTests {
  static let secret = "S3cr:t/p@ss word"
  static let encodedSecret = "S3cr%3At%2Fp%40ss%20word"

  @Test("takes the URL, then DACH_DATABASE_URL, then PG variables, then the embedded server")
  func precedence() throws {
    func describe(_ url: String?, _ environment: [String: String]) throws -> String {
      switch try DatabaseTarget.resolve(url: url, environment: environment) {
      case .embedded: "embedded"
      case .server(let parameters): parameters.keywords["host"] ?? "PG variables"
      }
    }
    let all = ["DACH_DATABASE_URL": "postgresql://second/d", "PGHOST": "third"]
    #expect(try describe("postgresql://first/d", all) == "first")
    #expect(try describe(nil, all) == "second")
    for variable in DatabaseTarget.variables {
      #expect(try describe(nil, [variable: "x"]) == "PG variables")
    }
    #expect(try describe(nil, ["PGHOST": "", "PGPASSWORD": "x"]) == "embedded")
  }

  @Test("takes an empty URL for a mistake, not for none", arguments: ["", " \n"])
  func emptyURL(text: String) throws {
    let sources: [(name: String, url: String?, environment: [String: String])] = [
      ("--database", text, ["DACH_DATABASE_URL": "postgresql://second/d"]),
      ("DACH_DATABASE_URL", nil, ["DACH_DATABASE_URL": text, "PGHOST": "third"]),
    ]
    for source in sources {
      let error = #expect(throws: DatabaseError.self) {
        try DatabaseTarget.resolve(url: source.url, environment: source.environment)
      }
      #expect(error?.kind == .emptyURL)
      #expect(error?.exitCode == 64)
      #expect(error?.text.german.hasPrefix("\(source.name) ist leer") == true)
    }
    // What is not asked is not read.
    let given = try DatabaseTarget.resolve(
      url: "postgresql://first/d", environment: ["DACH_DATABASE_URL": text])
    if case .embedded = given { Issue.record("the URL was not taken") }
  }

  @Test(
    "says that a server offers no encryption where it is asked for",
    arguments: ["require", "verify-full"])
  func noEncryption(mode: String) async throws {
    let server = try UnencryptedServer()
    defer { server.stop() }
    let parameters = ConnectionParameters(keywords: [
      "host": "127.0.0.1", "port": String(server.port), "user": "anna", "dbname": "d",
      "sslmode": mode,
    ])
    let error = try #require(
      await expectThrows(DatabaseError.self) { try await Database.connect(to: parameters) })
    #expect(error.kind == .encryptionUnavailable, "\(error.details)")
    #expect(error.exitCode == 69)
    #expect(error.text.english.contains("offers no encryption (TLS), but sslmode asks for it"))
  }

  @Test("says that the authority is missing that should vouch for a server")
  func noAuthority() async throws {
    let parameters = ConnectionParameters(keywords: [
      "host": "127.0.0.1", "port": "1", "sslmode": "verify-full", "sslrootcert": "/does/not/exist",
    ])
    let server = try UnencryptedServer(answer: "S")
    defer { server.stop() }
    let error = try #require(
      await expectThrows(DatabaseError.self) {
        try await Database.connect(to: parameters.setting("port", to: String(server.port)))
      })
    #expect(error.kind == .certificate, "\(error.details)")
  }

  @Test("shows user, host, port and database of a URL, and nothing else")
  func description() throws {
    let cases = [
      "postgresql://anna:\(Self.encodedSecret)@db:5433/dach?sslmode=require":
        "postgresql://anna@db:5433/dach",
      "host=db port=5433 user=anna dbname=dach password='\(Self.secret)'":
        "postgresql://anna@db:5433/dach",
      "postgresql://anna@one:1,two:2/dach": "postgresql://anna@one:1,two:2/dach",
      "postgresql://anna@[::1]:1/dach": "postgresql://anna@[::1]:1/dach",
      "postgresql://anna@%2Frun%2Fpg:1/d%20e": "postgresql://anna@%2Frun%2Fpg:1/d%20e",
    ]
    for (text, expected) in cases {
      let parameters = try ConnectionParameters(text)
      #expect("\(parameters)" == expected)
      #expect(String(reflecting: parameters) == expected)
      var dumped = ""
      dump(parameters, to: &dumped)
      #expect(!dumped.contains("S3cr"))
      // What is shown is itself a URL of the same place.
      #expect("\(try ConnectionParameters(expected))" == expected)
    }
  }

  @Test("refuses a URL whose password would be taken for something else, without repeating it")
  func mistakable() {
    let texts = [
      "postgresql://anna:p@S3cr@db/dach", "postgresql://anna:pa/S3cr@db/dach",
      "postgresql://anna:12/S3cr@db/dach", "postgresql://anna:1/S3cr?x@db/dach",
      "postgresql://anna:S3cr", "postgres://db:S3cr/dach", "S3cr", "password=S3cr host",
      "password='S3cr", "postgresql://db/dach?S3cr=x", "postgresql://db:99999/S3cr",
      "host=db passwort=S3cr", "postgresql://anna:S3cr%zz@db/dach", "postgresql://db/\0S3cr",
    ]
    for text in texts {
      let error = expectThrows(DatabaseError.self) { try ConnectionParameters(text) }
      #expect(error?.kind == .invalidURL, "\(text)")
      #expect(error?.exitCode == 69)
      if let error {
        #expect(!everything(error).contains("S3cr"), "\(text)")
      }
    }
  }

  @Test("names host and port where no server answers, tries all hosts, and keeps the password")
  func unreachable() async throws {
    let parameters = try ConnectionParameters(
      "postgresql://anna:\(Self.encodedSecret)@127.0.0.1:1,localhost:2/dach")
    let error = try #require(
      await expectThrows(DatabaseError.self) { try await Database.connect(to: parameters) })
    #expect(error.kind == .unreachable)
    #expect(error.exitCode == 69)
    #expect(error.text.german.contains("Rechner 127.0.0.1, Port 1; Rechner localhost, Port 2"))
    #expect(error.text.english.contains("host 127.0.0.1, port 1; host localhost, port 2"))
    #expect(!everything(error).contains("S3cr"))
  }

  @Test("goes on to the next host where the first is down")
  func secondHost() async throws {
    let server = try await TestServer.parameters()
    let folder = try #require(server.keywords["host"])
    for hosts in ["/nonexistent,\(folder)", "/nonexistent,/nonexistent,\(folder)"] {
      for mode in ["any", "prefer-standby", "read-write"] {
        let parameters = server.setting("host", to: hosts)
          .setting("target_session_attrs", to: mode)
        let database = try await Database.connect(to: parameters)
        #expect(try await database.run { try $0.value("SELECT 1", as: Int.self) } == 1)
        await database.close()
      }
    }
  }

  @Test("names a database that is missing, and the command that makes it")
  func unknownDatabase() async throws {
    let server = try await TestServer.parameters()
    let error = try #require(
      await expectThrows(DatabaseError.self) {
        try await Database.connect(to: server.database("fehlt hier"))
      })
    #expect(error.kind == .unknownDatabase)
    #expect(error.sqlState == "3D000")
    #expect(error.text.german.contains("„fehlt hier“"))
    let folder = try #require(server.keywords["host"])
    #expect(error.text.english.contains("createdb -h \(folder) -p 5432 -U dach 'fehlt hier'"))
  }

  @Test("tells wrong and missing passwords, without any of them")
  func authentication() async throws {
    try await withTemporaryHome { home in
      let server = try await home.server().start()
      let database = try await Database.connect(to: server)
      try await database.run { session in
        let password = Self.secret.replacing("'", with: "''")
        try session.script("CREATE ROLE anna LOGIN PASSWORD '\(password)'")
      }
      try appendFirst("local all anna scram-sha-256\n", to: home.home + "/data/pg_hba.conf")
      try await database.run { session in
        try session.execute("SELECT pg_reload_conf()")
        let rule = "SELECT count(*) FROM pg_hba_file_rules WHERE 'anna' = ANY (user_name)"
        #expect(try session.value(rule, as: Int.self) == 1)
      }
      let anna = server.setting("user", to: "anna")
      let good = ConnectionParameters(
        keywords: anna.keywords.merging(["password": Self.secret]) { $1 })
      // The server rereads its rules when it gets round to it.
      var refused: DatabaseError?
      while refused == nil {
        do {
          let early = try await Database.connect(to: anna)
          await early.close()
        } catch let error as DatabaseError {
          refused = error
        }
      }
      #expect(refused?.kind == .authentication)
      let connected = try await Database.connect(to: good)
      #expect(
        try await connected.run { try $0.value("SELECT current_user::text", as: String.self) }
          == "anna")

      let wrong = ConnectionParameters(
        keywords: anna.keywords.merging(["password": "S3cr:wrong"]) { $1 })
      let error = try #require(
        await expectThrows(DatabaseError.self) { try await Database.connect(to: wrong) })
      #expect(error.kind == .authentication)
      #expect(error.sqlState == "28P01")
      #expect(error.text.german.contains("„anna“"))
      #expect(!everything(error).contains("S3cr"))
    }
  }

  /// All that any log or screen could show of an error.
  private func everything(_ error: DatabaseError) -> String {
    var dumped = ""
    dump(error, to: &dumped)
    return "\(error) \(String(reflecting: error)) \(error.text) \(dumped)"
  }

  private func appendFirst(_ line: String, to path: String) throws {
    let old = try #require(textOfFile(path))
    let descriptor = open(path, O_WRONLY | O_TRUNC)
    defer { close(descriptor) }
    let text = line + old
    #expect(text.withCString { write(descriptor, $0, strlen($0)) } == text.utf8.count)
  }
}
