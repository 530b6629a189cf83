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
