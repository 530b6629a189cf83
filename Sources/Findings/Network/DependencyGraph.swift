internal import Portfolio

/// Which project cannot do without which: the links of the kinds `dependsOn` and `buildsOn`
/// between active projects. Finished ones wait for nobody.
struct DependencyGraph {
  let successors: CompressedRows<Int>

  init(_ snapshot: Snapshot) {
    var entries: [CompressedRows<Int>.Entry] = []
    for project in snapshot.activeProjects {
      for link in snapshot.linksFromProject[project]
      where link.kind.isDependency && snapshot.isActive(link.target) {
        entries.append(.init(project, link.target))
      }
    }
    successors = CompressedRows(rows: snapshot.projects.count, entries: entries)
  }

  init(successors: CompressedRows<Int>) {
    self.successors = successors
  }

  /// The sets of two or more nodes that reach one another, each in ascending order.
  ///
  /// R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972),
  /// 146–160; with a stack of its own instead of recursion, so that long chains do not exhaust
  /// the thread's.
  func stronglyConnectedSets() -> [[Int]] {
    var search = StrongConnectivity(successors)
    for node in successors.rows { search.visit(from: node) }
    return search.components.sorted { $0[0] < $1[0] }
  }

  /// A shortest circle through the least of the nodes, in the order of dependency.
  func circle(within nodes: [Int]) -> [Int] {
    let (members, start) = (Set(nodes), nodes[0])
    var previous: [Int: Int] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for next in successors[node] where members.contains(next) {
        if next == start { return Self.path(to: node, from: start, previous) }
        if previous[next] == nil {
          previous[next] = node
          queue.append(next)
        }
      }
    }
    return nodes
  }

  private static func path(to end: Int, from start: Int, _ previous: [Int: Int]) -> [Int] {
    var path = [end]
    while let node = path.last, node != start, let before = previous[node] { path.append(before) }
    return path.reversed()
  }
}

private struct StrongConnectivity {
  private let successors: CompressedRows<Int>
  /// Order of discovery, -1 for nodes not yet seen.
  private var discovered: [Int]
  private var low: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var clock = 0
  private(set) var components: [[Int]] = []

  init(_ successors: CompressedRows<Int>) {
    self.successors = successors
    discovered = Array(repeating: -1, count: successors.rows.count)
    low = discovered
    isOpen = Array(repeating: false, count: discovered.count)
  }

  /// A node on the way and how many of its successors are done.
  private struct Frame {
    let node: Int
    var done: Int
  }

  mutating func visit(from root: Int) {
    guard discovered[root] < 0 else { return }
    enter(root)
    var path = [Frame(node: root, done: 0)]
    while let frame = path.last {
      let next = successors[frame.node].dropFirst(frame.done).first
      guard let next else {
        path.removeLast()
        if let parent = path.last?.node { low[parent] = min(low[parent], low[frame.node]) }
        if low[frame.node] == discovered[frame.node] { close(frame.node) }
        continue
      }
      path[path.count - 1].done += 1
      if discovered[next] < 0 {
        enter(next)
        path.append(Frame(node: next, done: 0))
      } else if isOpen[next] {
        low[frame.node] = min(low[frame.node], discovered[next])
      }
    }
  }

  private mutating func enter(_ node: Int) {
    discovered[node] = clock
    low[node] = clock
    clock += 1
    open.append(node)
    isOpen[node] = true
  }

  /// Takes the component that the node is the root of from the open nodes.
  private mutating func close(_ root: Int) {
    var component: [Int] = []
    while let node = open.popLast() {
      isOpen[node] = false
      component.append(node)
      if node == root { break }
    }
    if component.count > 1 { components.append(component.sorted()) }
  }
}
