/// Every change of a record and of what belongs to it or refers to it, from the first on.
///
/// Built from the rows as they are and from those that `row_history` keeps; nothing has to be noted
/// besides, so it tells what anybody wrote by whatever means.
public struct RecordHistory: Sendable, Hashable {
  public let record: RecordIdentity
  /// What names it to people, now or last.
  public let title: String
  /// In the order in which they were made.
  public let changes: [RecordChange]
  /// Of a project in use, the version to base a change on; see `EditBasis`.
  public let version: ChangeMoment?

  /// Reads the history up to and including the moment.
  /// - Throws: `DatabaseError`
  public init(
    of record: RecordIdentity, upTo end: ChangeMoment = .end, in session: Session
  ) throws {
    self = try session.transaction(isolation: .repeatableRead, readOnly: true) {
      try RecordHistory(of: record, upTo: end, within: session)
    }
  }

  init(of record: RecordIdentity, upTo end: ChangeMoment, within session: Session) throws {
    var steps: [ChangeMoment: [RowStep]] = [:]
    for part in Part.parts(of: record.kind) {
      let found = try part.steps(of: record, in: session)
      for (moment, rows) in found where moment <= end { steps[moment, default: []] += rows }
    }
    let entries = steps.mapValues(RowStep.entries).filter { !$0.value.isEmpty }
    changes = try session.changes(at: entries.keys).map { change in
      RecordChange(change: change, entries: entries[change.moment] ?? [])
    }
    self.record = record
    title = try session.title(of: record) ?? record.id
    version = record.kind == .project ? try session.version(ofProject: record.id) : nil
  }
}

extension RecordHistory {
  /// Rows that belong to a record, or refer to it.
  private struct Part {
    let table: StoredTable
    /// As the list is called in the history of that record.
    let list: String?
    /// Columns that hold the record's id; a list of ids for `subjects`. None where all rows belong
    /// to the only record of its kind.
    let owners: [String]

    static func parts(of kind: RecordKind) -> [Part] {
      let own = kind.tables.filter { !$0.isSilent }.map { table in
        Part(table: table, list: table.list, owners: [table.owner].compactMap { $0 })
      }
      return kind == .project ? own + referring : own
    }

    /// What other records say about a project.
    private static let referring = [
      Part(table: .projectLink, list: "linkedBy", owners: ["target"]),
      Part(table: .verdict, list: "verdicts", owners: ["first_project", "second_project"]),
      Part(table: .waiver, list: "waivers", owners: ["subjects"]),
      Part(table: .measureProject, list: "measures", owners: ["project"]),
      Part(table: .contribution, list: "answers", owners: ["answer_project"]),
    ]

    /// Of a link, say, the project that states it is told, and not the one whose history it is.
    private var owner: String? { owners.count == 1 ? owners.first : nil }

    func steps(
      of record: RecordIdentity, in session: Session
    ) throws -> [ChangeMoment: [RowStep]] {
      var reader = RowStepReader<ChangeMoment>(table, list: list)
      try session.query(sql, parameters(record)) { row in
        try reader.read(row, of: try row.decode(0), from: 1)
      }
      reader.finish()
      return reader.groups
    }

    private func parameters(_ record: RecordIdentity) -> [SQLValue] {
      if owners.isEmpty { return [] }
      if !isOwn { return [.texts(record.ids)] }
      return [
        .texts(record.spans.map(\.id)),
        .ints(record.spans.map { $0.from?.microseconds ?? .min }),
        .ints(record.spans.map { $0.until?.microseconds ?? .max }),
      ]
    }

    private var isOwn: Bool { table.list == list }

    private var sql: String {
      let rest = table.identity(without: owner).map { "content ->> '\($0)'" }
      let identity = rest.isEmpty ? "1" : rest.joined(separator: ", ")
      // In the list's own order where it has one.
      let place = (["lpad(content ->> 'position', 9)"] + rest).joined(separator: ", ")
      return """
        WITH version AS (
          SELECT live.valid_from, NULL::timestamptz AS valid_to, \(StoredTable.liveContent) AS content
          FROM \(table.name) AS live \(condition("live", { "live.\($0)" }))
          UNION ALL
          SELECT kept.valid_from, kept.valid_to, kept.content
          FROM (
            SELECT record, valid_from, valid_to, content FROM row_history
            WHERE relation = '\(table.name)') AS kept
            \(condition("kept", { "kept.content ->> '\($0)'" }))
        ), step AS (
          SELECT *, lag(valid_to) OVER of_row AS previous_to, lag(content) OVER of_row AS previous,
            lead(valid_from) OVER of_row AS next_from
          FROM version WINDOW of_row AS (PARTITION BY \(identity) ORDER BY valid_from)
        ), event AS (
          SELECT row_number() OVER (ORDER BY at, row_key) AS number, * FROM (
          SELECT valid_from AS at, ARRAY[\(place)]::text[] AS row_key, CASE WHEN previous_to = valid_from THEN previous END AS old_row,
            content AS new_row
          FROM step
          UNION ALL
          SELECT valid_to, ARRAY[\(place)]::text[], content, NULL FROM step
          WHERE valid_to IS NOT NULL AND next_from IS DISTINCT FROM valid_to) AS row
        )
        SELECT at, \(table.fieldColumns(without: owner))
        FROM event CROSS JOIN \(table.fields(without: owner))
        ORDER BY number, field.place
        """
    }

    /// The rows of a record while it had each of its ids. Those who refer to it need not know at
    /// once that it has another one.
    private func condition(_ row: String, _ column: (String) -> String) -> String {
      if owners.isEmpty { return "" }
      guard isOwn else {
        return "WHERE " + owners.map { refers(row, $0, column) }.joined(separator: " OR ")
      }
      let isIndexed = row == "kept" && table.isFoundByRecord
      return """
        JOIN (SELECT id, since, until
          FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS span (id, since, until)) AS span
          ON \(isIndexed ? "kept.record" : column(owners[0])) = span.id
          AND (extract(epoch FROM \(row).valid_from) * 1000000)::bigint >= span.since
          AND (extract(epoch FROM \(row).valid_from) * 1000000)::bigint < span.until
        """
    }

    private func refers(_ row: String, _ owner: String, _ column: (String) -> String) -> String {
      guard owner == "subjects" else { return "\(column(owner)) = ANY ($1::text[])" }
      return row == "kept"
        ? "kept.content -> 'subjects' ?| $1::text[]" : "live.subjects && $1::text[]"
    }
  }
}

extension Session {
  /// What names the record to people, now or last.
  fileprivate func title(of record: RecordIdentity) throws -> String? {
    let table = record.kind.table
    let column = record.kind.title(of: "live")
    let now = try value(
      "SELECT \(column) FROM \(table.name) AS live WHERE id = $1", [.text(record.id)],
      as: String.self)
    if let now { return now }
    return try value(
      """
      SELECT coalesce(content ->> 'title', content ->> 'name') FROM row_history
      WHERE relation = $1 AND record = $2 ORDER BY valid_to DESC LIMIT 1
      """, [.text(table.name), .text(record.id)], as: String.self)
  }
}
