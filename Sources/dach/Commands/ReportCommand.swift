import ArgumentParser
import Findings
import Portfolio
import RegistryDatabase
import Reports

/// `dach report --output FILE.html`: the report for the council.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: text(
      de: "Schreibt den Bericht zum Stand der digitalen Projekte.",
      en: "Writes the report on the state of the digital projects."),
    discussion: text(
      de: """
        Der Bericht ist eine einzige HTML-Datei, die nichts nachlädt: zum Lesen am Bildschirm, zum \
        Drucken und zum Ablegen als PDF. Er enthält die vier Funktionen, die Abdeckung, die Befunde \
        nach Dienststellen, die Roadmap, die Bürgerbeteiligung, die Vernetzung, die Entwicklung und \
        die Rechenwege.

        Beispiele:
          dach report --output bericht.html
          dach report registry --output bericht.html
          dach report --lang en --output report.html
        """,
      en: """
        The report is a single HTML file that loads nothing: to be read on a screen, printed, and \
        kept as PDF. It holds the four functions, coverage, the findings by department, the roadmap, \
        citizens' participation, networking, the trend, and how each figure is computed.

        Examples:
          dach report --output report.html
          dach report registry --output report.html
          dach report --lang de --output bericht.html
        """))

  @OptionGroup var registry: RegistryOptions

  @OptionGroup var file: OutputFileOption

  @OptionGroup var output: LanguageOption

  func run() async throws {
    let language = output.language
    let loaded = try await registry.load(language: language)
    let snapshot = try await loaded.snapshot(asOf: registry.day)
    var result = Check().run(snapshot)
    try await loaded.date(&result, storing: false)
    let report = PortfolioReport(
      snapshot, result: result, trend: try await trend(of: loaded), language: language)
    try file.write(report.render())
  }

  /// What the stored checks say; of a folder nothing is remembered, and stored checks count what
  /// some users may not see.
  private func trend(of loaded: LoadedRegistry) async throws -> Trend {
    guard case .database(let database) = loaded.origin,
      try await database.run({ try SessionRights($0).seesEverything })
    else { return Trend(points: []) }
    return try await Trend.stored(in: database, upTo: registry.day)
  }
}
