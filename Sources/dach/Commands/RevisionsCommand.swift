import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach revisions [DIR]`: the alignments that revisions of guidelines have reopened.
struct RevisionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revisions",
    abstract: text(
      de: "Zeigt je Dienststelle, welche Zuordnungen nach einer neuen Fassung zu prüfen sind.",
      en: "Shows for each department which alignments a revision has reopened."),
    discussion: text(
      de: """
        Der Wortlaut steht dabei: [-Entfallenes-] und {+Neues+}, soweit die Strategie die frühere \
        Fassung unter `earlier` festhält.

        Beispiel: dach revisions registry --department kultur
        """,
      en: """
        The wording stands beside: [-removed-] and {+added+}, as far as the strategy records the \
        earlier revision under `earlier`.

        Example: dach revisions registry --department kultur
        """))

  @OptionGroup var registry: RegistryOptions

  @Option(help: help(de: "Nur diese Dienststelle.", en: "Only this department."))
  var department: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let language = output.language
    let loaded = try await registry.load(language: language)
    let snapshot = Snapshot(loaded.portfolio, asOf: registry.day)
    let id = try department.map { try snapshot.portfolio.departmentID(named: $0) }
    let reviews = RevisionReviews.make(snapshot, department: id)
    switch output.format {
    case .text:
      let report = RevisionReviewsText(style: .forStandardOutput(), language: language)
      print(report.render(reviews), terminator: "")
    case .json: print(try RevisionReviewsJSON.render(reviews, language: language))
    }
  }
}
