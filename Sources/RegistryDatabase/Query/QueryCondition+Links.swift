internal import ProjectQuery

extension QueryCondition {
  /// A link counts from either side. It names a project by its id, or by an earlier one that no
  /// project has now.
  mutating func linked(_ other: ProjectFilter.LinkedWith) -> String {
    let meant = meant(other)
    return """
      EXISTS (SELECT FROM (
        SELECT link.project AS id FROM project_link AS link
          JOIN project AS other ON other.id = link.target
          WHERE other.archived_at IS NULL\(meant)
        UNION ALL
        SELECT link.target FROM project_link AS link
          JOIN project AS other ON other.id = link.project
          WHERE other.archived_at IS NULL\(meant)
        UNION ALL
        SELECT link.project FROM project_link AS link
          JOIN (\(Self.renamed)) AS former ON former.name = link.target
          JOIN project AS other ON other.id = former.id
          WHERE \(Self.isFree) AND other.id <> link.project AND other.archived_at IS NULL\(meant)
        UNION ALL
        SELECT former.id FROM project_link AS link
          JOIN (\(Self.renamed)) AS former ON former.name = link.target
          JOIN project AS other ON other.id = link.project
          WHERE \(Self.isFree) AND other.id <> former.id AND other.archived_at IS NULL\(meant)
      ) AS neighbour WHERE neighbour.id = project.id)
      """
  }

  private static let renamed =
    "SELECT id, unnest(formerly) AS name FROM project WHERE formerly <> '{}'"

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
