internal import Findings
internal import Markup
public import Portfolio

/// The network of projects as a drawing: a box for each department with its projects inside, and
/// lines between projects that are linked or should be. Graphviz says where, this says how.
///
/// Projects without a line are counted below the picture and not drawn.
public struct ProjectGraphSVG {
  private let graph: ProjectGraph
  private let language: Language
  private let wording: NetworkWording
  private let title: String
  private let lines: [Line]
  private let nodes: [Node]
  /// Departments in the order of their boxes. Projects without a department stand in none.
  private let departments: [Int]

  /// A line between two projects.
  private struct Line {
    let pair: ProjectPair
    /// From where it leads to where.
    let source: Int
    let target: Int
    let pointsForth: Bool
    let pointsBack: Bool
    let isMissing: Bool
  }

  private struct Node {
    let project: Int
    let text: [String]
    let width: Double
    let height: Double
  }

  /// - Parameter department: index of the department that the graph is about.
  public init(_ graph: ProjectGraph, department: Int? = nil, language: Language) {
    self.graph = graph
    self.language = language
    wording = NetworkWording(analysis: graph.analysis, language: language)
    lines = Self.lines(of: graph)
    let snapshot = graph.analysis.snapshot
    title = Self.title(graph.analysis, department, language)
    nodes = Set(lines.flatMap { [$0.source, $0.target] }).sorted().map { project in
      let text = wrapped(snapshot.projects[project].title, width: Self.charactersPerLine, lines: 3)
      let width = TextExtent.width(
        characters: text.map(\.count).max() ?? 0, fontSize: Self.fontSize)
      return Node(
        project: project, text: text, width: width + 20,
        height: Double(text.count) * Self.lineHeight + 14)
    }
    departments = Set(nodes.compactMap { snapshot.department(of: $0.project) }).sorted()
  }

  private static let fontSize = 13.0
  private static let lineHeight = 17.0
  private static let charactersPerLine = 26
  private static let margin = 16.0
  private static let titleHeight = 44.0
  /// With more projects than this, layers take graphviz too long.
  private static let mostLayered = 400

