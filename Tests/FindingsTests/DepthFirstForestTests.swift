import TestSupport
import Testing

@testable import Findings

@Suite("The search for what holds a graph together")
struct DepthFirstForestTests {
  private static let seeds = UInt64(1)...200

  /// A graph of up to 24 nodes with edges from sparse to dense, some of them stated twice and some
  /// from a node to itself.
  private struct RandomGraph {
    let nodes: Int
    let edges: [(Int, Int)]

    init(seed: UInt64) {
      var generator = SeededRandom(seed: seed)
      let nodes = Int.random(in: 1...24, using: &generator)
      let count = Int.random(in: 0...(2 * nodes), using: &generator)
      self.nodes = nodes
      edges = (0..<count).map { _ in
        (Int.random(in: 0..<nodes, using: &generator), Int.random(in: 0..<nodes, using: &generator))
      }
    }

    var forest: DepthFirstForest {
      DepthFirstForest(
        CompressedRows(
          rows: nodes,
          entries: edges.flatMap {
            [CompressedRows<Int>.Entry($0.0, $0.1), .init($0.1, $0.0)]
          }))
    }

    /// The components by naive spreading, without a node or without an edge.
    func components(without node: Int? = nil, edge: Set<Int>? = nil) -> Set<Set<Int>> {
      var components: Set<Set<Int>> = []
      for start in 0..<nodes
      where start != node && !components.contains(where: { $0.contains(start) }) {
        var reached: Set<Int> = [start]
        var grows = true
        while grows {
          grows = false
          for (one, other) in edges
          where one != node && other != node && Set([one, other]) != edge
            && reached.contains(one) != reached.contains(other)
          {
            reached.formUnion([one, other])
            grows = true
          }
        }
        components.insert(reached)
      }
      return components
    }
  }

  @Test("components are what spreading reaches", arguments: seeds)
  func components(seed: UInt64) {
    let graph = RandomGraph(seed: seed)
    let forest = graph.forest
    #expect(
      Set(forest.components.map { Set(forest.nodes[$0]) }) == graph.components(), "seed \(seed)")
  }

  @Test("articulation points are the nodes whose removal leaves more components", arguments: seeds)
  func articulationPoints(seed: UInt64) {
    let graph = RandomGraph(seed: seed)
    let whole = graph.components()
    let expected = (0..<graph.nodes).filter { node in
      let lost = whole.contains([node]) ? 1 : 0
      return graph.components(without: node).count > whole.count - lost
    }
    #expect(graph.forest.articulationPoints == expected, "seed \(seed)")
  }

  @Test("bridges are the edges whose removal leaves more components", arguments: seeds)
  func bridges(seed: UInt64) {
    let graph = RandomGraph(seed: seed)
    let whole = graph.components().count
    let expected = Set(graph.edges.map { Set([$0.0, $0.1]) }).filter {
      $0.count == 2 && graph.components(edge: $0).count > whole
    }
    let found = graph.forest.bridges.map { Set([$0.0, $0.1]) }
    #expect(found.count == Set(found).count, "seed \(seed)")
    #expect(Set(found) == expected, "seed \(seed)")
  }

  @Test("the random graphs hold what they are to test, and hold it not always")
  func variety() {
    let forests = Self.seeds.map { RandomGraph(seed: $0).forest }
    for counts in [
      forests.map(\.bridges.count), forests.map(\.articulationPoints.count),
      forests.map { $0.components.count - 1 },
    ] {
      #expect(counts.contains(0) && counts.contains { $0 > 1 })
    }
  }

  @Test("a chain of half a million nodes needs no more of the thread's stack than a short one")
  func chain() {
    let count = 500_000
    let forest = DepthFirstForest(
      CompressedRows(
        rows: count,
        entries: (1..<count).flatMap {
          [CompressedRows<Int>.Entry($0 - 1, $0), .init($0, $0 - 1)]
        }))
    #expect(forest.components == [0..<count])
    #expect(forest.articulationPoints == Array(1..<(count - 1)))
    #expect(forest.bridges.count == count - 1)
  }
}
