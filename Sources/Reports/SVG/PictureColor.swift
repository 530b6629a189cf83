internal import Markup

/// A colour of a drawing by its role. Drawings carry the light colours as attributes, which every
/// program understands; a style sheet may put the dark ones, or a page's own, over them.
enum PictureColor: Sendable, Hashable {
  case background, surface, ink, quietInk, line, accent, warning
  /// The background and the ink of a heat map's step.
  case heat(Int)
  case heatInk(Int)

  /// As `Palette.named` has it.
  private var name: String {
    switch self {
    case .background: "background"
    case .surface: "surface"
    case .ink: "ink"
    case .quietInk: "quiet-ink"
    case .line: "line"
    case .accent: "accent"
    case .warning: "warning"
    case .heat(let step): "heat-\(step)"
    case .heatInk(let step): "heat-ink-\(step)"
    }
  }

  private var lightHex: String? {
    Palette.light.named.first { $0.name == name }?.color.hex
  }

  var fill: Attribute? { lightHex.map { Attribute("fill", $0) } }

  var stroke: Attribute? { lightHex.map { Attribute("stroke", $0) } }

  /// The classes by which a style sheet finds a shape.
  static func classes(fill: PictureColor? = nil, stroke: PictureColor? = nil) -> Attribute {
    let names = [fill.map { "fill-\($0.name)" }, stroke.map { "stroke-\($0.name)" }]
    return .class(names.compactMap { $0 }.joined(separator: " "))
  }

  /// The rules for a page that has the colours as custom properties.
  static var pageRules: String {
    Palette.light.named.map { name, _ in
      ".fill-\(name){fill:var(--\(name))}.stroke-\(name){stroke:var(--\(name))}"
    }.joined(separator: "\n")
  }

  /// The style sheet of a drawing that stands alone: dark where the reader's screen is.
  static var standaloneStyle: Markup {
    let rules = Palette.dark.named.map { name, color in
      ".fill-\(name){fill:\(color.hex)}.stroke-\(name){stroke:\(color.hex)}"
    }
    return Markup.styleSheet(
      "@media screen and (prefers-color-scheme:dark){\n\(rules.joined(separator: "\n"))\n}")
  }
}

/// A line of text in a drawing.
func drawnText(
  _ text: String, x: Double, y: Double, anchor: String = "start", weight: String? = nil,
  size: Double? = nil, color: PictureColor = .ink
) -> Markup {
  tag(
    "text", Attribute("x", x), Attribute("y", y),
    anchor == "start" ? nil : Attribute("text-anchor", anchor),
    weight.map { Attribute("font-weight", $0) }, size.map { Attribute("font-size", $0) },
    PictureColor.classes(fill: color), color.fill
  ) { text }
}