  private static func title(
    _ analysis: NetworkAnalysis, _ department: Int?, _ language: Language
  ) -> String {
    let wording = NetworkWording(analysis: analysis, language: language)
    guard let department else {
      return analysis.theme == nil
        ? BilingualText(de: "Netz der Projekte", en: "Network of projects")[language]
        : BilingualText(de: "Netz der Projekte: ", en: "Network of projects: ")[language]
          + (analysis.theme.map { analysis.snapshot.themes[$0].name } ?? wording.title)
    }
    return BilingualText(de: "Netz der Projekte: ", en: "Network of projects: ")[language]
      + analysis.snapshot.departments[department].name
  }

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
  public var request: GraphLayoutRequest? {
    guard !nodes.isEmpty else { return nil }
    let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.project, $0) })
    var source = [
      "digraph network {", "graph [rankdir=LR, nodesep=0.25, ranksep=0.9, overlap=prism];",
      "node [shape=box, fixedsize=true, label=\"\"];",
    ]
    for (number, department) in departments.enumerated() {
      let name = departmentLines(department)
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
      .filter { graph.analysis.snapshot.department(of: $0.element.project) == department }
      .map { "n\($0) [width=\(inches($1.width)), height=\(inches($1.height))];" }
  }

  /// Graphviz takes sizes in inches of 72 points.
  private func inches(_ points: Double) -> String {
    let thousandths = Int((points / 72 * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private func departmentLines(_ department: Int) -> [String] {
    let name = graph.analysis.snapshot.departments[department].name
    return wrapped(name, width: Self.charactersPerLine, lines: 3)
  }

  /// - Parameter layout: graphviz's answer to `request`.
  public func render(layout: GraphLayout?) -> String {
    let legend = self.legend
    let width = max(
      layout?.width ?? 0, TextExtent.width(characters: title.count, fontSize: 16), 420)
    let notes = wrap(
      notes, width: TextExtent.characters(width: width, fontSize: Self.fontSize))
    let drawn = layout?.height ?? 0
    let bottom = Self.titleHeight + drawn + 24
    let height =
      bottom + Self.lineHeight * Double(legend.count + notes.count) + 8 + Self.margin
    let (boundsWidth, boundsHeight) = ((width + 2 * Self.margin).rounded(.up), height.rounded(.up))
    let drawing = tag(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("role", "img"),
      Attribute("xml:lang", language.rawValue),
      Attribute("viewBox", "0 0 \(Int(boundsWidth)) \(Int(boundsHeight))"),
      Attribute("width", boundsWidth), Attribute("height", boundsHeight),
      Attribute("font-family", "sans-serif"), Attribute("font-size", Self.fontSize)
    ) {
      tag("title") { title }
      tag("desc") { ([notes.joined(separator: " ")] + lines.map(sentence)).joined(separator: " ") }
      PictureColor.standaloneStyle
      tag(
        "rect", PictureColor.classes(fill: .background), PictureColor.background.fill,
        Attribute("width", "100%"), Attribute("height", "100%"))
      drawnText(title, x: Self.margin, y: 26, weight: "bold", size: 16)
      tag("g", Attribute("transform", "translate(\(Int(Self.margin)) \(Int(Self.titleHeight)))")) {
        if let layout { picture(layout) }
      }
      tag("g", Attribute("transform", "translate(\(Int(Self.margin)) \(Int(bottom)))")) {
        legend.enumerated().map { entry($1, y: Self.lineHeight * Double($0)) }
        notes.enumerated().map { place, note in
          drawnText(
            note, x: 0, y: Self.lineHeight * Double(legend.count + place) + 10, color: .quietInk)
        }
      }
    }
    return drawing.source + "\n"
  }

  private func picture(_ layout: GraphLayout) -> Markup {
    let boxes = departments.indices.map { number in
      layout.clusters[number].map(box) ?? .empty
    }
    let curves = lines.enumerated().map { number, line in
      layout.edges[number].map { curve($0, line) } ?? .empty
    }
    let projects = nodes.enumerated().map { number, node in
      layout.nodes[number].map { self.node(node, at: $0) } ?? .empty
    }
    // Graphviz lets lines run through the names of boxes, so the names come last, each on a halo.
    let names = departments.indices.map { number in
      layout.clusters[number].map { name(of: departments[number], in: $0) } ?? .empty
    }
    return MarkupBuilder.buildArray(boxes + curves + projects + names)
  }

  private func box(_ box: GraphLayout.Box) -> Markup {
    tag(
      "rect", Attribute("x", box.left), Attribute("y", box.top), Attribute("width", box.width),
      Attribute("height", box.height), Attribute("rx", 8),
      PictureColor.classes(fill: .surface, stroke: .line), PictureColor.surface.fill,
      PictureColor.line.stroke)
  }

  private func name(of department: Int, in box: GraphLayout.Box) -> Markup {
    MarkupBuilder.buildArray(
      departmentLines(department).enumerated().map { place, line in
        tag(
          "text", Attribute("x", box.left + 12),
          Attribute("y", box.top + 20 + Self.lineHeight * Double(place)),
          Attribute("font-weight", "bold"),
          PictureColor.classes(fill: .quietInk, stroke: .surface), PictureColor.quietInk.fill,
          PictureColor.surface.stroke, Attribute("stroke-width", 4),
          Attribute("stroke-linejoin", "round"), Attribute("paint-order", "stroke")
        ) { line }
      })
  }

  private func node(_ node: Node, at center: GraphLayout.Point) -> Markup {
    let snapshot = graph.analysis.snapshot
    let isOver = !snapshot.isActive(node.project)
    let (left, top) = (center.x - node.width / 2, center.y - node.height / 2)
    return tag("g") {
      tag("title") {
        "\(snapshot.projects[node.project].title) – \(snapshot.ownerName(of: node.project)[language])"
      }
      tag(
        "rect", Attribute("x", left), Attribute("y", top), Attribute("width", node.width),
        Attribute("height", node.height), Attribute("rx", 4),
        PictureColor.classes(fill: .background, stroke: isOver ? .line : .accent),
        PictureColor.background.fill, (isOver ? PictureColor.line : .accent).stroke)
      node.text.enumerated().map { place, line in
        drawnText(
          line, x: center.x, y: top + 20 + Self.lineHeight * Double(place), anchor: "middle",
          color: isOver ? .quietInk : .ink)
      }
    }
  }

  private func curve(_ curve: GraphLayout.Curve, _ line: Line) -> Markup {
    guard let first = curve.points.first, let last = curve.points.last else { return .empty }
    let color: PictureColor = line.isMissing ? .warning : .accent
    let start = curve.start.map { "M\($0.text)L\(first.text)" } ?? "M\(first.text)"
    let rest = curve.points.dropFirst().map(\.text).joined(separator: " ")
    let end = curve.end.map { "L\($0.text)" } ?? ""
    return tag("g") {
      tag("title") { sentence(line) }
      tag(
        "path", Attribute("d", "\(start)C\(rest)\(end)"), Attribute("fill", "none"),
        PictureColor.classes(stroke: color), color.stroke, Attribute("stroke-width", 1.5),
        line.isMissing ? Attribute("stroke-dasharray", "5 4") : nil)
      if let end = curve.end { arrow(to: end, from: last, color) }
      if let start = curve.start { arrow(to: start, from: first, color) }
    }
  }

  /// The head of an arrow whose line comes from a point just before.
  private func arrow(
    to tip: GraphLayout.Point, from foot: GraphLayout.Point, _ color: PictureColor
  ) -> Markup {
    let (x, y) = ((tip.x - foot.x), (tip.y - foot.y))
    let length = max((x * x + y * y).squareRoot(), 0.001)
    let (along, across) = ((x / length * 10, y / length * 10), (-y / length * 4, x / length * 4))
    let corners = [
      tip, GraphLayout.Point(x: tip.x - along.0 + across.0, y: tip.y - along.1 + across.1),
      GraphLayout.Point(x: tip.x - along.0 - across.0, y: tip.y - along.1 - across.1),
    ]
    return tag(
      "polygon", Attribute("points", corners.map(\.text).joined(separator: " ")),
      PictureColor.classes(fill: color), color.fill)
  }

  private func sentence(_ line: Line) -> String {
    guard line.isMissing else { return wording.sentence(line.pair) }
    let snapshot = graph.analysis.snapshot
    let titles = Enumeration.of([line.source, line.target].map { snapshot.title(of: $0) })
    return BilingualText(
      de: "\(titles.german) sollten voneinander wissen, sind aber nicht verbunden.",
      en: "\(titles.english) should know of each other, but are not linked.")[language]
  }

  private struct LegendEntry {
    let isDashed: Bool
    let hasArrow: Bool
    let text: BilingualText
  }

  /// What the kinds of lines mean that occur.
  private var legend: [LegendEntry] {
    var entries: [LegendEntry] = []
    if lines.contains(where: \.pointsForth) {
      entries.append(
        LegendEntry(
          isDashed: false, hasArrow: true,
          text: BilingualText(
            de: "hängt ab von, nutzt als Grundlage, ist Teil von oder löst ab",
            en: "depends on, builds on, is part of or replaces")))
    }
    if lines.contains(where: { !$0.pointsForth && !$0.isMissing }) {
      entries.append(
        LegendEntry(
          isDashed: false, hasArrow: false,
          text: BilingualText(
            de: "stimmen sich ab oder teilen Daten", en: "coordinate or share data")))
    }
    if lines.contains(where: \.isMissing) {
      entries.append(
        LegendEntry(
          isDashed: true, hasArrow: false,
          text: BilingualText(
            de: "nicht verbunden, obwohl es naheliegt",
            en: "not linked, although it suggests itself")))
    }
    return entries
  }

  private func entry(_ entry: LegendEntry, y: Double) -> Markup {
    let color: PictureColor = entry.isDashed ? .warning : .accent
    return tag("g") {
      tag(
        "path", Attribute("d", "M0 \(Int(y))H36"), PictureColor.classes(stroke: color),
        color.stroke,
        Attribute("stroke-width", 1.5), entry.isDashed ? Attribute("stroke-dasharray", "5 4") : nil)
      if entry.hasArrow {
        arrow(to: GraphLayout.Point(x: 40, y: y), from: GraphLayout.Point(x: 30, y: y), color)
      }
      drawnText(entry.text[language], x: 48, y: y + 4, color: .quietInk)
    }
  }

  /// What the picture does not show.
  private var notes: String {
    let snapshot = graph.analysis.snapshot
    let drawn = Set(nodes.map(\.project))
    let rest = graph.projects.count { snapshot.isActive($0) && !drawn.contains($0) }
    let ended = nodes.contains { !snapshot.isActive($0.project) }
    let isHomeless = nodes.contains { snapshot.department(of: $0.project) == nil }
    let grey = BilingualText(de: "Grau: abgeschlossen.", en: "Grey: completed.")
    let homeless = BilingualText(
      de: "Außerhalb der Kästen: keiner Dienststelle zugeordnet.",
      en: "Outside of the boxes: no department is recorded.")
    let none = BilingualText(
      de: "Hier ist kein Projekt mit einem anderen verbunden.",
      en: "No project is linked to another one here.")
    let text =
      rest == 0
      ? BilingualText(de: "", en: "")
      : BilingualText(
        de: rest == 1
          ? "Nicht gezeichnet: ein weiteres aktives Projekt ohne Verbindung."
          : "Nicht gezeichnet: \(rest) weitere aktive Projekte ohne Verbindung.",
        en: rest == 1
          ? "Not drawn: one more active project without a link."
          : "Not drawn: \(rest) more active projects without a link.")
    return [
      lines.isEmpty ? none[language] : "", ended ? grey[language] : "",
      isHomeless ? homeless[language] : "", text[language],
    ].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

/// Lines of a label, cut off after a few.
private func wrapped(_ text: String, width: Int, lines limit: Int) -> [String] {
  var lines = wrap(text, width: width)
  if lines.count > limit {
    lines = Array(lines.prefix(limit))
    lines[limit - 1] = (lines[limit - 1] + "…").truncated(to: width + 1)
  }
  return lines
}

extension GraphLayout.Point {
  /// To a tenth of a point.
  fileprivate var text: String { "\(Self.tenths(x)),\(Self.tenths(y))" }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
