/// Projects that a change takes out of use. They stay on record, and so do their ids.
final class ArchivedProjects {
  private let session: Session
  private var ids: [String] = []

  init(_ session: Session) { self.session = session }

  func add(_ id: String) { ids.append(id) }

  /// - Throws: `ImportError.notPermitted`, `DatabaseError`
  func archive(into report: inout ImportReport) throws {
    guard !ids.isEmpty else { return }
    try requireOwn()
    let archived = try session.rows(
      """
      UPDATE project SET archived_at = now()
      WHERE id = ANY ($1::text[]) AND archived_at IS NULL
      RETURNING id, title
      """, [.texts(ids)]
    ) { (id: try $0.decode(0, as: String.self), title: try $0.decode(1, as: String.self)) }
    report.counts[.project, default: ImportReport.Counts()].archived += archived.count
    report.changes += archived.map { project in
      ImportReport.Change(
        kind: .project, id: project.id, title: project.title, action: .archived)
    }
  }

  /// A department archives its own projects. The policies of `0013-rights.sql` would pass over those
  /// of others without a word.
  private func requireOwn() throws {
    let rights = try SessionRights(session)
    guard !rights.seesEverything else { return }
    guard let department = rights.department else { throw ImportError.notPermitted(.readOnly) }
    let foreign = try session.rows(
      """
      SELECT id FROM project
      WHERE id = ANY ($1::text[]) AND archived_at IS NULL AND department IS DISTINCT FROM $2
      ORDER BY id
      """, [.texts(ids), .text(department)]
    ) { try $0.decode(0, as: String.self) }
    guard foreign.isEmpty else {
      throw ImportError.notPermitted(.projects(foreign, own: department))
    }
  }
}
