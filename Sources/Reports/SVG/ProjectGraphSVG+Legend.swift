internal import Findings
internal import Markup
internal import Portfolio

/// What is said below the drawing.
extension ProjectGraphSVG {
  struct LegendEntry {
    let isDashed: Bool
    let hasArrow: Bool
    let text: BilingualText
  }

  /// What the kinds of lines mean that occur.
  var legend: [LegendEntry] {
    var entries: [LegendEntry] = []
    if plan.lines.contains(where: \.pointsForth) {
      entries.append(
        LegendEntry(
          isDashed: false, hasArrow: true,
          text: BilingualText(
            de: "hängt ab von, nutzt als Grundlage, ist Teil von oder löst ab",
            en: "depends on, builds on, is part of or replaces")))
    }
    if plan.lines.contains(where: { !$0.pointsForth && !$0.isMissing }) {
      entries.append(
        LegendEntry(
          isDashed: false, hasArrow: false,
          text: BilingualText(
            de: "stimmen sich ab oder teilen Daten", en: "coordinate or share data")))
    }
    if plan.lines.contains(where: \.isMissing) {
      entries.append(
        LegendEntry(
          isDashed: true, hasArrow: false,
          text: BilingualText(
            de: "nicht verbunden, obwohl es naheliegt",
            en: "not linked, although it suggests itself")))
    }
    return entries
  }

  func entry(_ entry: LegendEntry, y: Double) -> Markup {
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
  var notes: String {
    let snapshot = graph.analysis.snapshot
    let drawn = Set(plan.nodes.map(\.project))
    let rest = graph.projects.count { snapshot.isActive($0) && !drawn.contains($0) }
    let ended = plan.nodes.contains { !snapshot.isActive($0.project) }
    let isHomeless = plan.nodes.contains { snapshot.department(of: $0.project) == nil }
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
      plan.lines.isEmpty ? none[language] : "", ended ? grey[language] : "",
      isHomeless ? homeless[language] : "", text[language],
    ].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
