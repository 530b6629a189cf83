import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach contributions [DIR]`: what citizens asked for and what became of it.
struct ContributionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contributions",
    abstract: text(
      de: "Zeigt die Beiträge aus der Bürgerbeteiligung und ihre Antworten.",
      en: "Shows the citizens' contributions and their answers."),
    discussion: text(
      de: """
        Zu Beiträgen ohne Antwort stehen Projekte mit ähnlicher Beschreibung dabei: Vielleicht \
        gibt es das Gewünschte schon.

        Beispiel: dach contributions registry --unanswered
        """,
      en: """
        Contributions without an answer come with projects of a similar summary: what is asked \
        for may exist already.

        Example: dach contributions registry --unanswered
        """))

  @OptionGroup var registry: RegistryOptions

  @Flag(help: help(de: "Nur Beiträge ohne Antwort.", en: "Only contributions without an answer."))
  var unanswered = false

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let loaded = try await registry.load(language: output.language)
    let snapshot = Snapshot(loaded.portfolio, asOf: registry.day)
    var views = ContributionViews.make(snapshot)
    if unanswered { views = views.unanswered }
    switch output.format {
    case .text:
      let report = ContributionViewsText(style: .forStandardOutput(), language: output.language)
      print(report.render(views), terminator: "")
    case .json: print(try ContributionViewsJSON.render(views))
    }
  }
}
