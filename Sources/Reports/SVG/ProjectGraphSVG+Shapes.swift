internal import Findings
internal import Markup
internal import Portfolio

/// The shapes of the drawing, in the order in which they lie on one another.
extension ProjectGraphSVG {
  func box(_ box: GraphLayout.Box) -> Markup {
    tag(
      "rect", Attribute("x", box.left), Attribute("y", box.top), Attribute("width", box.width),
      Attribute("height", box.height), Attribute("rx", 8),
      PictureColor.classes(fill: .surface, stroke: .line), PictureColor.surface.fill,
      PictureColor.line.stroke)
  }

  func name(of department: Int, in box: GraphLayout.Box) -> Markup {
    MarkupBuilder.buildArray(
      plan.name(of: department).enumerated().map { place, line in
        tag(
          "text", Attribute("x", box.left + 12),
          Attribute("y", box.top + 20 + ProjectGraphPlan.lineHeight * Double(place)),
          Attribute("font-weight", "bold"),
          PictureColor.classes(fill: .quietInk, stroke: .surface), PictureColor.quietInk.fill,
          PictureColor.surface.stroke, Attribute("stroke-width", 4),
          Attribute("stroke-linejoin", "round"), Attribute("paint-order", "stroke")
        ) { line }
      })
  }

  func node(_ node: ProjectGraphPlan.Node, at center: GraphLayout.Point) -> Markup {
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
          line, x: center.x, y: top + 20 + ProjectGraphPlan.lineHeight * Double(place),
          anchor: "middle",
          color: isOver ? .quietInk : .ink)
      }
    }
  }

  func curve(_ curve: GraphLayout.Curve, _ line: ProjectGraphPlan.Line) -> Markup {
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
  func arrow(
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
