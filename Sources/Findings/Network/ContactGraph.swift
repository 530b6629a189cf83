internal import Portfolio

/// Who is in touch with whom: a node for every active project and for every department that owns
/// one. A project is joined to its department, since colleagues know each other, and to the active
/// projects it is linked with.
struct ContactGraph {
  /// By node: the projects first, by index, then the departments. Projects that are over and
  /// departments without an active project have no neighbours.
  let neighbours: CompressedRows<Int>
  let projects: Int

  /// - Parameter isIncluded: whether a project belongs to the part of the network that is looked at.
  init(_ snapshot: Snapshot, where isIncluded: (Int) -> Bool = { _ in true }) {
    let count = snapshot.projects.count
    var entries: [CompressedRows<Int>.Entry] = []
    func join(_ one: Int, _ other: Int) {
      entries.append(.init(one, other))
      entries.append(.init(other, one))
    }
    for project in snapshot.activeProjects where isIncluded(project) {
      if let department = snapshot.department(of: project) { join(project, count + department) }
      for link in snapshot.linksFromProject[project]
      where snapshot.isActive(link.target) && isIncluded(link.target) {
        join(project, link.target)
      }
    }
    projects = count
    neighbours = CompressedRows(rows: count + snapshot.departments.count, entries: entries)
  }

  /// The department that a node stands for; nil for projects.
  func department(_ node: Int) -> Int? { node < projects ? nil : node - projects }
}
