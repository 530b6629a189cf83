internal import Findings
internal import Markup
public import Portfolio

/// The network of projects as a drawing: a box for each department with its projects inside, and
/// lines between projects that are linked or should be. Graphviz says where, this says how.
///
/// Projects without a line are counted below the picture and not drawn.
public struct ProjectGraphSVG {
  let graph: ProjectGraph
  let language: Language
  let plan: ProjectGraphPlan
  private let wording: NetworkWording
  private let title: String

  /// - Parameter department: index of the department that the graph is about.
  public init(_ graph: ProjectGraph, department: Int? = nil, language: Language) {
    self.graph = graph
    self.language = language
    plan = ProjectGraphPlan(graph)
    wording = NetworkWording(analysis: graph.analysis, language: language)
    title = Self.title(graph.analysis, department, language)
  }

  private static let margin = 16.0
  private static let titleHeight = 44.0

  private static func title(
    _ analysis: NetworkAnalysis, _ department: Int?, _ language: Language
  ) -> String {
    let subject =
      department.map { analysis.snapshot.departments[$0].name }
      ?? analysis.theme.map { analysis.snapshot.themes[$0].name }
    let title = BilingualText(de: "Netz der Projekte", en: "Network of projects")[language]
    return subject.map { "\(title): \($0)" } ?? title
  }

  /// What to ask graphviz; nil where there is nothing to draw.
  public var request: GraphLayoutRequest? { plan.request }

  /// - Parameter layout: graphviz's answer to `request`.
  public func render(layout: GraphLayout?) -> String {
    let legend = self.legend
    let width = max(
      layout?.width ?? 0, TextExtent.width(characters: title.count, fontSize: 16), 420)
    let notes = wrap(
      notes, width: TextExtent.characters(width: width, fontSize: ProjectGraphPlan.fontSize))
    let drawn = layout?.height ?? 0
    let bottom = Self.titleHeight + drawn + 24
    let height =
      bottom + ProjectGraphPlan.lineHeight * Double(legend.count + notes.count) + 8 + Self.margin
    let (boundsWidth, boundsHeight) = ((width + 2 * Self.margin).rounded(.up), height.rounded(.up))
    let drawing = tag(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("role", "img"),
      Attribute("xml:lang", language.rawValue),
      Attribute("viewBox", "0 0 \(Int(boundsWidth)) \(Int(boundsHeight))"),
      Attribute("width", boundsWidth), Attribute("height", boundsHeight),
      Attribute("font-family", "sans-serif"), Attribute("font-size", ProjectGraphPlan.fontSize)
    ) {
      tag("title") { title }
      tag("desc") {
        ([notes.joined(separator: " ")] + plan.lines.map(sentence)).joined(separator: " ")
      }
      PictureColor.standaloneStyle
      tag(
        "rect", PictureColor.classes(fill: .background), PictureColor.background.fill,
        Attribute("width", "100%"), Attribute("height", "100%"))
      drawnText(title, x: Self.margin, y: 26, weight: "bold", size: 16)
      tag("g", Attribute("transform", "translate(\(Int(Self.margin)) \(Int(Self.titleHeight)))")) {
        if let layout { picture(layout) }
      }
      tag("g", Attribute("transform", "translate(\(Int(Self.margin)) \(Int(bottom)))")) {
        legend.enumerated().map { entry($1, y: ProjectGraphPlan.lineHeight * Double($0)) }
        notes.enumerated().map { place, note in
          drawnText(
            note, x: 0, y: ProjectGraphPlan.lineHeight * Double(legend.count + place) + 10,
            color: .quietInk)
        }
      }
    }
    return drawing.source + "\n"
  }

  private func picture(_ layout: GraphLayout) -> Markup {
    let boxes = plan.departments.indices.map { number in
      layout.clusters[number].map(box) ?? .empty
    }
    let curves = plan.lines.enumerated().map { number, line in
      layout.edges[number].map { curve($0, line) } ?? .empty
    }
    let projects = plan.nodes.enumerated().map { number, node in
      layout.nodes[number].map { self.node(node, at: $0) } ?? .empty
    }
    // Graphviz lets lines run through the names of boxes, so the names come last, each on a halo.
    let names = plan.departments.indices.map { number in
      layout.clusters[number].map { name(of: plan.departments[number], in: $0) } ?? .empty
    }
    return MarkupBuilder.buildArray(boxes + curves + projects + names)
  }

  func sentence(_ line: ProjectGraphPlan.Line) -> String {
    guard line.isMissing else { return wording.sentence(line.pair) }
    let snapshot = graph.analysis.snapshot
    let titles = Enumeration.of([line.source, line.target].map { snapshot.title(of: $0) })
    return BilingualText(
      de: "\(titles.german) sollten voneinander wissen, sind aber nicht verbunden.",
      en: "\(titles.english) should know of each other, but are not linked.")[language]
  }
}
