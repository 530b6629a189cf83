/// The colours of reports, pages and drawings. Paper gets the light ones.
struct Palette: Sendable {
  let background: Color
  /// Behind boxes and heads of tables.
  let surface: Color
  let ink: Color
  /// For what is said beside the point.
  let quietInk: Color
  let line: Color
  let link: Color
  let error: Color
  let warning: Color
  let note: Color
  /// Filled part of a bar; curves and connections.
  let accent: Color
  /// The heat map's steps from the lightest load to the heaviest, each with the ink on it.
  let heat: [Shade]

  struct Shade: Sendable {
    let background: Color
    let ink: Color
  }

  /// The shade of a heat map's step.
  func shade(_ step: Int) -> Shade { heat[step - HeatScale.steps.lowerBound] }

  static let light = Palette(
    background: Color(0xffffff), surface: Color(0xf1f4f8), ink: Color(0x1a1d21),
    quietInk: Color(0x50565e), line: Color(0x868d96), link: Color(0x0b4f9e),
    error: Color(0x9b1c1c), warning: Color(0x7a4700), note: Color(0x1d4f7c),
    accent: Color(0x1f6bb0),
    heat: [
      Shade(background: Color(0xdce9f6), ink: Color(0x1a1d21)),
      Shade(background: Color(0xa9cde6), ink: Color(0x1a1d21)),
      Shade(background: Color(0x6aaed6), ink: Color(0x1a1d21)),
      Shade(background: Color(0x1f6bb0), ink: Color(0xffffff)),
      Shade(background: Color(0x08306b), ink: Color(0xffffff)),
    ])

  static let dark = Palette(
    background: Color(0x14171b), surface: Color(0x1f252c), ink: Color(0xececec),
    quietInk: Color(0xb7bcc3), line: Color(0x7c838c), link: Color(0x8ec1ff),
    error: Color(0xff9c94), warning: Color(0xf2c36b), note: Color(0x9ccbf5),
    accent: Color(0x6db0ee),
    heat: [
      Shade(background: Color(0x1c3550), ink: Color(0xffffff)),
      Shade(background: Color(0x1f5183), ink: Color(0xffffff)),
      Shade(background: Color(0x2668a6), ink: Color(0xffffff)),
      Shade(background: Color(0x8fc0ea), ink: Color(0x14171b)),
      Shade(background: Color(0xd6e9fa), ink: Color(0x14171b)),
    ])

  /// The colours under the names that style sheets use.
  var named: [(name: String, color: Color)] {
    let heat = heat.enumerated().flatMap { index, shade in
      [("heat-\(index + 1)", shade.background), ("heat-ink-\(index + 1)", shade.ink)]
    }
    return [
      ("background", background), ("surface", surface), ("ink", ink), ("quiet-ink", quietInk),
      ("line", line), ("link", link), ("error", error), ("warning", warning), ("note", note),
      ("accent", accent),
    ] + heat
  }
}
