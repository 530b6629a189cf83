internal import Findings
internal import Markup
internal import Portfolio

/// Who contributes to what: by phase, by department, against what is expected, and until when.
struct CoverageSection: ReportSection {
  let material: ReportMaterial

  let id = "coverage"
  let title = BilingualText(de: "Abdeckung", en: "Coverage")

  private var language: Language { material.language }

  func body() -> Markup {
    let table = CoverageTable.make(
      material.snapshot, rows: .departments, columns: .guidelines, measure: .projects)
    return MarkupBuilder.buildArray([
      OverviewHTML(language: language).render(material.overview),
      heading(
        "coverage-departments",
        BilingualText(de: "Welche Dienststelle trägt wozu bei", en: "Who contributes to what")),
      HeatMapHTML(table, language: language).render(), expectations, forecast,
    ])
  }

  private let expectationsCaption = BilingualText(
    de: "Wer nach der Strategie beitragen soll, und was daraus geworden ist",
    en: "Who is to contribute by the strategy, and what has come of it")

  private let forecastCaption = BilingualText(
    de: "Laufende Projekte am Ende jedes Quartals",
    en: "Projects running at the end of each quarter")

  private func heading(_ id: String, _ text: BilingualText) -> Markup {
    tag("h3", .id(id)) { text[language] }
  }

  private var expectations: Markup {
    let entries = ExpectedCoverage.make(material.snapshot).entries
    let text = BilingualText(de: "Erwartete Beiträge", en: "Expected contributions")
    guard !entries.isEmpty else {
      return heading("expected", text)
        + tag("p") {
          BilingualText(
            de: """
              Die Strategie nennt für keine Leitlinie und keinen Themenkomplex, wer beitragen soll. \
              Erwartet wird deshalb ein Beitrag der Stadt insgesamt.
              """,
            en: """
              The strategy does not say for any guideline or theme who is to contribute. A \
              contribution is therefore expected of the city as a whole.
              """)[language]
        }
    }
    return heading("expected", text)
      + wideTable(caption: expectationsCaption[language]) {
        tag("thead") {
          tag("tr") {
            columnHeading(BilingualText(de: "Wozu", en: "To what")[language])
            columnHeading(BilingualText(de: "Wer", en: "Who")[language])
            columnHeading(BilingualText(de: "erwartet", en: "expected")[language], isNumber: true)
            columnHeading(BilingualText(de: "gemeldet", en: "declared")[language], isNumber: true)
            columnHeading(BilingualText(de: "geprüft", en: "reviewed")[language], isNumber: true)
            columnHeading(BilingualText(de: "Ergebnis", en: "Result")[language])
          }
        }
        tag("tbody") { entries.map(row) }
      }
  }

  private func row(_ entry: ExpectedCoverage.Entry) -> Markup {
    tag("tr") {
      rowHeading(entry.placeName)
      tag("td") { entry.contributorName }
      numberCell(entry.obligation == .must ? String(entry.minimum) : "–")
      numberCell(String(entry.declared.count))
      numberCell(String(entry.reviewed.count))
      tag("td", entry.state == .missing ? .class("error severity") : nil) {
        ExpectationWording(language: language).result(entry)
      }
    }
  }

  /// How many projects run at the end of each quarter, so that the end of coverage is seen coming.
  private var forecast: Markup {
    let forecast = CoverageForecast.make(material.snapshot)
    guard !forecast.rows.isEmpty else { return .empty }
    let largest = forecast.rows.flatMap(\.running).map(\.count).max() ?? 0
    let scale = HeatScale(largest: largest)
    let text = BilingualText(de: "Wie lange die Abdeckung reicht", en: "How long coverage lasts")
    return heading("forecast", text)
      + tag("figure") {
        wideTable(caption: forecastCaption[language], "heat") {
          tag("thead") {
            tag("tr") {
              columnHeading(CoverageDimension.guidelines.name[language])
              forecast.quarters.map { columnHeading("\($0)") }
            }
          }
          tag("tbody") {
            forecast.rows.map { row in
              tag("tr") {
                rowHeading(row.name)
                row.running.map { projects in
                  let step = scale.step(of: Int64(projects.count))
                  return tag("td", step.map { .class("heat-\($0)") } ?? .class("missing")) {
                    String(projects.count)
                  }
                }
              }
            }
          }
        }
        tag("figcaption") {
          BilingualText(
            de: """
              Zahl der Projekte, die am letzten Tag des Quartals laufen: laufende bis zu ihrem Ende \
              und geplante ab ihrem Beginn. Ohne eingetragenes Ende läuft ein Projekt weiter.
              """,
            en: """
              Number of projects that run on the quarter's last day: running ones until their end, \
              planned ones from their start. Without a registered end a project goes on.
              """)[language]
        }
      }
  }
}
