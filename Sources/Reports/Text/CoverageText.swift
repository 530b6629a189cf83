internal import Findings
internal import Portfolio

/// The overview of coverage at the head of a check, for the terminal.
struct CoverageText {
  let style: TerminalStyle
  let language: Language

  /// Guidelines, themes and sub-strategies, each with its projects by phase.
  func overview(_ overview: CoverageOverview) -> [String] {
    CoveragePhases.sections(overview).map { section($0.heading, $0.rows) }
  }

  private func section(_ heading: BilingualText, _ rows: [CoverageOverview.Row]) -> String {
    var table = TextTable(
      [TextTable.Column(heading[language], shrinks: true)]
        + CoveragePhases.columns.map { TextTable.Column($0.heading[language], .right) })
    table.rows = rows.map { row in
      [row.name]
        + CoveragePhases.columns.map {
          let count = $0.projects(row).count
          return count == 0 ? "·" : String(count)
        }
    }
    let legend = CoveragePhases.legend(rows).map {
      style.paint(wrap($0[language], after: "  ", width: style.width), .quiet)
    }
    let lines = table.lines(style: style, indent: 2)
    return (lines + (legend.map { [$0] } ?? [])).joined(separator: "\n")
  }
}
