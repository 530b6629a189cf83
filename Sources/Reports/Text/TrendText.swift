public import Findings
public import Portfolio

/// `dach trend`: each figure as a curve, and one line for each stored check, for the terminal.
public struct TrendText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ trend: Trend) -> String {
    guard !trend.points.isEmpty else {
      return BilingualText(
        de: "Noch keine Prüfung gespeichert. `dach check` ohne Ordner speichert eine.",
        en: "No check has been stored yet. `dach check` without a folder stores one.")[language]
        + "\n"
    }
    let functions = FunctionFigure.Function.allCases
    var table = TextTable(
      [
        .init(BilingualText(de: "Prüfung", en: "Check")[language], .right),
        .init(BilingualText(de: "Tag", en: "Day")[language]),
      ]
        + functions.map { .init($0.name[language], .right) }
        + [
          BilingualText(de: "Befunde", en: "Findings"), BilingualText(de: "neu", en: "new"),
          BilingualText(de: "erledigt", en: "closed"), BilingualText(de: "Lücken", en: "gaps"),
          BilingualText(de: "Alter (Tage)", en: "age (days)"),
        ].map { .init($0[language], .right) })
    table.rows = trend.points.map { point in
      [String(point.number), DayText(language).text(point.day)]
        + functions.map { point.figure($0).map(percentage) ?? "–" }
        + [
          String(point.total), String(point.appeared), String(point.closed),
          String(point.byCategory[.gap] ?? 0), point.medianAgeOfGaps.map { String($0) } ?? "–",
        ]
    }
    return (curves(trend) + table.lines(style: style)).joined(separator: "\n") + "\n\n"
      + style.paint(Self.legend[language], .quiet) + "\n"
  }

  /// One line for each figure: its course, and the first and the last value.
  private func curves(_ trend: Trend) -> [String] {
    guard trend.points.count > 1 else { return [] }
    var table = TextTable([
      .init(BilingualText(de: "Kennzahl", en: "Figure")[language]),
      .init(BilingualText(de: "Verlauf", en: "Course")[language]),
      .init(BilingualText(de: "zuerst", en: "first")[language], .right),
      .init(BilingualText(de: "zuletzt", en: "last")[language], .right),
    ])
    table.rows = trend.series.map { series in
      [
        series.name[language], SparkText.curve(series.values.suffix(40), top: series.top),
        series.first.map(series.text) ?? "–", series.last.map(series.text) ?? "–",
      ]
    }
    return table.lines(style: style) + [""]
  }

  private static let legend = BilingualText(
    de: "Neu und erledigt gegenüber der Prüfung davor; Alter: Median der offenen Lücken.",
    en: "New and closed against the check before; age: median of the open gaps.")
}
