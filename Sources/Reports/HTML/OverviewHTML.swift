internal import Findings
internal import Markup
internal import Portfolio

/// Coverage of guidelines, themes and sub-strategies by phase, one table each.
struct OverviewHTML {
  let language: Language

  func render(_ overview: CoverageOverview) -> Markup {
    CoveragePhases.sections(overview).reduce(into: .empty) {
      $0.append(table($1.heading[language], $1.rows))
    }
  }

  private func table(_ caption: String, _ rows: [CoverageOverview.Row]) -> Markup {
    wideTable(caption: caption) {
      tag("thead") {
        tag("tr") {
          columnHeading(BilingualText(de: "Name", en: "Name")[language])
          CoveragePhases.columns.map { columnHeading($0.heading[language], isNumber: true) }
          columnHeading(
            BilingualText(de: "letztes laufendes endet", en: "last running ends")[language])
        }
      }
      tag("tbody") {
        rows.map { row in
          tag("tr") {
            rowHeading(row.name)
            CoveragePhases.columns.map { numberCell(String($0.projects(row).count)) }
            tag("td") { lastEnd(row) }
          }
        }
      }
    }
  }

  private func lastEnd(_ row: CoverageOverview.Row) -> String {
    switch row.lastRunningEnd {
    case .ends(let day): "\(Quarter(containing: day))"
    case .open: BilingualText(de: "offen", en: "open")[language]
    case .nothingRunning: "–"
    }
  }
}
