import Glibc

/// PostgreSQL's own programs for backups, `pg_dump`, `pg_restore` and `psql`.
struct ClientPrograms {
  let folder: String
  /// The caller's environment; what libpq reads of it counts for the programs as well.
  private let environment: [String: String]

  /// The newest that are installed. Debian's wrappers in `PATH` would choose a version by the
  /// server they are told, which a socket does not tell.
  /// - Throws: `BackupError.programsMissing`
  init(environment: [String: String]) throws {
    let installed = ServerPrograms.installed(environment: environment).map(\.folder)
    let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let folder = (installed + path).first { folder in
      ["pg_dump", "pg_restore", "psql"].allSatisfy { access("\(folder)/\($0)", X_OK) == 0 }
    }
    guard let folder else { throw BackupError.programsMissing }
    self.folder = folder
    self.environment = environment
  }

  /// Runs a program on a database.
  ///
  /// Its password is handed over by the environment, as everybody can read the arguments of a
  /// process.
  /// - Throws: `BackupError.failed` with what the program said.
  @discardableResult
  func run(
    _ program: String, _ arguments: [String], on parameters: ConnectionParameters? = nil
  ) throws -> String {
    var environment = environment
    environment["LC_ALL"] = "C"
    var connection: [String] = []
    if let parameters {
      if let password = parameters.keywords["password"] { environment["PGPASSWORD"] = password }
      connection = ["--dbname=\(parameters.connectionString)"]
    }
    let child = ChildProcess(
      arguments: ["\(folder)/\(program)"] + connection + arguments, environment: environment)
    let outcome = try child.run()
    guard outcome.code == 0 else {
      let said = parameters?.redacting(outcome.output) ?? outcome.output
      throw BackupError.failed(
        program, said.split(separator: "\n").prefix(3).joined(separator: "\n"))
    }
    return outcome.output
  }
}

extension ConnectionParameters {
  /// As `keyword='value'` pairs without any secret.
  fileprivate var connectionString: String {
    keywords.filter { !["password", "sslpassword"].contains($0.key) }.sorted { $0.key < $1.key }
      .map { keyword, value in
        let escaped = value.reduce(into: "") { text, character in
          if character == "'" || character == "\\" { text.append("\\") }
          text.append(character)
        }
        return "\(keyword)='\(escaped)'"
      }.joined(separator: " ")
  }
}
