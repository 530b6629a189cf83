import Glibc

/// Backups of a whole registry with its history, by PostgreSQL's own `pg_dump` and `pg_restore`
/// (custom format: https://www.postgresql.org/docs/current/app-pgdump.html).
///
/// A backup is one unchanging view of the database, taken while others go on working. Restoring is
/// one transaction: the database is the backup's afterwards, or what it was.
public struct RegistryBackup: Sendable {
  /// What a backup holds, or has put back.
  public struct Summary: Sendable, Hashable {
    /// Size of the file in bytes.
    public let size: Int64
    /// Name of the latest migration.
    public let version: String
    public let projects: Int
    public let changes: Int
  }

  private let parameters: ConnectionParameters
  private let environment: [String: String]

  /// - Parameter parameters: The database that is backed up, or restored to.
  public init(of parameters: ConnectionParameters, environment: [String: String]) {
    self.parameters = parameters
    self.environment = environment
  }

  // MARK: Making one

  /// Writes the backup, whole or not at all, readable for its owner alone, and reads it back.
  /// - Throws: `BackupError`, `MigrationError`, `DatabaseError`
  public func write(to file: String, on database: Database) async throws -> Summary {
    try await database.run { session in
      try MigrationRunner().requireCurrent(session)
      guard try SessionRights(session).isOwner else { throw BackupError.notPermitted }
    }
    let programs = try ClientPrograms(environment: environment)
    let draft = file + ".part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unwritable(file) }
    close(descriptor)
    defer { unlink(draft) }
    // Owners are subject to row-level security like everybody else, and it shows them every row.
    try programs.run(
      "pg_dump",
      ["--format=custom", "--no-owner", "--enable-row-security", "--file=\(absolute(draft))"],
      on: parameters)
    _ = try Self.migrations(in: absolute(draft), programs)
    try flush(draft, file)
    guard rename(draft, file) == 0 else { throw unwritable(file) }
    let size = Int64(fileStatus(file)?.st_size ?? 0)
    let summary = try await database.run { session in
      try Self.note(file, size, session)
      return try Self.summary(session, size: size)
    }
    DatabaseLog.backedUp(summary)
    return summary
  }

  /// Who may only read can make a backup all the same.
  private static func note(_ file: String, _ size: Int64, _ session: Session) throws {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    do {
      try session.execute(
        "INSERT INTO backup_run (file, size) VALUES ($1, $2)", [.text(name), .int(size)])
    } catch let error as DatabaseError where [.permission, .readOnly].contains(error.kind) {}
  }

  /// So that it is on disk before the name says so.
  private func flush(_ draft: String, _ file: String) throws {
    let descriptor = open(draft, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unwritable(file) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw unwritable(file) }
  }

  // MARK: Putting one back

  /// Puts the backup into the database, and brings the tables up to date where the backup is of an
  /// earlier release.
  /// - Parameter replaces: Whether it may take the place of what the database holds.
  /// - Throws: `BackupError`, `MigrationError`, `DatabaseError`
  public func restore(
    from file: String, on database: Database, replaces: Bool
  ) async throws -> Summary {
    try await database.run { session in
      guard try MigrationRunner().isEmpty(session) || SessionRights.isOwner(session) else {
        throw BackupError.notPermitted
      }
    }
    let programs = try ClientPrograms(environment: environment)
    let file = absolute(file)
    let migrations = try Self.migrations(in: file, programs)
    let known = Set(Migration.shipped.map(\.name))
    let unknown = migrations.filter { !known.contains($0) }
    guard unknown.isEmpty else { throw BackupError.newer(unknown) }
    let schema = try await database.run { session in
      guard try replaces || MigrationRunner().isEmpty(session) else { throw BackupError.notEmpty }
      try ServerGroups.make(on: session)
      return try session.value("SELECT quote_ident(current_schema())", as: String.self)
    }
    try programs.withScript { script in
      try programs.run("pg_restore", ["--no-owner", "--file=\(script)", file])
      let clear = programs.clearing(schema ?? "public")
      try programs.run(
        "psql",
        [
          "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
          "--output=/dev/null", "--command=\(clear)", "--file=\(script)",
        ], on: parameters)
    }
    // Plans and prepared statements of the session know the tables of before.
    await database.close()
    let size = Int64(fileStatus(file)?.st_size ?? 0)
    let summary = try await database.run { session in
      try MigrationRunner().migrate(session)
      try session.execute("SELECT settle()")
      try session.execute("ANALYZE")
      return try Self.summary(session, size: size)
    }
    DatabaseLog.restored(summary)
    return summary
  }

  private static func summary(_ session: Session, size: Int64) throws -> Summary {
    let rows = try session.rows(
      """
      SELECT (SELECT max(name COLLATE "C") FROM schema_migration),
        (SELECT count(*) FROM project WHERE archived_at IS NULL), (SELECT count(*) FROM change)
      """
    ) { row in
      Summary(
        size: size, version: try row.decodeIfPresent(0) ?? "", projects: try row.decode(1),
        changes: try row.decode(2))
    }
    guard let summary = rows.first else { throw DatabaseError.misuse("SELECT gave no row") }
    return summary
  }

  /// The migrations that a backup has, from its own table of them.
  private static func migrations(in file: String, _ programs: ClientPrograms) throws -> [String] {
    let text: String
    do {
      text = try programs.run(
        "pg_restore", ["--data-only", "--table=schema_migration", "--file=-", file])
    } catch BackupError.failed {
      throw BackupError.noBackup(file)
    }
    let names = text.split(separator: "\n").filter { $0.contains(".sql\t") }
      .map { String($0.prefix { $0 != "\t" }) }
    guard !names.isEmpty else { throw BackupError.noBackup(file) }
    return names.sorted()
  }

  private func unwritable(_ file: String) -> BackupError {
    BackupError.unwritable(file, SystemError.last.description)
  }

  /// Programs are started in `/`.
  private func absolute(_ path: String) -> String { ServerHome(path: path).path }
}

extension ClientPrograms {
  /// Lends the name of a file that only its owner can read.
  fileprivate func withScript<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/dach-restore-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw BackupError.unwritable(folder, SystemError.last.description)
    }
    close(descriptor)
    let path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    defer { unlink(path) }
    return try body(path)
  }

  /// SQL that takes away what the database holds of a registry. A schema that is not `public` has
  /// to be made by the script.
  fileprivate func clearing(_ schema: String) -> String {
    let past = schema.hasSuffix("\"") ? "\(schema.dropLast())_past\"" : "\(schema)_past"
    let again = schema == "public" ? "CREATE SCHEMA public;" : ""
    return """
      SET client_min_messages = warning;
      DROP SCHEMA IF EXISTS \(past) CASCADE; DROP SCHEMA IF EXISTS \(schema) CASCADE; \(again)
      """
  }
}
