public import Portfolio

/// What is different in the registry between two moments, record by record, whatever happened in
/// between: a change that was taken back is none.
public struct RegistryDifference: Sendable, Hashable {
  /// A record that differs.
  public struct Record: Sendable, Hashable {
    public let kind: RecordKind
    /// The id it has at the end, or had last.
    public let id: String
    public let title: String
    /// Its own fields first. A record that is new or gone has one entry alone, for itself.
    public let entries: [RecordChange.Entry]

    /// Whether it is new, gone, or another than before.
    public var action: RecordChange.Action {
      entries.first.map { $0.list == nil ? $0.action : .changed } ?? .changed
    }
  }

  /// By kind, then by id.
  public let records: [Record]
  /// The changes in between, in order.
  public let changes: [Change]

  /// - Parameters:
  ///   - start: The last change before; what it left behind is the first of the two states.
  ///   - end: The last change that counts.
  /// - Throws: `DatabaseError`
  public init(after start: ChangeMoment, upTo end: ChangeMoment, in session: Session) throws {
    self = try session.transaction(isolation: .repeatableRead, readOnly: true) {
      try RegistryDifference(after: start, upTo: end, within: session)
    }
  }

  private init(after start: ChangeMoment, upTo end: ChangeMoment, within session: Session) throws {
    changes = try session.rows(
      "SELECT \(Change.columns) FROM change WHERE at > $1 AND at <= $2 ORDER BY at",
      [start.value, end.value], as: Change.self)
    var records: [Record] = []
    for kind in RecordKind.allCases where !changes.isEmpty {
      records += try Comparison(kind, start, end, session).records()
    }
    self.records = records
  }
}

/// The differences in records of one kind.
private struct Comparison {
  let kind: RecordKind
  let start: ChangeMoment
  let end: ChangeMoment
  let session: Session
  /// New ids by old ones.
  private let renames: [(old: String, new: String)]

  init(
    _ kind: RecordKind, _ start: ChangeMoment, _ end: ChangeMoment, _ session: Session
  ) throws {
    (self.kind, self.start, self.end, self.session) = (kind, start, end, session)
    var renames: [(old: String, new: String)] = []
    try session.query(
      """
      SELECT old_id, new_id FROM record_rename
      WHERE relation = $1 AND at > $2 AND at <= $3 ORDER BY at
      """, [.text(kind.table.name), start.value, end.value]
    ) { row in
      let (old, new): (String, String) = (try row.decode(0), try row.decode(1))
      if let index = renames.firstIndex(where: { $0.new == old }) {
        renames[index].new = new
      } else {
        renames.append((old, new))
      }
    }
    self.renames = renames
  }

  func records() throws -> [RegistryDifference.Record] {
    var steps: [String: [RowStep]] = [:]
    for table in kind.tables where !table.isSilent {
      var reader = RowStepReader<String>(table, list: table.list)
      try session.query(
        sql(table),
        [start.value, end.value, .texts(renames.map(\.old)), .texts(renames.map(\.new))]
      ) { row in try reader.read(row, of: try row.decode(0), from: 1) }
      reader.finish()
      steps.merge(reader.groups) { $0 + $1 }
    }
    let entries = steps.mapValues(Self.entries).filter { !$0.value.isEmpty }
    let titles = try titles(of: entries.keys.sorted())
    return entries.sorted { $0.key < $1.key }.map { id, entries in
      RegistryDifference.Record(kind: kind, id: id, title: titles[id] ?? id, entries: entries)
    }
  }

  /// Of a record that is new or gone only that is told.
  private static func entries(_ steps: [RowStep]) -> [RecordChange.Entry] {
    let entries = RowStep.entries(steps)
    guard let own = entries.first, own.list == nil, own.action != .changed else { return entries }
    return [own]
  }

