/// Projects that a change takes out of use. They stay on record, and so do their ids.
final class ArchivedProjects {
  private let session: Session
  private var ids: [String] = []

  init(_ session: Session) { self.session = session }

  func add(_ id: String) { ids.append(id) }

  func archive(into report: inout ImportReport) throws {
    guard !ids.isEmpty else { return }
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
}
