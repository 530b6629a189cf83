internal import Portfolio

/// The shape of the network of active projects: what hangs together, by what alone, and in circles.
///
/// A node is a project or a department that owns one; a project is joined to its department and to
/// the projects it is linked with, in whatever direction and however often (`ContactGraph`). What is
/// over does not count. All of it is linear in projects and links.
public struct NetworkStructure: Sendable, Hashable {
  /// The connected components, the largest first.
  public let components: [Component]
  /// The projects without which a component would fall apart (articulation points), ascending.
  public let articulationProjects: [Int]
  /// The linked projects whose link alone holds two parts of a component together (bridges).
  public let bridges: [ProjectPair]
  /// Projects that depend on one another in circles; each with one circle, in order of dependency.
  public let cycles: [Cycle]

  public struct Component: Sendable, Hashable {
    public let departments: [Int]
    public let projects: [Int]
  }

  public struct Cycle: Sendable, Hashable {
    /// All projects that reach one another (a strongly connected component), ascending.
    public let projects: [Int]
    /// A shortest circle through the first of them.
    public let circle: [Int]
  }

  /// - Parameter theme: only projects of this theme, by index; circles with at least one of them.
  public static func make(_ snapshot: Snapshot, theme: Int? = nil) -> NetworkStructure {
    let scope = ThemeScope(snapshot: snapshot, theme: theme)
    let graph = ContactGraph(snapshot, where: scope.contains)
    let forest = DepthFirstForest(graph.neighbours)
    let dependencies = DependencyGraph(snapshot)
    return NetworkStructure(
      components: components(forest, graph, in: snapshot, scope),
      articulationProjects: forest.articulationPoints.filter { $0 < graph.projects },
      bridges: forest.bridges.filter { $0 < graph.projects && $1 < graph.projects }
        .map(ProjectPair.init).sorted(),
      cycles: dependencies.stronglyConnectedSets()
        .filter { $0.contains(where: scope.contains) }
        .map { Cycle(projects: $0, circle: dependencies.circle(within: $0)) })
  }

  private static func components(
    _ forest: DepthFirstForest, _ graph: ContactGraph, in snapshot: Snapshot, _ scope: ThemeScope
  ) -> [Component] {
    forest.components.compactMap { places -> Component? in
      let nodes = forest.nodes[places].sorted()
      // What is over and departments without projects stand alone in the graph and outside of it.
      if nodes.count == 1,
        nodes[0] >= graph.projects || !snapshot.isActive(nodes[0]) || !scope.contains(nodes[0])
      {
        return nil
      }
      return Component(
        departments: nodes.compactMap(graph.department),
        projects: nodes.filter { $0 < graph.projects })
    }
    .sorted { ($1.projects.count, $0.projects[0]) < ($0.projects.count, $1.projects[0]) }
  }
}
