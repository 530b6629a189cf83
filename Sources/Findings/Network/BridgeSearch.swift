internal import Portfolio

/// Finds the projects whose removal would cut departments off from one another: articulation points
/// of the `ContactGraph`, with the parts that would fall apart. Linear in projects and links.
struct BridgeSearch {
  /// A project that alone holds parts together.
  struct Bridge: Hashable {
    let project: Int
    /// The parts that would fall apart, those with too few projects left out; the largest last.
    let parts: [Part]
  }

  /// A part of the graph without the bridge.
  struct Part: Hashable {
    let projects: Int
    /// Its departments, at most `listedDepartments` of them, ascending.
    let departments: [Int]
    /// How many departments it has.
    let departmentCount: Int
  }

  private let snapshot: Snapshot
  private let graph: ContactGraph
  private let forest: DepthFirstForest
  /// The departments in the order of their discovery.
  private var departments: [Int] = []
  /// By place: how many departments were discovered before.
  private var departmentsBefore: [Int] = [0]

  init(_ snapshot: Snapshot) {
    self.init(snapshot, ContactGraph(snapshot))
  }

  private init(_ snapshot: Snapshot, _ graph: ContactGraph) {
    self.snapshot = snapshot
    self.graph = graph
    forest = DepthFirstForest(graph.neighbours)
    for node in forest.nodes {
      if let department = graph.department(node) { departments.append(department) }
      departmentsBefore.append(departments.count)
    }
  }

  /// - Parameter minimum: fewest active projects that a part must have to count.
  func bridges(minimum: Int) -> [Bridge] {
    let cutOff = CompressedRows(
      rows: forest.nodes.count,
      entries: forest.nodes.indices.filter(forest.isCutOff).map { place in
        .init(forest.parents[place], place..<forest.ends[place])
      })
    return forest.components.flatMap { component in
      component.lazy.filter { !cutOff[$0].isEmpty && graph.department(forest.nodes[$0]) == nil }
        .compactMap { bridge($0, cutOff: cutOff[$0], in: component, minimum: minimum) }
    }.sorted { $0.project < $1.project }
  }

  /// The bridge, if at least two large enough parts have departments other than its own: that a
  /// department has a single contact outside is no bridge between others.
  private func bridge(
    _ place: Int, cutOff: ArraySlice<Range<Int>>, in component: Range<Int>, minimum: Int
  ) -> Bridge? {
    let project = forest.nodes[place]
    let own = snapshot.department(of: project)
    let rest = rest(of: component, without: cutOff, and: place)
    let heavy = (cutOff.map { part([$0]) } + [part(rest)]).filter { part in
      part.projects >= minimum && part.departments.contains { $0 != own }
    }
    guard heavy.count >= 2 else { return nil }
    return Bridge(
      project: project,
      parts: heavy.sorted { ($0.projects, $1.departments[0]) < ($1.projects, $0.departments[0]) })
  }

  /// The places of a component that are left when some ranges, which are in order, and one place
  /// before them are taken out.
  private func rest(
    of component: Range<Int>, without cutOff: ArraySlice<Range<Int>>, and place: Int
  ) -> [Range<Int>] {
    var rest: [Range<Int>] = []
    var next = component.lowerBound
    for gap in [place..<(place + 1)] + cutOff {
      if gap.lowerBound > next { rest.append(next..<gap.lowerBound) }
      next = gap.upperBound
    }
    if next < component.upperBound { rest.append(next..<component.upperBound) }
    return rest
  }

  /// Only the first few departments are listed, so that a chain of many bridges stays linear.
  private func part(_ places: [Range<Int>]) -> Part {
    let ranges = places.map { departmentsBefore[$0.lowerBound]..<departmentsBefore[$0.upperBound] }
    let count = ranges.reduce(0) { $0 + $1.count }
    let listed = ranges.lazy.flatMap { $0 }.prefix(Self.listedDepartments)
    return Part(
      projects: places.reduce(0) { $0 + $1.count } - count,
      departments: listed.map { departments[$0] }.sorted(), departmentCount: count)
  }

  private static let listedDepartments = 8
}
