public import Portfolio

/// Work that only one connection to a database may do at a time.
///
/// The lock belongs to the connection, not to a transaction: a transaction that has waited for it
/// would see the registry as it was before the wait. Whoever writes by SQL takes the lock of
/// imports as well, for the length of a transaction: see migration `0012-change.sql`.
/// https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
enum AdvisoryLock: Int64 {
  case migration = 1
  case `import` = 2

  /// `dach` in ASCII, so that the lock stands out in `pg_locks`.
  private static let family: Int64 = 0x6461_6368

  /// Runs the closure while holding the lock.
  /// - Parameter timeout: How long to wait for another holder; nil waits for as long as it takes.
  /// - Throws: `LockedError` when the time is up, or what the closure throws.
  func hold<Value>(
    on session: Session, timeout: Duration? = nil, _ body: () throws -> Value
  ) throws -> Value {
    try acquire(on: session, timeout: timeout)
    let value: Value
    do {
      value = try body()
    } catch {
      // The closure's error counts; a lost connection has lost its locks as well.
      _ = try? release(on: session)
      throw error
    }
    try release(on: session)
    return value
  }

  private func acquire(on session: Session, timeout: Duration?) throws {
    let milliseconds = timeout.map { max(1, Int($0 / .milliseconds(1))) } ?? 0
    try session.execute(
      "SELECT set_config('lock_timeout', $1, false)", [.text("\(milliseconds)ms")])
    defer { _ = try? session.execute("RESET lock_timeout") }
    do {
      try session.execute(
        "SELECT pg_advisory_lock($1::integer, $2::integer)", [.int(Self.family), .int(rawValue)])
    } catch let error as DatabaseError where error.sqlState == "55P03" {
      DatabaseLog.waited(for: self)
      throw LockedError(holder: try holder(on: session))
    }
  }

  private func release(on session: Session) throws {
    try session.execute(
      "SELECT pg_advisory_unlock($1::integer, $2::integer)", [.int(Self.family), .int(rawValue)])
  }

  private func holder(on session: Session) throws -> LockedError.Holder? {
    try session.rows(
      """
      SELECT activity.usename::text, nullif(activity.application_name, ''), activity.pid,
        to_char(coalesce(activity.xact_start, activity.query_start), 'HH24:MI:SS')
      FROM pg_locks AS held
      JOIN pg_stat_activity AS activity USING (pid)
      WHERE held.locktype = 'advisory' AND held.granted
        AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND held.classid::bigint = $1 AND held.objid::bigint = $2
      """,
      [.int(Self.family), .int(rawValue)]
    ) { row in
      LockedError.Holder(
        role: try row.decodeIfPresent(0) ?? "?", program: try row.decodeIfPresent(1),
        process: try row.decode(2), since: try row.decodeIfPresent(3))
    }.first
  }
}

/// Somebody else is importing or migrating, and did not finish in time.
public struct LockedError: Error, CustomStringConvertible {
  /// Who does the other work.
  public struct Holder: Sendable, Hashable {
    public let role: String
    /// What the program calls itself, e.g. `dach import`.
    public let program: String?
    /// The number of the server's process that serves it.
    public let process: Int
    /// Time of day at which it began, by the server's clock.
    public let since: String?
  }

  /// nil where the other work has just ended.
  public let holder: Holder?

  public var text: BilingualText {
    BilingualText(
      de: "Das Register wird gerade von anderer Stelle geändert\(german). Es wurde nichts "
        + "gespeichert; bitte noch einmal versuchen, wenn die andere Änderung fertig ist.",
      en: "The registry is being changed by somebody else\(english). Nothing was stored; try "
        + "again when that change is done.")
  }

  private var german: String {
    guard let holder else { return "" }
    let program = holder.program.map { " mit „\($0)“" } ?? ""
    let since = holder.since.map { " seit \($0)" } ?? ""
    return ": von „\(holder.role)“\(program)\(since) (Serverprozess \(holder.process))"
  }

  private var english: String {
    guard let holder else { return "" }
    let program = holder.program.map { " with '\($0)'" } ?? ""
    let since = holder.since.map { " since \($0)" } ?? ""
    return ": by '\(holder.role)'\(program)\(since) (server process \(holder.process))"
  }

  public var description: String { text.english }
}
