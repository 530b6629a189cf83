/// A record through time: the ids it had, and when it had them. An id that it gave up may belong
/// to another record since.
public struct RecordIdentity: Sendable, Hashable {
  /// A time during which the record had one id.
  struct Span: Sendable, Hashable {
    let id: String
    /// The first change that belongs to it; nil where there is no earlier id.
    let from: ChangeMoment?
    /// The first change that does not belong to it any more; nil for the present id.
    let until: ChangeMoment?
  }

  public let kind: RecordKind
  /// Latest first.
  let spans: [Span]

  /// The id it has, or had last.
  public var id: String { spans.first?.id ?? "" }
  /// All ids it ever had, latest first, each once.
  public var ids: [String] {
    spans.reduce(into: []) { if !$0.contains($1.id) { $0.append($1.id) } }
  }
}

extension RecordIdentity {
  private struct Rename: Sendable {
    let old: String
    let new: String
    let at: ChangeMoment
  }

  /// The kinds whose records are named by an id.
  private static let kinds: [RecordKind] = [
    .project, .department, .subStrategy, .measure, .participation, .strategy,
  ]

  /// Finds the record for which an id stands: of what is in the registry, or was; for a project
  /// an earlier id will do.
  /// - Returns: nil where no record ever had the id.
  /// - Throws: `DatabaseError`
  public static func find(_ id: String, in session: Session) throws -> RecordIdentity? {
    for kind in kinds where try isStored(id, kind, session) {
      return try of(id, kind, session)
    }
    if let id = try session.value(
      "SELECT id FROM project WHERE $1 = ANY (formerly) ORDER BY archived_at NULLS FIRST, id LIMIT 1",
      [.text(id)], as: String.self)
    {
      return try of(id, .project, session)
    }
    for kind in kinds {
      let renames = try renames(from: id, kind, session)
      if let last = renames.last { return try of(last.new, kind, session) }
      let isKept = try session.value(
        "SELECT EXISTS (SELECT FROM row_history WHERE relation = $1 AND record = $2)",
        [.text(kind.table.name), .text(id)], as: Bool.self)
      if isKept == true { return try of(id, kind, session) }
    }
    return nil
  }

  private static func isStored(
    _ id: String, _ kind: RecordKind, _ session: Session
  ) throws -> Bool {
    try session.value(
      "SELECT EXISTS (SELECT FROM \(kind.table.name) WHERE id = $1 COLLATE \"C\")", [.text(id)],
      as: Bool.self) ?? false
  }

  /// The renames by which a record that had the id came to others, in order.
  private static func renames(
    from id: String, _ kind: RecordKind, _ session: Session
  ) throws -> [Rename] {
    var renames: [Rename] = []
    var (id, after) = (id, ChangeMoment.beginning)
    while let next = try rename(
      "old_id = $2 AND at >= $3 ORDER BY at LIMIT 1", id, after, kind, session)
    {
      renames.append(next)
      (id, after) = (next.new, ChangeMoment(microseconds: next.at.microseconds + 1))
    }
    return renames
  }

  /// The record that has the id, or had it last, with its earlier ids.
  static func of(_ id: String, _ kind: RecordKind, _ session: Session) throws -> RecordIdentity {
    var spans: [Span] = []
    var (id, until) = (id, ChangeMoment?.none)
    while true {
      // Whatever happened to the id last before: it came from another one, or another record that
      // had it went on under another id.
      let last = try rename(
        """
        (new_id = $2 OR old_id = $2) AND at < $3
        ORDER BY at DESC, new_id = $2 DESC LIMIT 1
        """, id, until ?? .end, kind, session)
      spans.append(Span(id: id, from: last?.at, until: until))
      guard let last, last.new == id, spans.count < 1000 else { break }
      (id, until) = (last.old, last.at)
    }
    return RecordIdentity(kind: kind, spans: spans)
  }

  private static func rename(
    _ condition: String, _ id: String, _ moment: ChangeMoment, _ kind: RecordKind,
    _ session: Session
  ) throws -> Rename? {
    try session.rows(
      """
      SELECT old_id, new_id, at FROM record_rename WHERE relation = $1 AND \(condition)
      """, [.text(kind.table.name), .text(id), moment.value]
    ) { row in
      Rename(old: try row.decode(0), new: try row.decode(1), at: try row.decode(2))
    }.first
  }
}
