public import Portfolio

/// Work that only one connection to a database may do at a time.
///
/// The lock belongs to the connection, not to a transaction: a transaction that has waited for it
/// would see the registry as it was before the wait.
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
      throw LockedError(holder: try holder(on: session))
    }
  }

  private func release(on session: Session) throws {
    try session.execute(
      "SELECT pg_advisory_unlock($1::integer, $2::integer)", [.int(Self.family), .int(rawValue)])
  }

  private func holder(on session: Session) throws -> String? {
    try session.value(
      """
      SELECT concat_ws(' ', activity.usename, nullif(activity.application_name, ''),
        'pid ' || activity.pid, to_char(activity.query_start, 'YYYY-MM-DD HH24:MI:SS'))
      FROM pg_locks AS held
      JOIN pg_stat_activity AS activity USING (pid)
      WHERE held.locktype = 'advisory' AND held.granted
        AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND held.classid::bigint = $1 AND held.objid::bigint = $2
      """,
      [.int(Self.family), .int(rawValue)], as: String.self)
  }
}

/// Somebody else is importing or migrating, and did not finish in time.
public struct LockedError: Error, CustomStringConvertible {
  /// Role, program, process and start of the other work; nil where it has just ended.
  public let holder: String?

  public var text: BilingualText {
    let german = holder.map { " (\($0))" } ?? ""
    return BilingualText(
      de: "Das Register wird gerade von anderer Stelle geändert\(german). Es wurde nichts "
        + "gespeichert; bitte noch einmal versuchen, wenn die andere Änderung fertig ist.",
      en: "The registry is being changed by somebody else\(german). Nothing was stored; try "
        + "again when that change is done.")
  }

  public var description: String { text.english }
}
