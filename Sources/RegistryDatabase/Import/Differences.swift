import Portfolio

/// How the staged records differ from the stored ones, table by table, and the writing of that.
///
/// For each table, a temporary table holds one row per difference: `change` is `+` for a row to
/// insert, `~` for changed content, `^` for an archived project that turned up again, `.` for a
/// row that merely moved in its file, `-` for a row that its record no longer has.
struct Differences {
  private let session: Session
  private let staging: StagingArea
  private let identities: IdentityResolution
  /// Kinds of which the database held nothing: their rows are inserted as they are.
  private var fresh: Set<RecordKind> = []
  /// What occurs in each table's differences.
  private var found: [String: Set<String>] = [:]

  init(_ session: Session, _ staging: StagingArea, _ identities: IdentityResolution) throws {
    self.session = session
    self.staging = staging
    self.identities = identities
    for kind in RecordKind.allCases where staging.count(of: kind) > 0 {
      if try !holdsAny(kind) {
        fresh.insert(kind)
      } else {
        for table in kind.tables { try compare(table) }
      }
    }
  }

  // MARK: Comparing

  private func holdsAny(_ kind: RecordKind) throws -> Bool {
    let tables = kind.tables.map { "EXISTS (SELECT FROM \($0.name))" }
    return try session.value("SELECT \(tables.joined(separator: " OR "))", as: Bool.self) ?? true
  }

  private mutating func compare(_ table: StoredTable) throws {
    let isProject = table.name == StoredTable.project.name
    let revived = isProject ? "live.archived_at IS NOT NULL" : "false"
    let contentDiffers = StoredTable.differ(table.content, "staged", "live")
    let anythingDiffers = StoredTable.differ(table.content + table.silent, "staged", "live")
    let root = table.kind.table
    let removed =
      table.list == nil
      ? ""
      : """
      UNION ALL
      SELECT NULL, \(StoredTable.list(table.key, of: "live")), \(Self.record(of: table, "live")), '-'
      FROM \(table.name) AS live
      WHERE EXISTS (
          SELECT FROM \(root.staging) AS root
          WHERE \(root.record("root")) = \(table.record("live")))
        AND NOT EXISTS (
          SELECT FROM \(table.staging) AS staged WHERE \(table.sameKey("staged", "live")))
      """
    try session.execute(
      """
      CREATE TEMPORARY TABLE \(table.difference) ON COMMIT DROP AS
      SELECT staged.ctid AS staged, \(StoredTable.list(table.key, of: "live")),
        \(Self.record(of: table, "staged")) AS record,
        CASE
          WHEN live.\(table.key[0]) IS NULL THEN '+'
          WHEN \(revived) THEN '^'
          WHEN \(contentDiffers) THEN '~'
          ELSE '.'
        END AS change
      FROM \(table.staging) AS staged
      LEFT JOIN \(table.name) AS live ON \(table.sameKey("live", "staged"))
      WHERE live.\(table.key[0]) IS NULL OR \(revived) OR \(anythingDiffers)
      \(removed)
      """)
    let changes = try session.rows("SELECT DISTINCT change FROM \(table.difference)") {
      try $0.decode(0, as: String.self)
    }
    found[table.name] = Set(changes)
  }

  /// The id of the record that a row belongs to, comparable between tables.
  static func record(of table: StoredTable, _ row: String) -> String {
    "(\(table.record(row)))::text COLLATE \"C\""
  }

  // MARK: Writing

  /// Writes the differences. What others refer to is written before them and deleted after them.
  func apply() throws {
    for table in StoredTable.all where staging.count(of: table.kind) > 0 {
      if fresh.contains(table.kind) {
        try insertAll(table)
      } else {
        try insertAndUpdate(table)
      }
    }
    for table in StoredTable.all.reversed() where found[table.name]?.contains("-") == true {
      try session.execute(
        """
        DELETE FROM \(table.name) AS live USING \(table.difference) AS difference
        WHERE difference.change = '-' AND \(table.sameKey("live", "difference"))
        """)
    }
    // The planner has never seen the rows of a first import, and the next statement is likely to
    // read them all.
    for kind in fresh {
      try session.execute("ANALYZE \(kind.tables.map(\.name).joined(separator: ", "))")
    }
  }

