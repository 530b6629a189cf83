/// Says in words, before anything is written, what a department may not store. Policies and
/// triggers of migration `0013-rights.sql` refuse the same, without naming it.
public struct WritePermission {
  private let session: Session
  private let staging: StagingArea
  private let differences: Differences

  /// What the present user may not write, and why.
  public enum Refusal: Sendable, Hashable {
    /// Reads and writes nothing.
    case readOnly
    /// A kind of record that stewards keep.
    case kind(RecordKind)
    /// Projects of other departments.
    case projects([String], own: String)
    /// Projects to which the input grants the label.
    case labels([String])
    /// Archiving what a whole registry lacks.
    case pruning
  }

  init(_ session: Session, _ staging: StagingArea, _ differences: Differences) {
    self.session = session
    self.staging = staging
    self.differences = differences
  }

  /// Of other departments' projects a user may not see every link, so that the places of those that
  /// came in mean nothing; the stored ones count. To be done before differences are looked for.
  static func keepPlacesOfForeignLinks(_ session: Session) throws {
    try session.execute(
      """
      UPDATE staged_project_link AS staged SET position = live.position
      FROM project_link AS live
      JOIN project ON project.id = live.project
      WHERE \(StoredTable.projectLink.sameKey("live", "staged"))
        AND live.position <> staged.position
        AND NOT sees_everything() AND project.department IS DISTINCT FROM own_department()
      """)
  }

  /// - Parameter prunesProjects: Whether projects that the input lacks are to be archived.
  /// - Throws: `ImportError.notPermitted`
  func require(prunesProjects: Bool) throws {
    let rights = try SessionRights(session)
    guard !rights.seesEverything else { return }
    guard let department = rights.department else { throw ImportError.notPermitted(.readOnly) }
    if prunesProjects { throw ImportError.notPermitted(.pruning) }
    for kind in RecordKind.allCases where differences.changes(kind) {
      switch kind {
      case .project:
        let foreign = try projects(Self.isForeign, department)
        if !foreign.isEmpty {
          throw ImportError.notPermitted(.projects(foreign, own: department))
        }
        let labelled = try projects(Self.isLabelled, department)
        if !labelled.isEmpty { throw ImportError.notPermitted(.labels(labelled)) }
      case .verdict: break
      case .department, .strategy, .subStrategy, .participation, .measure, .waiver:
        throw ImportError.notPermitted(.kind(kind))
      }
    }
  }

  /// Ids of changed projects to which a condition applies, the first few of them.
  private func projects(_ condition: String, _ department: String) throws -> [String] {
    let changed =
      differences.fresh.contains(.project)
      ? "SELECT id::text AS record FROM staged_project"
      : """
      SELECT record FROM touched_project AS touched
      WHERE NOT EXISTS (
        SELECT FROM difference_project_link AS answer
        JOIN project AS asked ON asked.id = answer.target
        WHERE answer.record = touched.record AND answer.change = '~' AND asked.department = $1)
      """
    return try session.rows(
      """
      SELECT staged.id
      FROM (\(changed)) AS changed
      JOIN staged_project AS staged ON staged.id = changed.record
      LEFT JOIN project AS live ON live.id = staged.id
      WHERE \(condition)
      ORDER BY staged.id LIMIT 6
      """, [.text(department)]
    ) { try $0.decode(0) }
  }

  private static let isForeign = """
    (staged.department IS DISTINCT FROM $1
      OR live.id IS NOT NULL AND live.department IS DISTINCT FROM $1)
    """
  private static let isLabelled = """
    (staged.label = 'granted' AND live.label IS DISTINCT FROM 'granted' AND $1::text IS NOT NULL)
    """
}
