internal import ProjectQuery

extension QueryCondition {
  /// A link counts from either side, unless the other side has declined it. It names a project by
  /// its id, or by an earlier one or that of a merged one which no project has now.
  mutating func linked(_ other: ProjectFilter.LinkedWith) -> String {
    let meant = meant(other)
    return """
      EXISTS (SELECT FROM (
        SELECT link.project AS id FROM project_link AS link
          JOIN project AS other ON other.id = link.target
          WHERE link.declined IS NULL AND other.archived_at IS NULL\(meant)
        UNION ALL
        SELECT link.target FROM project_link AS link
          JOIN project AS other ON other.id = link.project
          WHERE link.declined IS NULL AND other.archived_at IS NULL\(meant)
        UNION ALL
        SELECT link.project FROM project_link AS link
          JOIN (\(Self.renamed)) AS former ON former.name = link.target
          JOIN project AS other ON other.id = former.id
          WHERE link.declined IS NULL AND \(Self.isFree) AND other.id <> link.project AND other.archived_at IS NULL\(meant)
        UNION ALL
        SELECT former.id FROM project_link AS link
          JOIN (\(Self.renamed)) AS former ON former.name = link.target
          JOIN project AS other ON other.id = link.project
          WHERE link.declined IS NULL AND \(Self.isFree) AND other.id <> former.id AND other.archived_at IS NULL\(meant)
      ) AS neighbour WHERE neighbour.id = project.id)
      """
  }

  /// Every name that leads to another project: that of a renamed one, and that of a merged one,
  /// however many mergers lie between.
  private static let renamed = """
    WITH RECURSIVE step AS (
      SELECT id::text AS id, unnest(formerly) AS name FROM project WHERE formerly <> '{}'
      UNION ALL
      SELECT target::text, project::text FROM project_merger
    ), trace AS (
      SELECT id, name FROM step
      UNION
      SELECT step.id, trace.name FROM trace JOIN step ON step.name = trace.id
    )
    SELECT id, name FROM trace
    """

  /// A project in use that has the id now is meant before one that had it.
  private static let isFree =
    "NOT EXISTS (SELECT FROM project AS holder"
    + " WHERE holder.id = link.target AND holder.archived_at IS NULL)"

  private mutating func meant(_ other: ProjectFilter.LinkedWith) -> String {
    switch other {
    case .anyProject: return ""
    case .projects(let ids):
      return " AND other.id = ANY (\(parameter(.texts(ids), as: "text[]")))"
    case .departments(let ids):
      return " AND other.department = ANY (\(parameter(.texts(ids), as: "text[]")))"
    case .office(let office, let department):
      return " AND other.department = \(parameter(.text(department), as: "text"))"
        + " AND other.office = \(parameter(.text(office), as: "text"))"
    }
  }
}