  private func insertAll(_ table: StoredTable) throws {
    let columns = table.columns.joined(separator: ", ")
    try session.execute(
      "INSERT INTO \(table.name) (\(columns)) SELECT \(columns) FROM \(table.staging)")
  }

  private func insertAndUpdate(_ table: StoredTable) throws {
    let changes = found[table.name] ?? []
    if changes.contains("+") {
      try session.execute(
        """
        INSERT INTO \(table.name) (\(table.columns.joined(separator: ", ")))
        SELECT \(StoredTable.list(table.columns, of: "staged"))
        FROM \(table.difference) AS difference
        JOIN \(table.staging) AS staged ON staged.ctid = difference.staged
        WHERE difference.change = '+'
        """)
    }
    if !changes.isDisjoint(with: ["~", "^", "."]) {
      var assignments = (table.content + table.silent).map { "\($0) = staged.\($0)" }
      if changes.contains("^") { assignments.append("archived_at = NULL") }
      try session.execute(
        """
        UPDATE \(table.name) AS live SET \(assignments.joined(separator: ", "))
        FROM \(table.difference) AS difference
        JOIN \(table.staging) AS staged ON staged.ctid = difference.staged
        WHERE difference.change IN ('~', '^', '.') AND \(table.sameKey("live", "staged"))
        """)
    }
  }
}

// MARK: - Reporting

extension Differences {
  /// Adds counts and the first changes of each kind. Reads the old values, so it has to come
  /// before `apply`.
  func report(into report: inout ImportReport, listing limit: Int) throws {
    for kind in RecordKind.allCases where staging.count(of: kind) > 0 {
      let total = staging.count(of: kind)
      var counts = ImportReport.Counts()
      if fresh.contains(kind) {
        counts.new = total
        try listAdded(kind, into: &report, listing: limit)
      } else {
        try collectTouched(kind)
        try session.query(
          """
          SELECT count(*) FILTER (WHERE own = '+'), count(*) FILTER (WHERE own = '^'), count(*)
          FROM touched_\(kind.table.name)
          """
        ) { row in
          counts.new = try row.decode(0)
          counts.revived = try row.decode(1)
          counts.changed = try row.decode(2, as: Int.self) - counts.new - counts.revived
        }
        counts.unchanged = total - counts.new - counts.revived - counts.changed
        try listTouched(kind, counts, into: &report, listing: limit)
      }
      report.counts[kind] = counts
    }
  }

  private func listAdded(
    _ kind: RecordKind, into report: inout ImportReport, listing limit: Int
  ) throws {
    let table = kind.table
    let changes = try session.rows(
      """
      SELECT \(Self.record(of: table, "staged")) AS record, \(kind.title(of: "staged"))
      FROM \(table.staging) AS staged ORDER BY 1 LIMIT $1
      """, [.int(Int64(limit))]
    ) { row in
      ImportReport.Change(
        kind: kind, id: try row.decode(0), title: try row.decode(1), action: .added)
    }
    report.changes += changes
    report.unlisted += staging.count(of: kind) - changes.count
  }

  /// One row per record that differs: `own` tells what happens to its main row, NULL where only
  /// its lists differ. What only moved in its file is none.
  private func collectTouched(_ kind: RecordKind) throws {
    let parts = kind.tables.filter { !$0.isSilent }.map { table in
      """
      SELECT record, change, \(table.list == nil) AS is_own
      FROM \(table.difference) WHERE change <> '.'
      """
    }
    try session.execute(
      """
      CREATE TEMPORARY TABLE touched_\(kind.table.name) ON COMMIT DROP AS
      SELECT record, max(change) FILTER (WHERE is_own) AS own
      FROM (\(parts.joined(separator: " UNION ALL "))) AS part
      GROUP BY record
      """)
  }

  private func listTouched(
    _ kind: RecordKind, _ counts: ImportReport.Counts, into report: inout ImportReport,
    listing limit: Int
  ) throws {
    let count = counts.new + counts.changed + counts.revived
    guard count > 0 else { return }
    let table = kind.table
    let fields = try changedFields(kind, limit)
    let lists = try changedLists(kind, limit)
    let changes = try session.rows(
      """
      SELECT touched.record, \(kind.title(of: "staged")), touched.own
      FROM (SELECT * FROM touched_\(table.name) ORDER BY record LIMIT $1) AS touched
      JOIN \(table.staging) AS staged ON \(Self.record(of: table, "staged")) = touched.record
      ORDER BY touched.record
      """, [.int(Int64(limit))]
    ) { row in
      let id = try row.decode(0, as: String.self)
      let own = try row.decodeIfPresent(2, as: String.self)
      return ImportReport.Change(
        kind: kind, id: id, title: try row.decode(1), action: action(kind, id: id, own: own),
        fields: own == "+" ? [] : fields[id] ?? [], lists: own == "+" ? [] : lists[id] ?? [])
    }
    report.changes += changes
    report.unlisted += count - changes.count
  }

