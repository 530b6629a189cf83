import ArgumentParser
import Findings
import Portfolio
import RegistryDatabase
import Reports

/// `dach trend`: how figures and findings have developed over the stored checks.
struct TrendCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, svg
  }

  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: text(
      de: "Zeigt die Entwicklung anhand der gespeicherten Prüfungen.",
      en: "Shows the development over the stored checks."),
    discussion: text(
      de: """
        Jede vollständige Prüfung der Datenbank (`dach check` ohne Ordner) wird gespeichert, von \
        einem Tag die letzte. Gezeigt werden die vier Funktionen, wie viele \
        Leitlinien Projekte haben, und die Befunde nach ihrer Art.

        Beispiele:
          dach trend --as-of 2026-12-31 --format json
          dach trend --format svg --output entwicklung.svg
        """,
      en: """
        Every complete check of the database (`dach check` without a folder) is stored, of a day \
        the last one. Shown are the four functions, how many guidelines have projects, and \
        the findings by kind.

        Examples:
          dach trend --as-of 2026-12-31 --format json
          dach trend --format svg --output trend.svg
        """))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var dayOption: DayOption

  @Option(
    help: help(
      de: "Ausgabeform: text, json oder svg.", en: "Form of the output: text, json or svg."))
  var format: Format = .text

  @OptionGroup var file: OutputFileOption
  @OptionGroup var output: LanguageOption

  func run() async throws {
    let connection = try await database.connect()
    let trend = try await Trend.stored(in: connection, upTo: dayOption.day)
    switch format {
    case .text:
      let report = TrendText(style: .forStandardOutput(), language: output.language)
      try file.write(report.render(trend))
    case .json: try file.write(TrendJSON.render(trend) + "\n")
    case .svg: try file.write(TrendSVG(trend, language: output.language).render())
    }
  }
}
