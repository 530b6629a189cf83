import Portfolio

/// What a complete input lacks: listed, or archived and deleted where the import prunes.
///
/// Works on what `Differences` has written, so that references from records that no longer hold
/// them do not count.
struct MissingRecords {
  private let session: Session
  private let kinds: Set<RecordKind>
  private let prunes: Bool

  /// - Parameter kinds: Those of which the input holds every record.
  init(_ session: Session, among kinds: Set<RecordKind>, prunes: Bool) {
    self.session = session
    self.kinds = kinds
    self.prunes = prunes
  }

  /// Referring records come before those they refer to.
  private static let order: [RecordKind] = [
    .waiver, .verdict, .project, .measure, .participation, .subStrategy, .strategy, .department,
  ]

  func resolve(into report: inout ImportReport, listing limit: Int) throws {
    for kind in Self.order where kinds.contains(kind) {
      let count = try count(of: kind)
      guard count > 0 else { continue }
      let listed = try list(kind, prunes && Self.isDeletedOneByOne(kind) ? count : limit)
      var counts = report.counts[kind] ?? ImportReport.Counts()
      var actions: [ImportReport.Change.Action] = Array(repeating: .missing, count: listed.count)
      switch (prunes, kind) {
      case (false, _): counts.missing = count
      case (true, .project):
        try archive()
        counts.archived = count
        actions = Array(repeating: .archived, count: listed.count)
      case (true, .waiver), (true, .verdict), (true, .measure):
        guard try deleteAll(kind) == count else { throw ImportError.notPermitted(.kind(kind)) }
        counts.deleted = count
        actions = Array(repeating: .deleted, count: listed.count)
      case (true, _):
        actions = try listed.map { try delete(kind, id: $0.id) }
        counts.deleted = actions.count { $0 == .deleted }
        counts.missing = count - counts.deleted
      }
      report.counts[kind] = counts
      report.changes += zip(listed, actions).prefix(limit).map { record, action in
        ImportReport.Change(kind: kind, id: record.id, title: record.title, action: action)
      }
      report.unlisted += count - min(listed.count, limit)
    }
  }

  /// Nothing refers to measures and decisions; the others are few, and each may be in use.
  private static func isDeletedOneByOne(_ kind: RecordKind) -> Bool {
    switch kind {
    case .participation, .subStrategy, .strategy, .department: true
    case .waiver, .verdict, .project, .measure: false
    }
  }

  /// The condition under which a stored record is missing.
  private func isMissing(_ kind: RecordKind) -> String {
    let table = kind.table
    let absent = """
      NOT EXISTS (SELECT FROM \(table.staging) AS staged WHERE \(table.sameKey("staged", "live")))
      """
    return kind == .project ? "\(Self.isInRegistry) AND \(absent)" : absent
  }

  /// In use, or merged into another project.
  private static let isInRegistry = """
    (live.archived_at IS NULL
      OR EXISTS (SELECT FROM project_merger AS merger WHERE merger.project = live.id))
    """

  private func count(of kind: RecordKind) throws -> Int {
    try session.value(
      "SELECT count(*) FROM \(kind.table.name) AS live WHERE \(isMissing(kind))", as: Int.self) ?? 0
  }

  private func list(_ kind: RecordKind, _ limit: Int) throws -> [(id: String, title: String)] {
    try session.rows(
      """
      SELECT \(Differences.record(of: kind.table, "live")) AS record, \(kind.title(of: "live"))
      FROM \(kind.table.name) AS live WHERE \(isMissing(kind)) ORDER BY 1 LIMIT $1
      """, [.int(Int64(limit))]
    ) { (id: try $0.decode(0), title: try $0.decode(1)) }
  }

  private func archive() throws {
    try session.execute(
      """
      UPDATE project AS live SET archived_at = coalesce(archived_at, now())
      WHERE \(isMissing(.project))
      """)
    // A trace that the registry no longer has leads nowhere.
    for table in [StoredTable.projectMergerValue, .projectMerger] {
      try session.execute(
        """
        DELETE FROM \(table.name) AS trace
        WHERE NOT EXISTS (SELECT FROM staged_project AS staged WHERE staged.id = trace.project)
        """)
    }
  }

  private func deleteAll(_ kind: RecordKind) throws -> Int {
    try session.execute("DELETE FROM \(kind.table.name) AS live WHERE \(isMissing(kind))")
  }

  /// Deletes one record unless something refers to it; its own parts go with it.
  private func delete(_ kind: RecordKind, id: String) throws -> ImportReport.Change.Action {
    do {
      try session.savepoint {
        // A strategy's parts carry no reference to it, as there is only one.
        let parts = kind == .strategy ? kind.tables.reversed().dropLast() : []
        for table in parts { try session.execute("DELETE FROM \(table.name)") }
        try session.execute("DELETE FROM \(kind.table.name) WHERE id = $1", [.text(id)])
      }
      return .deleted
    } catch let error as DatabaseError where error.sqlState == "23503" {
      return .kept(because: error.details)
    }
  }
}
