internal import Portfolio

/// Finds the projects whose removal would cut departments off from one another.
///
/// The graph has a node for every active project and for every department that owns one. A project
/// is joined to its department, since colleagues know each other, and to the projects it is linked
/// with. A project is an articulation point of this graph if without it the rest falls apart.
///
/// J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", CACM 16
/// (1973), 372–378; with a stack of its own instead of recursion. Linear in projects and links.
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
  private let neighbours: CompressedRows<Int>
  private let projectCount: Int
  private var discovered: [Int]
  private var low: [Int]
  /// Active projects in the subtree below a node, itself included.
  private var projectsBelow: [Int]
  /// Departments discovered so far, in order; subtrees are ranges of it.
  private var departmentOrder: [Int] = []
  private var firstDepartment: [Int]
  private var clock = 0

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    projectCount = snapshot.projects.count
    neighbours = Self.neighbours(snapshot)
    let nodes = neighbours.rows.count
    discovered = Array(repeating: -1, count: nodes)
    low = discovered
    projectsBelow = Array(repeating: 0, count: nodes)
    firstDepartment = Array(repeating: 0, count: nodes)
  }

  private static func neighbours(_ snapshot: Snapshot) -> CompressedRows<Int> {
    let count = snapshot.projects.count
    var entries: [CompressedRows<Int>.Entry] = []
    func join(_ one: Int, _ other: Int) {
      entries.append(.init(one, other))
      entries.append(.init(other, one))
    }
    for project in snapshot.activeProjects {
      if let department = snapshot.department(of: project) { join(project, count + department) }
      for link in snapshot.linksFromProject[project] where snapshot.isActive(link.target) {
        join(project, link.target)
      }
    }
    return CompressedRows(rows: count + snapshot.departments.count, entries: entries)
  }

  /// - Parameter minimum: fewest active projects that a part must have to count.
  mutating func bridges(minimum: Int) -> [Bridge] {
    var bridges: [Bridge] = []
    for root in neighbours.rows where discovered[root] < 0 && !neighbours[root].isEmpty {
      bridges += search(from: root, minimum: minimum)
    }
    return bridges.sorted { $0.project < $1.project }
  }

  /// A node on the way from the root.
  private struct Frame {
    let node: Int
    let parent: Int
    var done = 0
    /// Subtrees that hang on this node alone: their projects and their departments' places.
    var cutOff: [(projects: Int, places: Range<Int>)] = []
  }

  private mutating func search(from root: Int, minimum: Int) -> [Bridge] {
    // The largest part is known only when the whole component is, so candidates wait.
    var candidates: [(project: Int, cutOff: [(projects: Int, places: Range<Int>)])] = []
    let start = departmentOrder.count
    enter(root)
    var path = [Frame(node: root, parent: -1)]
    while let frame = path.last {
      guard let next = neighbours[frame.node].dropFirst(frame.done).first else {
        path.removeLast()
        if frame.node < projectCount, !frame.cutOff.isEmpty {
          candidates.append((frame.node, frame.cutOff))
        }
        if !path.isEmpty { leave(frame.node, to: &path[path.count - 1]) }
        continue
      }
      path[path.count - 1].done += 1
      if discovered[next] < 0 {
        enter(next)
        path.append(Frame(node: next, parent: frame.node))
      } else if next != frame.parent {
        low[frame.node] = min(low[frame.node], discovered[next])
      }
    }
    let component = (projects: projectsBelow[root], places: start..<departmentOrder.count)
    return candidates.compactMap {
      bridge($0.project, cutOff: $0.cutOff, component: component, minimum: minimum)
    }
  }

  private mutating func enter(_ node: Int) {
    discovered[node] = clock
    low[node] = clock
    clock += 1
    firstDepartment[node] = departmentOrder.count
    if node < projectCount {
      projectsBelow[node] = 1
    } else {
      departmentOrder.append(node - projectCount)
    }
  }

  private mutating func leave(_ node: Int, to parent: inout Frame) {
    low[parent.node] = min(low[parent.node], low[node])
    projectsBelow[parent.node] += projectsBelow[node]
    if low[node] >= discovered[parent.node] {
      parent.cutOff.append((projectsBelow[node], firstDepartment[node]..<departmentOrder.count))
    }
  }

  /// The bridge, if at least two parts with departments of their own are large enough.
  private func bridge(
    _ project: Int, cutOff: [(projects: Int, places: Range<Int>)],
    component: (projects: Int, places: Range<Int>), minimum: Int
  ) -> Bridge? {
    var parts = cutOff.map { part([$0.places], projects: $0.projects) }
    parts.append(rest(of: component, without: cutOff))
    let heavy = parts.filter { $0.projects >= minimum && !$0.departments.isEmpty }
    guard heavy.count >= 2 else { return nil }
    return Bridge(
      project: project,
      parts: heavy.sorted { ($0.projects, $1.departments[0]) < ($1.projects, $0.departments[0]) })
  }

  private func rest(
    of component: (projects: Int, places: Range<Int>),
    without cutOff: [(projects: Int, places: Range<Int>)]
  ) -> Part {
    var places: [Range<Int>] = []
    var next = component.places.lowerBound
    for part in cutOff {
      if part.places.lowerBound > next { places.append(next..<part.places.lowerBound) }
      next = max(next, part.places.upperBound)
    }
    if next < component.places.upperBound { places.append(next..<component.places.upperBound) }
    let projects = component.projects - cutOff.reduce(1) { $0 + $1.projects }
    return part(places, projects: projects)
  }

  /// Only the first few departments are listed, so that a chain of many bridges stays linear.
  private func part(_ places: [Range<Int>], projects: Int) -> Part {
    let listed = places.lazy.flatMap { $0 }.prefix(Self.listedDepartments)
    return Part(
      projects: projects, departments: listed.map { departmentOrder[$0] }.sorted(),
      departmentCount: places.reduce(0) { $0 + $1.count })
  }

  private static let listedDepartments = 8
}
