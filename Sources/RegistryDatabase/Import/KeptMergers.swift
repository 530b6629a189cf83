/// Keeps projects merged that come in again in a part of a registry which does not know of the
/// merger, such as a department's own spreadsheet: otherwise it would bring a decided duplicate back
/// to life. A complete registry says itself what is merged, as it says everything.
struct KeptMergers {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Stages the stored mergers of staged projects that come without one.
  func restage() throws {
    // What was taken over goes first: afterwards the project has a merger.
    for table in [StoredTable.projectMergerValue, .projectMerger] {
      try session.execute(
        """
        INSERT INTO \(table.staging) (\(table.columns.joined(separator: ", ")))
        SELECT \(StoredTable.list(table.columns, of: "live"))
        FROM \(table.name) AS live
        JOIN staged_project AS staged ON staged.id = live.project
        WHERE NOT EXISTS (
          SELECT FROM staged_project_merger AS merger WHERE merger.project = live.project)
        """)
    }
  }
}
