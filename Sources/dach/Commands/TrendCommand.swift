import ArgumentParser
import Findings
import Portfolio
import RegistryDatabase
import Reports

/// `dach trend`: how figures and findings have developed over the stored checks.
struct TrendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: text(
      de: "Zeigt die Entwicklung anhand der gespeicherten Prüfungen.",
      en: "Shows the development over the stored checks."),
    discussion: text(
      de: """
        Jede vollständige Prüfung der Datenbank (`dach check` ohne Ordner) wird gespeichert, von \
        einem Tag die letzte.

        Beispiel: dach trend --as-of 2026-12-31 --format json
        """,
      en: """
        Every complete check of the database (`dach check` without a folder) is stored, of a day \
        the last one.

        Example: dach trend --as-of 2026-12-31 --format json
        """))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var dayOption: DayOption
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let connection = try await database.connect()
    let trend = try await Trend.stored(in: connection, upTo: dayOption.day)
    switch output.format {
    case .text:
      let report = TrendText(style: .forStandardOutput(), language: output.language)
      print(report.render(trend), terminator: "")
    case .json: print(try TrendJSON.render(trend))
    }
  }
}