  /// The rows that differ, with those of before under the id that their record has at the end.
  private func sql(_ table: StoredTable) -> String {
    let owner = table.owner
    let identity = table.identity(without: owner)
    let sameKey = identity.map { " AND earlier.key_\($0) = later.key_\($0)" }.joined()
    return """
      WITH renamed AS (SELECT * FROM unnest($3::text[], $4::text[]) AS renamed (old, new)),
      earlier AS (
        SELECT coalesce(renamed.new, \(record(table, "kept.content"))) AS record,
          \(keys(identity, "kept.content")) kept.content
        FROM row_history AS kept
        LEFT JOIN renamed ON renamed.old = \(owner.map { "kept.content ->> '\($0)'" } ?? "NULL")
        WHERE relation = '\(table.name)'
          AND valid_from <= $1 AND valid_to > $1 AND valid_to <= $2
      ), later AS (
        SELECT \(record(table, "content")) AS record, \(keys(identity, "content")) content FROM (
          SELECT \(StoredTable.liveContent) AS content FROM \(table.name) AS live
          WHERE valid_from > $1 AND valid_from <= $2
          UNION ALL
          SELECT content FROM row_history
          WHERE relation = '\(table.name)'
            AND valid_from > $1 AND valid_from <= $2 AND valid_to > $2) AS row
      ), step AS (
        SELECT coalesce(later.record, earlier.record) AS record, earlier.content AS old_row,
          later.content AS new_row,
          row_number() OVER (ORDER BY coalesce(later.record, earlier.record) COLLATE "C",
            lpad(coalesce(later.content, earlier.content) ->> 'position', 9)) AS number
        FROM earlier FULL JOIN later ON earlier.record = later.record\(sameKey)
      )
      SELECT record, \(table.fieldColumns(without: owner))
      FROM step CROSS JOIN \(table.fields(without: owner))
      ORDER BY number, field.place
      """
  }

  private func keys(_ identity: [String], _ content: String) -> String {
    identity.map { "\(content) ->> '\($0)' AS key_\($0), " }.joined()
  }

  /// SQL for the id of the record that a row belongs to.
  private func record(_ table: StoredTable, _ content: String) -> String {
    if let owner = table.owner { return "\(content) ->> '\(owner)'" }
    switch kind {
    case .verdict:
      return """
        concat_ws(' ', \(content) ->> 'first_project', \(content) ->> 'second_project',
          nullif(\(content) ->> 'ordinal', '1'))
        """
    case .waiver:
      return """
        concat_ws(' ', \(content) ->> 'rule',
          (SELECT string_agg(subject, ' ') FROM jsonb_array_elements_text(\(content) -> 'subjects')
            AS subject),
          nullif(\(content) ->> 'ordinal', '1'))
        """
    default: return "coalesce((SELECT min(id) FROM strategy), '')"
    }
  }

  /// What names the records to people, now or last.
  private func titles(of ids: [String]) throws -> [String: String] {
    guard !ids.isEmpty else { return [:] }
    let table = kind.table
    var titles: [String: String] = [:]
    let isNamed = table.owner == "id"
    let named = ["title", "name", "outcome", "reason"].map { "content ->> '\($0)'" }
    try session.query(
      """
      SELECT id, (array_agg(title ORDER BY valid_to DESC))[1] FROM (
        SELECT \(record(table, "content")) AS id, valid_to,
          coalesce(\(named.joined(separator: ", "))) AS title
        FROM (
          SELECT \(StoredTable.liveContent) AS content, timestamptz 'infinity' AS valid_to
          FROM \(table.name) AS live \(isNamed ? "WHERE id = ANY ($1::text[])" : "")
          UNION ALL
          SELECT content, valid_to FROM row_history
          WHERE relation = '\(table.name)' \(isNamed ? "AND record = ANY ($1::text[])" : "")
        ) AS version
      ) AS titled
      WHERE id = ANY ($1::text[]) GROUP BY id
      """, [.texts(ids)]
    ) { row in titles[try row.decode(0)] = try row.decodeIfPresent(1) }
    return titles
  }
}

extension RegistryDifference {
  /// Where the comparison begins.
  public enum Start: Sendable, Hashable {
    /// Before the first change of the day in the database's time zone, so that its changes count.
    case day(CalendarDay)
    /// What the stored check of this number saw.
    case run(Int64)

    /// The last change before.
    /// - Throws: `HistoryError` where there is no such check.
    public func moment(in session: Session) throws -> ChangeMoment {
      switch self {
      case .day(let day): try session.lastChange(before: day)
      case .run(let number):
        try session.value(
          "SELECT coalesce(state, at) FROM analysis_run WHERE id = $1", [.int(number)],
          as: ChangeMoment.self)
          ?? { throw HistoryError.unknownRun(number) }()
      }
    }
  }
}

extension Session {
  /// The last change before a day begins in the database's time zone; the beginning of time where
  /// there is none.
  func lastChange(before day: CalendarDay) throws -> ChangeMoment {
    try value(
      "SELECT max(at) FROM change WHERE at < ($1::date)::timestamptz", [.day(day)],
      as: ChangeMoment.self) ?? .beginning
  }

  /// The last change of a day or before it; of a coming day the last there is.
  public func lastChange(upTo day: CalendarDay) throws -> ChangeMoment {
    try lastChange(before: day.advanced(byDays: 1))
  }
}
