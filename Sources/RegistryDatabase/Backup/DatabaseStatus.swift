public import Portfolio

/// What can be said of the database of a registry at a glance.
public struct DatabaseStatus: Sendable, Hashable {
  /// A copy that follows this server: https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-REPLICATION-VIEW
  public struct Standby: Sendable, Hashable {
    public let name: String
    /// E.g. `streaming`.
    public let state: String
    /// Whether commits wait for it.
    public let isSynchronous: Bool
    /// How far it is behind, in bytes of the log and in seconds; nil while nobody writes.
    public let lagBytes: Int64?
    public let lagSeconds: Double?
  }

  /// What somebody did last, and when, in the database's time zone.
  public struct Event: Sendable, Hashable {
    public let day: CalendarDay
    public let time: String
    public let name: String?
  }

  /// E.g. `15.20`.
  public let serverVersion: String
  /// Name of the latest migration; nil where there is no registry.
  public let version: String?
  /// Names of migrations that the program knows and the database lacks.
  public let pending: [String]
  /// In bytes.
  public let size: Int64
  /// Of that, what the history takes.
  public let historySize: Int64
  public let lastChange: Event?
  public let lastBackup: Event?
  /// Whether this is itself a standby that can only be read.
  public let isStandby: Bool
  public let standbys: [Standby]

  /// - Throws: `DatabaseError`
  public init(_ session: Session) throws {
    let has = { (table: String) in
      try session.value("SELECT to_regclass($1) IS NOT NULL", [.text(table)], as: Bool.self) == true
    }
    let mayRead = { (table: String) in
      try session.value("SELECT has_table_privilege($1, 'SELECT')", [.text(table)], as: Bool.self)
        == true
    }
    serverVersion =
      try session.value("SELECT split_part(current_setting('server_version'), ' ', 1)") ?? ""
    let applied =
      try has("schema_migration")
      ? session.rows("SELECT name FROM schema_migration ORDER BY name COLLATE \"C\"") {
        try $0.decode(0, as: String.self)
      } : []
    version = applied.last
    pending = Migration.shipped.map(\.name).filter { !applied.contains($0) }
    size = try session.value("SELECT pg_database_size(current_database())") ?? 0
    historySize =
      try has("row_history")
      ? session.value("SELECT pg_total_relation_size('row_history')") ?? 0 : 0
    lastChange =
      try has("change")
      ? Self.event(
        "SELECT at, command FROM change ORDER BY at DESC LIMIT 1", session) : nil
    lastBackup =
      try has("backup_run") && mayRead("backup_run")
      ? Self.event(
        "SELECT at, file AS command FROM backup_run ORDER BY id DESC LIMIT 1", session) : nil
    isStandby = try session.value("SELECT pg_is_in_recovery()") ?? false
    standbys = try isStandby ? [] : Self.standbys(session)
  }

  private static func event(_ sql: String, _ session: Session) throws -> Event? {
    try session.rows("SELECT at::date, to_char(at, 'HH24:MI:SS'), command FROM (\(sql)) AS last") {
      Event(day: try $0.decode(0), time: try $0.decode(1), name: try $0.decodeIfPresent(2))
    }.first
  }

  /// Who may not look at others' sessions sees the standbys without their lag.
  private static func standbys(_ session: Session) throws -> [Standby] {
    try session.rows(
      """
      SELECT application_name, coalesce(state, '?'), coalesce(sync_state IN ('sync', 'quorum'), false),
        pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint,
        extract(epoch FROM replay_lag)::float8
      FROM pg_stat_replication ORDER BY application_name
      """
    ) { row in
      Standby(
        name: try row.decodeIfPresent(0) ?? "?", state: try row.decode(1),
        isSynchronous: try row.decode(2), lagBytes: try row.decodeIfPresent(3),
        lagSeconds: try row.decodeIfPresent(4))
    }
  }
}
