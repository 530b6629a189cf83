public import Findings
public import Portfolio

/// `dach forecast`: how many projects run for each guideline, quarter by quarter.
public struct CoverageForecastText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ forecast: CoverageForecast) -> String {
    guard !forecast.rows.isEmpty else {
      return BilingualText(
        de: "Die Strategie nennt keine Leitlinien.", en: "The strategy names no guidelines.")[
          language] + "\n"
    }
    var table = TextTable(
      [.init(BilingualText(de: "Leitlinie", en: "Guideline")[language], shrinks: true)]
        + forecast.quarters.map { .init($0.description, .right) }
        + [.init(BilingualText(de: "Lücke ab", en: "gap from")[language], .right)])
    table.rows = forecast.rows.map { row in
      [row.name] + row.running.map { $0.isEmpty ? "·" : String($0.count) }
        + [row.firstGap(in: forecast.quarters)?.description ?? "–"]
    }
    return table.lines(style: style).joined(separator: "\n") + "\n\n"
      + wrap(Self.legend[language], width: style.width)
      .map { style.paint($0, .quiet) }.joined(separator: "\n") + "\n"
  }

  private static let legend = BilingualText(
    de: """
      Projekte, die am letzten Tag des Quartals laufen, wenn nichts hinzukommt: laufende bis zu \
      ihrem Ende, geplante von ihrem Beginn an. Ohne Ende laufen sie weiter.
      """,
    en: """
      Projects that run on the quarter's last day if nothing is added: running ones until their \
      end, planned ones from their start on. Those without an end go on.
      """)
}
