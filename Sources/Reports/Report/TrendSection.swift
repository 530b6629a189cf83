internal import Findings
internal import Markup
internal import Portfolio

/// How the figures have developed, from the checks that were stored.
struct TrendSection: ReportSection {
  let trend: Trend
  let language: Language

  let id = "trend"
  let title = BilingualText(de: "Entwicklung", en: "Trend")
  let startsPage = false

  /// One figure over time.
  private struct Series {
    let name: BilingualText
    let values: [Double?]
    /// Of a share; counts have none.
    let top: Double?
  }

  func body() -> Markup {
    guard trend.points.count > 1 else {
      return tag("p") {
        prose(
          BilingualText(
            de: """
              Für einen Vergleich braucht es gespeicherte Prüfungen von mindestens zwei Tagen; \
              bisher gibt es \(trend.points.count). `dach check` speichert jede vollständige Prüfung \
              der Datenbank.
              """,
            en: """
              A comparison needs stored checks of at least two days; so far there are \
              \(trend.points.count). \
              `dach check` stores every complete check of the database.
              """)[language])
      }
    }
    return table
  }

  private var table: Markup {
    let caption = BilingualText(
      de: "Die Kennzahlen im Verlauf", en: "The figures over time")
    return wideTable(caption: caption[language]) {
      tag("thead") {
        tag("tr") {
          columnHeading(BilingualText(de: "Kennzahl", en: "Figure")[language])
          columnHeading(BilingualText(de: "Verlauf", en: "Course")[language])
          shownPoints.map { point in
            columnHeading(DayText(language).text(point.day), isNumber: true)
          }
        }
      }
      tag("tbody") { series.map(row) }
    }
  }

  private func row(_ series: Series) -> Markup {
    let curve = zip(trend.points, series.values).compactMap { point, value in
      value.map { (day: Int(point.day.daysSinceEpoch), value: $0) }
    }
    return tag("tr") {
      rowHeading(series.name[language])
      tag("td") { Sparkline(points: curve, top: series.top).render() }
      series.values.suffix(shownPoints.count).map { value in
        numberCell(value.map { series.top == nil ? String(Int($0)) : percentage($0) } ?? "–")
      }
    }
  }

  /// The curve shows every check, the table the latest ones.
  private var shownPoints: ArraySlice<Trend.Point> { trend.points.suffix(6) }

  private var series: [Series] {
    let functions = FunctionFigure.Function.allCases.map { function in
      Series(name: function.name, values: trend.points.map { $0.figure(function) }, top: 1)
    }
    let severities = Severity.allCases.map { severity in
      Series(
        name: BilingualText(
          de: severity.plural.german, en: severity.plural.english.capitalizedFirst),
        values: trend.points.map { Double($0.findings[severity] ?? 0) }, top: nil)
    }
    return functions + severities
  }
}
