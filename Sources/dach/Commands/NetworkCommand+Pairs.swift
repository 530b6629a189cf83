import ArgumentParser
import Findings
import Foundation
import Portfolio
import RegistryFiles
import Reports

/// Which pairs `dach network` ranks, and how many it shows.
struct NetworkPairOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Flag(
    help: help(
      de: "Die Paare von Projekten nach der Wahrscheinlichkeit ordnen, dass sie zusammengehören.",
      en: "Rank the pairs of projects by the probability that they belong together."))
  var pairs = false

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
  var areWanted: Bool { pairs || input != nil }

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
  /// `dach network --pairs` and `dach network --input LIST.csv`.
  func runPairs(
    _ options: NetworkPairOptions, format: NetworkPairOptions.Format, language: Language
  ) async throws {
    let (portfolio, day) = try await loadPairs(options, language: language)
    let ranking = LinkRanking(portfolio, asOf: day, threshold: options.threshold)
    if ranking.crowded > 0 { StandardError.write(crowdNote(ranking.crowded) + "\n") }
    let limit = options.limit == 0 ? ranking.count : options.limit
    switch format {
    case .text:
      let report = LinkRankingText(style: .forStandardOutput(), language: language)
      print(report.render(ranking, limit: limit), terminator: "")
    case .json: print(try LinkRankingJSON.render(ranking, limit: limit, language: language))
    case .csv: print(LinkRankingCSV.render(ranking), terminator: "")
    }
    // See `CheckCommand.run`: memory ends with the process.
    _ = Unmanaged.passRetained(ranking.snapshot)
  }

  private func loadPairs(
    _ options: NetworkPairOptions, language: Language
  ) async throws -> (Portfolio, CalendarDay) {
    guard let path = options.input else {
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