  private func action(
    _ kind: RecordKind, id: String, own: String?
  ) -> ImportReport.Change.Action {
    if kind == .project, let claimed = identities.claims[id], own == "+" {
      return .addedBeside(id: claimed)
    }
    if let old = identities.renames[kind]?[id] { return .renamed(from: old) }
    return switch own {
    case "+": .added
    case "^": .revived
    default: .changed
    }
  }

  private func changedFields(
    _ kind: RecordKind, _ limit: Int
  ) throws -> [String: [ImportReport.FieldChange]] {
    let table = kind.table
    let values = table.content.map { column in
      "('\(FieldName.of(column: column))', to_jsonb(live.\(column)), to_jsonb(staged.\(column)))"
    }
    var fields: [String: [ImportReport.FieldChange]] = [:]
    try session.query(
      """
      SELECT touched.record, field.name, field.old #>> '{}', field.new #>> '{}'
      FROM (SELECT * FROM touched_\(table.name) ORDER BY record LIMIT $1) AS touched
      JOIN \(table.difference) AS difference USING (record)
      JOIN \(table.staging) AS staged ON staged.ctid = difference.staged
      JOIN \(table.name) AS live ON \(table.sameKey("live", "staged"))
      CROSS JOIN LATERAL (VALUES \(values.joined(separator: ", "))) AS field (name, old, new)
      WHERE field.old IS DISTINCT FROM field.new
      """, [.int(Int64(limit))]
    ) { row in
      fields[try row.decode(0), default: []].append(
        ImportReport.FieldChange(
          field: try row.decode(1), old: try row.decodeIfPresent(2),
          new: try row.decodeIfPresent(3)))
    }
    return fields
  }

  private func changedLists(
    _ kind: RecordKind, _ limit: Int
  ) throws -> [String: [ImportReport.ListChange]] {
    let parts = kind.tables.filter { !$0.isSilent }.compactMap { table in
      table.list.map { list in
        """
        SELECT record, '\(list)' AS list,
          count(*) FILTER (WHERE change = '+') AS added,
          count(*) FILTER (WHERE change = '-') AS removed,
          count(*) FILTER (WHERE change = '~') AS changed
        FROM \(table.difference) WHERE change <> '.' GROUP BY record
        """
      }
    }
    guard !parts.isEmpty else { return [:] }
    var lists: [String: [ImportReport.ListChange]] = [:]
    try session.query(
      """
      SELECT part.record, part.list, part.added, part.removed, part.changed
      FROM (SELECT * FROM touched_\(kind.table.name) ORDER BY record LIMIT $1) AS touched
      JOIN (\(parts.joined(separator: " UNION ALL "))) AS part USING (record)
      ORDER BY part.record, part.list
      """, [.int(Int64(limit))]
    ) { row in
      lists[try row.decode(0), default: []].append(
        ImportReport.ListChange(
          list: try row.decode(1), added: try row.decode(2), removed: try row.decode(3),
          changed: try row.decode(4)))
    }
    return lists
  }
}

/// What a column is called in the registry's files.
enum FieldName {
  static func of(column: String) -> String {
    if let name = special[column] { return name }
    let words = column.split(separator: "_")
    return words.dropFirst().reduce(String(words[0])) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }

  private static let special = [
    "period_start": "period.start", "period_end": "period.end", "budget_amount": "budget.amount",
    "budget_currency": "budget.currency", "budget_funding": "budget.funding",
    "visibility": "visibility.level", "label": "visibility.label", "page": "visibility.page",
    "due": "by", "decided_by": "by", "is_foundation": "foundation",
    "horizon_months": "checks.horizonMonths", "stale_after_days": "checks.staleAfterDays",
    "silo_minimum": "checks.siloMinimum",
    "findings_per_department": "checks.findingsPerDepartment",
  ]
}
