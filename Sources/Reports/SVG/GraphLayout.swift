internal import FoundationEssentials

/// What graphviz is asked: where to put shapes of known size. The drawing itself is ours.
public struct GraphLayoutRequest: Sendable, Hashable {
  public enum Engine: String, Sendable {
    /// In layers, with the boxes of departments.
    case dot
    /// By forces; for graphs that layers would take too long for.
    case sfdp
  }

  public let engine: Engine
  /// The graph in graphviz's language. Nodes are named `n` and a number, clusters `cluster_` and a
  /// number, edges carry the id `e` and a number.
  public let source: String
}

/// Where graphviz puts the shapes of a graph, in points with the origin at the top left.
public struct GraphLayout: Sendable, Hashable {
  struct Point: Sendable, Hashable {
    var x: Double
    var y: Double
  }

  struct Box: Sendable, Hashable {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
  }

  /// A chain of cubic Bézier curves: a starting point, then three points for each curve.
  struct Curve: Sendable, Hashable {
    var points: [Point]
    /// Where an arrow at the beginning or the end comes to its point.
    var start: Point?
    var end: Point?
  }

  let width: Double
  let height: Double
  /// Centres of the nodes by number.
  let nodes: [Int: Point]
  /// Boxes of the clusters by number.
  let clusters: [Int: Box]
  /// Curves of the edges by number.
  let edges: [Int: Curve]

  /// - Parameter json: what `dot -Tjson0` prints; nil if it is something else.
  public init?(json: String) {
    guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(json.utf8)),
      let bounds = Self.numbers(answer.bb), bounds.count == 4
    else { return nil }
    let (left, top) = (bounds[0], bounds[3])
    func point(_ text: some StringProtocol) -> Point? {
      Self.numbers(text).map { Point(x: $0[0] - left, y: top - $0[1]) }
    }
    width = bounds[2] - left
    height = top - bounds[1]
    var (nodes, clusters, edges): ([Int: Point], [Int: Box], [Int: Curve]) = ([:], [:], [:])
    for object in answer.objects ?? [] {
      if let number = Self.number(object.name, after: "n") {
        nodes[number] = object.pos.flatMap { point($0) }
      } else if let number = Self.number(object.name, after: "cluster_"),
        let box = object.bb.flatMap({ Self.numbers($0) }), box.count == 4
      {
        clusters[number] = Box(
          left: box[0] - left, top: top - box[3], width: box[2] - box[0], height: box[3] - box[1])
      }
    }
    for edge in answer.edges ?? [] {
      guard let number = edge.id.flatMap({ Self.number($0, after: "e") }), let pos = edge.pos
      else { continue }
      var curve = Curve(points: [])
      for part in pos.split(separator: " ") {
        if part.hasPrefix("s,") {
          curve.start = point(part.dropFirst(2))
        } else if part.hasPrefix("e,") {
          curve.end = point(part.dropFirst(2))
        } else if let point = point(part) {
          curve.points.append(point)
        }
      }
      edges[number] = curve
    }
    (self.nodes, self.clusters, self.edges) = (nodes, clusters, edges)
  }

  private struct Answer: Decodable {
    struct Object: Decodable {
      let name: String
      let pos: String?
      let bb: String?
    }

    struct Edge: Decodable {
      let id: String?
      let pos: String?
    }

    let bb: String
    let objects: [Object]?
    let edges: [Edge]?
  }

  /// At least two numbers with commas between them; nil for anything else.
  private static func numbers(_ text: some StringProtocol) -> [Double]? {
    let numbers = text.split(separator: ",").compactMap { Double($0) }
    return numbers.count >= 2 ? numbers : nil
  }

  private static func number(_ name: String, after prefix: String) -> Int? {
    name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
  }
}
