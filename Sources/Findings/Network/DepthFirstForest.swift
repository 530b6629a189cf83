/// A depth-first search through an undirected graph, from which its connected components, its
/// articulation points and its bridges are read.
///
/// Nodes get places in the order of their discovery. The descendants of a node are then a range of
/// places, so that whatever is to be counted below a node is the difference of two running sums.
/// Edges that are stated twice count as one.
///
/// J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", CACM 16
/// (1973), 372–378; with a stack of its own instead of recursion, so that long chains do not exhaust
/// the thread's. Linear in nodes and edges.
struct DepthFirstForest {
  /// The nodes by place.
  private(set) var nodes: [Int] = []
  /// The place of the node from which each was discovered; -1 for roots.
  private(set) var parents: [Int] = []
  /// The place after the last descendant.
  private(set) var ends: [Int] = []
  /// The first place that an edge reaches from the node or its descendants, the edge to its parent
  /// left out.
  private(set) var reaches: [Int] = []

  /// - Parameter neighbours: by node, symmetric.
  init(_ neighbours: CompressedRows<Int>) {
    nodes.reserveCapacity(neighbours.rows.count)
    var places = [Int](repeating: -1, count: neighbours.rows.count)
    for root in neighbours.rows where places[root] < 0 {
      search(from: root, neighbours, &places)
    }
  }

  /// A place on the way from the root and how many neighbours of its node are done.
  private struct Step {
    let place: Int
    var done = 0
  }

  private mutating func search(
    from root: Int, _ neighbours: CompressedRows<Int>, _ places: inout [Int]
  ) {
    var path = [Step(place: enter(root, from: -1, &places))]
    while let step = path.last {
      let (place, row) = (step.place, neighbours[nodes[step.place]])
      guard step.done < row.count else {
        path.removeLast()
        leave(place)
        continue
      }
      path[path.count - 1].done += 1
      let next = row[row.startIndex + step.done]
      if places[next] < 0 {
        path.append(Step(place: enter(next, from: place, &places)))
      } else if places[next] != parents[place] {
        reaches[place] = min(reaches[place], places[next])
      }
    }
  }

  private mutating func enter(_ node: Int, from parent: Int, _ places: inout [Int]) -> Int {
    let place = nodes.count
    places[node] = place
    nodes.append(node)
    parents.append(parent)
    ends.append(place + 1)
    reaches.append(place)
    return place
  }

  private mutating func leave(_ place: Int) {
    ends[place] = nodes.count
    let parent = parents[place]
    if parent >= 0 { reaches[parent] = min(reaches[parent], reaches[place]) }
  }

  /// The places of each connected component.
  var components: [Range<Int>] {
    nodes.indices.filter { parents[$0] < 0 }.map { $0..<ends[$0] }
  }

  /// Whether the node at a place and its descendants hang on its parent alone.
  func isCutOff(_ place: Int) -> Bool {
    parents[place] >= 0 && reaches[place] >= parents[place]
  }

  /// The nodes without which the graph has more components, ascending.
  var articulationPoints: [Int] {
    var cuts = [Int](repeating: 0, count: nodes.count)
    for place in nodes.indices where isCutOff(place) { cuts[parents[place]] += 1 }
    // All of a root's branches hang on it; only with a second one does it hold something together.
    return nodes.indices.filter { cuts[$0] > (parents[$0] < 0 ? 1 : 0) }.map { nodes[$0] }.sorted()
  }

  /// The edges without which the graph has more components.
  var bridges: [(Int, Int)] {
    nodes.indices
      .filter { parents[$0] >= 0 && reaches[$0] > parents[$0] }
      .map { (nodes[parents[$0]], nodes[$0]) }
  }
}
