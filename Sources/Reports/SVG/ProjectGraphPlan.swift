internal import Findings
internal import Portfolio

/// What a drawing of the network of projects consists of, before anybody knows where it goes: boxes
/// of known size, the lines between them, and the question to graphviz.
struct ProjectGraphPlan {
  /// A line between two projects.
  struct Line {
    let pair: ProjectPair
    /// From where it leads to where.
    let source: Int
    let target: Int
    let pointsForth: Bool
    let pointsBack: Bool
    let isMissing: Bool
  }

  struct Node {
    let project: Int
    let text: [String]
    let width: Double
    let height: Double
  }

  let lines: [Line]
  let nodes: [Node]
  /// Departments in the order of their boxes. Projects without a department stand in none.
  let departments: [Int]
  private let snapshot: Snapshot

  init(_ graph: ProjectGraph) {
    let snapshot = graph.analysis.snapshot
    self.snapshot = snapshot
    lines = Self.lines(of: graph)
    nodes = Set(lines.flatMap { [$0.source, $0.target] }).sorted().map { project in
      let text = Self.label(snapshot.projects[project].title)
      let width = TextExtent.width(
        characters: text.map(\.count).max() ?? 0, fontSize: Self.fontSize)
      return Node(
        project: project, text: text, width: width + 20,
        height: Double(text.count) * Self.lineHeight + 14)
    }
    departments = Set(nodes.compactMap { snapshot.department(of: $0.project) }).sorted()
  }

  static let fontSize = 13.0
  static let lineHeight = 17.0
  private static let charactersPerLine = 26
  private static let linesPerLabel = 3
  /// With more projects than this, layers take graphviz too long.
  private static let mostLayered = 400

  /// One line for two projects, whatever they say about each other. Discontinued projects are gone.
  private static func lines(of graph: ProjectGraph) -> [Line] {
    let snapshot = graph.analysis.snapshot
    let links = graph.links.filter {
      snapshot.phase(of: $0.source).countsForCoverage
        && snapshot.phase(of: $0.target).countsForCoverage
    }
    let byPair = Dictionary(grouping: links) { ProjectPair($0.source, $0.target) }
    let linked = byPair.keys.sorted().map { pair -> Line in
      let links = byPair[pair] ?? []
      let directed = links.filter { !$0.kind.isSymmetric }
      let source = (directed.first ?? links[0]).source
      return Line(
        pair: pair, source: source, target: source == pair.first ? pair.second : pair.first,
        pointsForth: !directed.isEmpty, pointsBack: directed.contains { $0.source != source },
        isMissing: false)
    }
    return linked
      + graph.recommended.filter { byPair[$0] == nil }.map {
        Line(
          pair: $0, source: $0.first, target: $0.second, pointsForth: false, pointsBack: false,
          isMissing: true)
      }
  }

  /// What to ask graphviz; nil where there is nothing to draw.
  var request: GraphLayoutRequest? {
    guard !nodes.isEmpty else { return nil }
    let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.project, $0) })
    var source = [
      "digraph network {", "graph [rankdir=LR, nodesep=0.25, ranksep=0.9, overlap=prism];",
      "node [shape=box, fixedsize=true, label=\"\"];",
    ]
    for (number, department) in departments.enumerated() {
      let name = name(of: department)
      let width = TextExtent.boldWidth(
        characters: name.map(\.count).max() ?? 0, fontSize: Self.fontSize)
      let height = Double(name.count) * Self.lineHeight
      source.append(
        """
        subgraph cluster_\(number) { margin=12; labeljust=l; label=<<TABLE BORDER="0" \
        FIXEDSIZE="TRUE" WIDTH="\(Int(width))" HEIGHT="\(Int(height))"><TR><TD></TD></TR></TABLE>>;
        """)
      source += nodeStatements(of: department)
      source.append("}")
    }
    source += nodeStatements(of: nil)
    source += lines.enumerated().compactMap { number, line in
      guard let tail = places[line.source], let head = places[line.target] else { return nil }
      let direction =
        line.pointsForth ? line.pointsBack ? "both" : "forward" : "none"
      return "n\(tail) -> n\(head) [id=\"e\(number)\", dir=\(direction)];"
    }
    return GraphLayoutRequest(
      engine: nodes.count > Self.mostLayered ? .sfdp : .dot,
      source: (source + ["}"]).joined(separator: "\n") + "\n")
  }

  private func nodeStatements(of department: Int?) -> [String] {
    nodes.enumerated()
      .filter { snapshot.department(of: $0.element.project) == department }
      .map { "n\($0) [width=\(inches($1.width)), height=\(inches($1.height))];" }
  }

  /// Graphviz takes sizes in inches of 72 points.
  private func inches(_ points: Double) -> String {
    let thousandths = Int((points / 72 * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  /// A department's name as it stands in its box.
  func name(of department: Int) -> [String] { Self.label(snapshot.departments[department].name) }

  /// Lines of a label, cut off after a few.
  private static func label(_ text: String) -> [String] {
    let lines = wrap(text, width: charactersPerLine)
    guard lines.count > linesPerLabel else { return lines }
    let last = (lines[linesPerLabel - 1] + "…").truncated(to: charactersPerLine + 1)
    return lines.prefix(linesPerLabel - 1) + [last]
  }
}
