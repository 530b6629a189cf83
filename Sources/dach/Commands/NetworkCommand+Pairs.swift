import ArgumentParser
import Findings
import Foundation
import Portfolio
import RegistryFiles
import Reports

/// Which pairs `dach network` ranks, and how many it shows.
struct NetworkPairOptions: ParsableArguments {
  @Flag(
    name: .customLong("pairs"),
    help: help(
      de: "Die Paare von Projekten nach der Wahrscheinlichkeit ordnen, dass sie zusammengehören.",
      en: "Rank the pairs of projects by the probability that they belong together."))
  var ofRegistry = false

  @Option(
    help: help(
      de: "Die Projekte dieser CSV-Liste statt des Registers vergleichen.",
      en: "Compare the projects of this CSV list instead of the registry's."),
    completion: .file())
  var input: String?

  @Option(
    help: help(
      de: "Kleinste Wahrscheinlichkeit eines Paars, 0 bis 1.",
      en: "Least probability of a pair, 0 to 1."))
  var threshold = 0.0

  @Option(
    help: help(
      de: "Wie viele Paare text und json zeigen; 0 zeigt alle.",
      en: "How many pairs text and json show; 0 shows all."))
  var limit = 20

  /// Whether pairs are asked for at all.
  var areWanted: Bool { ofRegistry || input != nil }

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError(
        text(
          de: "--threshold: erwartet wird eine Zahl von 0 bis 1.",
          en: "--threshold: expected is a number from 0 to 1."))
    }
    guard limit >= 0 else {
      throw ValidationError(
        text(
          de: "--limit: erwartet wird 0 oder mehr.", en: "--limit: expected is 0 or more."))
    }
  }
}

extension NetworkCommand {
  /// What goes with pairs, and what does not.
  func validatePairs() throws {
    guard pairs.areWanted else {
      guard format != .csv else {
        throw ValidationError(
          text(
            de: "--format csv gehört zu --pairs oder --input.",
            en: "--format csv goes with --pairs or --input."))
      }
      return
    }
    guard [.text, .json, .csv].contains(format) else {
      throw ValidationError(
        text(
          de: "Paare gibt es als text, json oder csv.", en: "Pairs come as text, json or csv."))
    }
    guard department == nil, theme == nil, !all else {
      throw ValidationError(
        text(
          de: "--pairs und --input vertragen sich nicht mit --department, --theme und --all.",
          en: "--pairs and --input do not go with --department, --theme and --all."))
    }
  }

  /// `dach network --pairs` and `dach network --input LIST.csv`.
  func runPairs() async throws {
    let language = output.language
    let (portfolio, day) = try await loadPairs(language)
    let ranking = LinkRanking(portfolio, asOf: day, threshold: pairs.threshold)
    if ranking.crowded > 0 { StandardError.write(crowdNote(ranking.crowded) + "\n") }
    let limit = pairs.limit == 0 ? ranking.count : pairs.limit
    // See `CheckCommand.run`: memory ends with the process.
    _ = Unmanaged.passRetained(ranking.snapshot)
    switch format {
    case .csv: try file.write(LinkRankingCSV.render(ranking))
    case .json:
      try file.write(LinkRankingJSON.render(ranking, limit: limit, language: language) + "\n")
    default:
      let style = file.output == nil ? TerminalStyle.forStandardOutput() : .plain
      try file.write(
        LinkRankingText(style: style, language: language).render(ranking, limit: limit))
    }
  }

  private func loadPairs(_ language: Language) async throws -> (Portfolio, CalendarDay) {
    guard let path = pairs.input else {
      return (try await registry.load(language: language).portfolio, registry.day)
    }
    let sheet = ProjectSheet(path: path)
    try DiagnosticPrinter(paths: [], language: language).report(sheet.diagnostics)
    return (Portfolio(lists: [sheet.projects]), registry.day)
  }

  private func crowdNote(_ count: Int) -> String {
    text(
      de: """
        Hinweis: \(count) Projekte haben Titel und Beschreibung wörtlich gemeinsam mit vielen \
        anderen; für jede solche Gruppe steht ihr erstes.
        """,
      en: """
        note: \(count) projects share title and summary word for word with many others; the first \
        of each such group stands for it.
        """)
  }
}
