import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach show ID`: a project with its alignments, neighbours, similar projects and findings.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: text(
      de: "Zeigt ein Projekt mit Leitlinien, Vernetzung, ähnlichen Projekten und Befunden.",
      en: "Shows a project with its guidelines, links, similar projects and findings."),
    discussion: text(
      de: """
        Beispiele:
          dach show mein-nuernberg
          dach show mein-nuernberg registry --format json
        """,
      en: """
        Examples:
          dach show mein-nuernberg
          dach show mein-nuernberg registry --format json
        """))

  @Argument(
    help: help(
      de: "Id des Projekts, auch eine frühere.", en: "The project's id, also a former one."))
  var id: String

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var output: OutputOptions

  /// How many similar projects are worth a look.
  private static let similarCount = 5

  func run() async throws {
    let language = output.language
    let loaded = try await registry.load(language: language)
    let snapshot = try await loaded.snapshot(asOf: registry.day)
    var result = Check().run(snapshot)
    try await loaded.date(&result, storing: false)
    guard let view = ProjectView.make(snapshot, id, findings: result) else {
      throw UnknownName.project(id, in: snapshot.portfolio)
    }
    let similar = SimilarProject.nearest(
      to: view.project.id, in: snapshot, limit: Self.similarCount)
    switch output.format {
    case .text:
      let report = ProjectText(style: .forStandardOutput(), language: language, root: loaded.root)
      print(report.render(view, similar: similar), terminator: "")
    case .json: print(try ProjectViewJSON.render(view, similar: similar, language: language))
    }
  }
}
