public import Findings
internal import Portfolio

/// The projects and the links between them that a graph file or a picture shows: those of the whole
/// registry, of a theme, or of a department with the projects that it is linked with.
public struct ProjectGraph: Sendable {
  public let analysis: NetworkAnalysis
  /// Indices, ascending.
  public let projects: [Int]
  /// Every link between two of the projects, as stated, in order.
  public let links: [ResolvedLink]
  /// Pairs of the projects that the check recommends to link.
  public let recommended: [ProjectPair]

  /// - Parameter department: index of a department.
  public init(_ analysis: NetworkAnalysis, department: Int? = nil) {
    let snapshot = analysis.snapshot
    func isInTheme(_ project: Int) -> Bool {
      analysis.theme.map(snapshot.themesOfProject[project].contains) ?? true
    }
    let missing = analysis.network.connections
      .filter { department == nil || $0.departments.other(than: department ?? -1) != nil }
      .flatMap(\.missing).compactMap(\.projects)
    var projects = Set(snapshot.projects.indices.filter(isInTheme))
    if let department {
      let wanted = missing.flatMap { [$0.first, $0.second] }
      projects.formIntersection(Self.neighbourhood(of: department, in: snapshot).union(wanted))
    }
    self.analysis = analysis
    self.projects = projects.sorted()
    links = self.projects.flatMap { project in
      snapshot.linksFromProject[project].filter { projects.contains($0.target) }
    }
    recommended = Set(missing)
      .filter { projects.contains($0.first) && projects.contains($0.second) }.sorted()
  }

  /// The department's projects and those that they are linked with.
  private static func neighbourhood(of department: Int, in snapshot: Snapshot) -> Set<Int> {
    let own = snapshot.projectsOfDepartment[department]
    return own.reduce(into: Set(own)) { result, project in
      result.formUnion(snapshot.linksFromProject[project].map(\.target))
      result.formUnion(snapshot.linksToProject[project].map(\.source))
    }
  }
}
