import Portfolio

/// How the staged records differ from the stored ones, table by table, and the writing of that.
///
/// For each table, a temporary table holds one row per difference: `change` is `+` for a row to
/// insert, `~` for changed content, `^` for an archived project that turned up again, `.` for a
/// row that merely moved in its file, `-` for a row that its record no longer has.
struct Differences {
  let session: Session
  let staging: StagingArea
  let identities: IdentityResolution
  /// Whether stored records move to the places in their files that the staged ones have.
  private let followsFiles: Bool
  /// Kinds of which the database held nothing: their rows are inserted as they are.
  private(set) var fresh: Set<RecordKind> = []
  /// What occurs in each table's differences.
  private var found: [String: Set<String>] = [:]

  init(
    _ session: Session, _ staging: StagingArea, _ identities: IdentityResolution,
    followsFiles: Bool
  ) throws {
    self.followsFiles = followsFiles
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
    let revived = isProject ? Self.isRevived : "false"
    let contentDiffers = StoredTable.differ(table.content, "staged", "live")
    let anythingDiffers = StoredTable.differ(updated(table), "staged", "live")
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

  /// An archived project turned up again, and not as one that was merged into another.
  private static let isRevived = """
    (live.archived_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM staged_project_merger AS merger WHERE merger.project = live.id))
    """

  /// The columns that a stored row takes over from the staged one.
  private func updated(_ table: StoredTable) -> [String] {
    table.content + table.silent.filter { followsFiles || $0 != StoredTable.place }
  }

  /// The id of the record that a row belongs to, comparable between tables.
  static func record(of table: StoredTable, _ row: String) -> String {
    "(\(table.record(row)))::text COLLATE \"C\""
  }

  /// Whether anything would change about records of the kind, apart from their places in files.
  func changes(_ kind: RecordKind) -> Bool {
    fresh.contains(kind)
      || kind.tables.contains { table in
        !table.isSilent && found[table.name].map { !$0.isSubset(of: ["."]) } ?? false
      }
  }

  // MARK: Writing

  /// Writes the differences. What others refer to is written before them and deleted after them.
  func apply() throws {
    for table in StoredTable.all where staging.count(of: table.kind) > 0 {
      do {
        try fresh.contains(table.kind) ? insertAll(table) : insertAndUpdate(table)
      } catch let error as DatabaseError where error.kind == .permission {
        throw ImportError.notPermitted(.kind(table.kind))
      }
    }
    for table in StoredTable.all.reversed() where found[table.name]?.contains("-") == true {
      let deleted = try session.execute(
        """
        DELETE FROM \(table.name) AS live USING \(table.difference) AS difference
        WHERE difference.change = '-' AND \(table.sameKey("live", "difference"))
        """)
      try requireWritten(deleted, of: ["-"], in: table)
    }
    if staging.count(of: .project) > 0 { try archiveMerged() }
    // The planner has never seen the rows of a first import, and the next statement is likely to
    // read them all.
    for kind in fresh {
      try session.execute("ANALYZE \(kind.tables.map(\.name).joined(separator: ", "))")
    }
  }

  /// What was merged into another project is in use no longer.
  private func archiveMerged() throws {
    try session.execute(
      """
      UPDATE project SET archived_at = now()
      FROM project_merger AS merger
      WHERE merger.project = project.id AND project.archived_at IS NULL
      """)
  }

  private func insertAll(_ table: StoredTable) throws {
    let columns = table.columns.joined(separator: ", ")
    // As a subquery the moment is asked for once, as a default it would be for every row.
    try session.execute(
      """
      INSERT INTO \(table.name) (\(columns), valid_from)
      SELECT \(columns), (SELECT change_time()) FROM \(table.staging)
      """)
  }

  private func insertAndUpdate(_ table: StoredTable) throws {
    let changes = found[table.name] ?? []
    if changes.contains("+") {
      try session.execute(
        """
        INSERT INTO \(table.name) (\(table.columns.joined(separator: ", ")), valid_from)
        SELECT \(StoredTable.list(table.columns, of: "staged")), (SELECT change_time())
        FROM \(table.difference) AS difference
        JOIN \(table.staging) AS staged ON staged.ctid = difference.staged
        WHERE difference.change = '+'
        """)
    }
    if !changes.isDisjoint(with: ["~", "^", "."]) {
      var assignments = updated(table).map { "\($0) = staged.\($0)" }
      if changes.contains("^") { assignments.append("archived_at = NULL") }
      let updated = try session.execute(
        """
        UPDATE \(table.name) AS live SET \(assignments.joined(separator: ", "))
        FROM \(table.difference) AS difference
        JOIN \(table.staging) AS staged ON staged.ctid = difference.staged
        WHERE difference.change IN ('~', '^', '.') AND \(table.sameKey("live", "staged"))
        """)
      try requireWritten(updated, of: ["~", "^"], in: table)
    }
  }

  /// Row-level security passes over rows that may not be written, without a word.
  private func requireWritten(_ count: Int, of changes: [String], in table: StoredTable) throws {
    let wanted = try session.value(
      "SELECT count(*) FROM \(table.difference) WHERE change = ANY ($1)", [.texts(changes)],
      as: Int.self)
    guard let wanted, count >= wanted else {
      throw ImportError.notPermitted(.kind(table.kind))
    }
  }
}
