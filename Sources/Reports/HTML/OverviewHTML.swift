internal import Findings
internal import Markup
internal import Portfolio

/// Coverage of guidelines, themes and sub-strategies by phase, one table each.
struct OverviewHTML {
  let language: Language

  func render(_ overview: CoverageOverview) -> Markup {
    let tables = CoveragePhases.sections(overview).map { heading, rows in
      table(heading[language], rows) + legend(rows)
    }
    return MarkupBuilder.buildArray(tables) + note(untilWhen)
  }

  private func table(_ caption: String, _ rows: [CoverageOverview.Row]) -> Markup {
    wideTable(caption: caption, "overview") {
      tag("thead") {
        tag("tr") {
          columnHeading(BilingualText(de: "Name", en: "Name")[language])
          CoveragePhases.columns.map { columnHeading($0.heading[language], isNumber: true) }
          columnHeading(
            BilingualText(de: "läuft bis", en: "runs until")[language])
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

  private func legend(_ rows: [CoverageOverview.Row]) -> Markup {
    CoveragePhases.legend(rows).map(note) ?? .empty
  }

  private func note(_ text: BilingualText) -> Markup {
    tag("p", .class("quiet")) { text[language] }
  }

  private let untilWhen = BilingualText(
    de: "„Läuft bis“ nennt das Quartal, in dem das letzte laufende Projekt endet.",
    en: "“Runs until” names the quarter in which the last running project ends.")

  private func lastEnd(_ row: CoverageOverview.Row) -> String {
    switch row.lastRunningEnd {
    case .ends(let day): "\(Quarter(containing: day))"
    case .open: BilingualText(de: "offen", en: "open")[language]
    case .nothingRunning: "–"
    }
  }
}
