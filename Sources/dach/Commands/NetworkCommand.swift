import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach network`: who should talk to whom.
struct NetworkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: text(
      de: "Zeigt, welche Projekte verschiedener Dienststellen zusammengehören.",
      en: "Shows which projects of different departments belong together."),
    discussion: text(
      de: """
        Verglichen werden alle Paare, die weder verknüpft noch entschieden sind. Die Spalten einer \
        Liste sind dieselben wie bei dach match.

        Beispiele:
          dach network --pairs
          dach network registry --pairs --limit 30
          dach network --input projekte.csv --format csv > paare.csv
        """,
      en: """
        Compared are all pairs that are neither linked nor decided. The columns of a list are the \
        same as for dach match.

        Examples:
          dach network --pairs
          dach network registry --pairs --limit 30
          dach network --input projects.csv --format csv > pairs.csv
        """))

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var pairOptions: NetworkPairOptions

  @Option(
    help: help(
      de: "Ausgabeform: text, json oder csv (left,right,score, das Wahrscheinlichste zuerst).",
      en: "Form of the output: text, json or csv (left,right,score, the likeliest first)."))
  var format: NetworkPairOptions.Format = .text

  @OptionGroup var output: LanguageOption

  func run() async throws {
    try await runPairs(pairOptions, format: format, language: output.language)
  }
}
