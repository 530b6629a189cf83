/// Brings a database's layout up to date, forward only.
///
/// Each migration and its bookkeeping row are one transaction. A second runner waits for the
/// first and then finds nothing left to do.
public struct MigrationRunner: Sendable {
  private let migrations: [Migration]

  public init(_ migrations: [Migration] = Migration.shipped) {
    self.migrations = migrations.sorted { $0.name < $1.name }
  }

  /// Applies what has not been applied yet.
  /// - Returns: the names of the migrations applied now.
  /// - Throws: `MigrationError` before anything is changed; `DatabaseError`, in which case the
  ///   migrations before the failed one stay applied.
  @discardableResult
  public func migrate(_ session: Session) throws -> [String] {
    try AdvisoryLock.migration.hold(on: session) {
      try requireUnicode(session)
      try session.script(Self.bookkeeping)
      let pending = try pending(on: session)
      for migration in pending {
        do {
          if migration == pending.first { try ServerGroups.make(on: session) }
          try session.transaction { try apply(migration, on: session) }
        } catch let error as DatabaseError where error.kind == .permission {
          throw MigrationError.notPermitted(migration.name)
        }
        DatabaseLog.migrated(migration.name)
      }
      return pending.map(\.name)
    }
  }

  private func apply(_ migration: Migration, on session: Session) throws {
    try session.nameChange(command: "database migrate", source: migration.name)
    try session.script(migration.text)
    try session.execute(
      """
      INSERT INTO schema_migration (name, checksum)
      VALUES ($1, sha256(convert_to($2, 'UTF8')))
      """,
      [.text(migration.name), .text(migration.text)])
  }

  /// Makes sure that the database's layout is the one this program works with.
  /// - Throws: `MigrationError`
  public func requireCurrent(_ session: Session) throws {
    guard try hasBookkeeping(session) else {
      throw try isEmpty(session) ? MigrationError.emptyDatabase : .foreignDatabase
    }
    let pending = try pending(on: session)
    guard pending.isEmpty else { throw MigrationError.pending(pending.map(\.name)) }
  }

  /// Lays out a database in which there is nothing at all, so that a first import needs no step
  /// before it. One that holds anything must be up to date.
  /// - Throws: `MigrationError`, `DatabaseError`
  public func prepareIfEmpty(_ session: Session) throws {
    if try !hasBookkeeping(session), try isEmpty(session) {
      try migrate(session)
    } else {
      try requireCurrent(session)
    }
  }

  private func hasBookkeeping(_ session: Session) throws -> Bool {
    try session.value("SELECT to_regclass('schema_migration') IS NOT NULL", as: Bool.self) ?? false
  }

  /// Whether the schema that new tables go to exists and holds no table, view or sequence.
  func isEmpty(_ session: Session) throws -> Bool {
    try session.value(
      """
      SELECT current_schema() IS NOT NULL AND NOT EXISTS (
        SELECT FROM pg_class
        JOIN pg_namespace ON pg_namespace.oid = pg_class.relnamespace
        WHERE pg_namespace.nspname = current_schema())
      """, as: Bool.self) ?? false
  }

  /// Any other encoding lacks characters that occur in a registry.
  private func requireUnicode(_ session: Session) throws {
    let encoding = try session.value("SHOW server_encoding", as: String.self) ?? ""
    guard encoding == "UTF8" else { throw MigrationError.encoding(encoding) }
  }

  /// What is left to apply. The applied ones must be the first of the known ones, unchanged.
  private func pending(on session: Session) throws -> [Migration] {
    let known = Set(migrations.map(\.name))
    let applied = try session.rows("SELECT name FROM schema_migration ORDER BY name COLLATE \"C\"")
    {
      try $0.decode(0, as: String.self)
    }
    let unknown = applied.filter { !known.contains($0) }
    guard unknown.isEmpty else { throw MigrationError.newerDatabase(unknown) }
    for migration in migrations.filter({ applied.contains($0.name) }) {
      let isUnchanged = try session.value(
        """
        SELECT checksum = sha256(convert_to($2, 'UTF8')) FROM schema_migration WHERE name = $1
        """,
        [.text(migration.name), .text(migration.text)], as: Bool.self)
      guard isUnchanged == true else { throw MigrationError.changed(migration.name) }
    }
    return migrations.filter { !applied.contains($0.name) }
  }

  private static let bookkeeping = """
    SET client_min_messages = warning;
    CREATE TABLE IF NOT EXISTS schema_migration (
      name text PRIMARY KEY,
      checksum bytea NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    );
    COMMENT ON TABLE schema_migration IS 'The migrations applied to this database';
    COMMENT ON COLUMN schema_migration.name IS 'Name of the SQL file';
    COMMENT ON COLUMN schema_migration.checksum IS 'SHA-256 of its text';
    COMMENT ON COLUMN schema_migration.applied_at IS 'When it was applied';
    RESET client_min_messages;
    """
}
