internal import Findings
internal import Portfolio

/// The overview of coverage at the head of a check, for the terminal.
struct CoverageText {
  let style: TerminalStyle
  let language: Language

  /// Guidelines, themes and sub-strategies, each with its projects by phase.
  func overview(_ overview: CoverageOverview) -> [String] {
    [
      section(
        BilingualText(de: "Leitlinien", en: "Guidelines"), overview.guidelines,
        legend: legend(overview)),
      section(BilingualText(de: "Themenkomplexe", en: "Themes"), overview.themes),
      section(BilingualText(de: "Teilstrategien", en: "Sub-strategies"), overview.strategies),
    ].compactMap { $0 }
  }

  /// Why a number here can be smaller than that of the projects, where it is.
  private func legend(_ overview: CoverageOverview) -> String? {
    guard overview.guidelines.contains(where: { !$0.merged.isEmpty }) else { return nil }
    let text = BilingualText(
      de: "Ein Beitrag aus mehreren verbundenen Projekten zählt hier einmal.",
      en: "A contribution of several connected projects counts once here.")
    return style.paint(wrap(text[language], after: "  ", width: style.width), .quiet)
  }

  private func section(
    _ heading: BilingualText, _ rows: [CoverageOverview.Row], legend: String? = nil
  ) -> String? {
    guard !rows.isEmpty else { return nil }
    var table = TextTable(
      [TextTable.Column(heading[language], shrinks: true)]
        + Self.phaseColumns.map { TextTable.Column($0[language], .right) })
    table.rows = rows.map { row in
      let counts = row.declared
      return [row.name]
        + [
          counts.all.count, counts.idea.count, counts.planned.count, counts.running.count,
          counts.completed.count, counts.unknown.count, row.reviewed.all.count,
        ].map { $0 == 0 ? "·" : String($0) }
    }
    let lines = table.lines(style: style, indent: 2)
    return (lines + (legend.map { [$0] } ?? [])).joined(separator: "\n")
  }

  private static let phaseColumns = [
    BilingualText(de: "gemeldet", en: "declared"), BilingualText(de: "Idee", en: "idea"),
    BilingualText(de: "geplant", en: "planned"), BilingualText(de: "läuft", en: "running"),
    BilingualText(de: "fertig", en: "done"), BilingualText(de: "unklar", en: "unknown"),
    BilingualText(de: "geprüft", en: "reviewed"),
  ]
}
