public import Portfolio

/// One entry of the audit trail: a decision, merger, label grant, import or login as it was made,
/// changed or taken back.
public struct AuditEvent: Sendable, Hashable {
  public let number: Int64
  /// ISO 8601, in UTC, with microseconds.
  public let moment: String
  /// The database role that did it.
  public let role: String
  /// `verdict`, `waiver`, `merger`, `label`, `import` or `account`.
  public let kind: String
  /// `added`, `changed` or `removed`.
  public let operation: String
  /// Ids of what it is about.
  public let subjects: [String]
  /// JSON of what it said before and says now; nil where there was or is nothing.
  public let old: String?
  public let new: String?
}

/// The audit trail, which triggers write and nobody but an owner can change.
public struct AuditTrail {
  private let session: Session

  public init(_ session: Session) { self.session = session }

  /// The entries in the order in which they were made, as they arrive.
  /// - Parameters:
  ///   - since: The first day, in the session's time zone; nil for all.
  ///   - kind: Only this kind; nil for all.
  /// - Throws: `DatabaseError`, or what the closure throws.
  public func read(
    since: CalendarDay?, kind: String?, _ body: (AuditEvent) throws -> Void
  ) throws {
    try session.stream(
      """
      SELECT id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), role::text,
        kind, operation, subjects, old::text, new::text
      FROM audit_event
      WHERE ($1::date IS NULL OR at >= $1::date) AND ($2::text IS NULL OR kind = $2)
      ORDER BY at, id
      """, [SQLValue(since), SQLValue(kind)]
    ) { row in
      try body(
        AuditEvent(
          number: try row.decode(0), moment: try row.decode(1), role: try row.decode(2),
          kind: try row.decode(3), operation: try row.decode(4), subjects: try row.decode(5),
          old: try row.decodeIfPresent(6), new: try row.decodeIfPresent(7)))
    }
  }
}
