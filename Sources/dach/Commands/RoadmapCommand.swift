import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach roadmap [DIR] [THEME]`: the roadmap's four questions, answered from the registry.
struct RoadmapCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, json
  }

  static let configuration = CommandConfiguration(
    commandName: "roadmap",
    abstract: text(
      de: "Beantwortet je Themenkomplex die vier Fragen der Roadmap.",
      en: "Answers the roadmap's four questions for every theme complex."),
    discussion: text(
      de: """
        Wo stehen wir, was wird weiterentwickelt, wo sind neue Lösungen denkbar, wo ist Vernetzung \
        nötig? Ein einzelnes Wort ist der Themenkomplex, wenn es einen solchen gibt und keinen \
        Ordner dieses Namens.

        Beispiele:
          dach roadmap
          dach roadmap registry kultur-freizeit
          dach roadmap registry --format markdown
        """,
      en: """
        Where do we stand, what is developed further, where are new solutions conceivable, where \
        is networking needed? A single word is the theme if it is no folder.

        Examples:
          dach roadmap
          dach roadmap registry kultur-freizeit
          dach roadmap registry --format markdown
        """))

  @OptionGroup var registry: RegistryOptions

  @Argument(
    help: help(
      de: "Nur dieser Themenkomplex (Id oder Name).", en: "Only this theme complex (id or name)."))
  var theme: String?

  @Flag(help: help(de: "Alle Einträge zeigen.", en: "Show all items."))
  var all = false

  @Option(
    help: help(
      de: "Ausgabeform: text, markdown, html oder json.",
      en: "Form of the output: text, markdown, html or json."))
  var format: Format = .text

  @OptionGroup var output: LanguageOption

  func run() async throws {
    let language = output.language
    let (source, theme) = registry.separating(theme)
    let loaded = try await source.load(language: language)
    let snapshot = try await loaded.snapshot(asOf: source.day)
    let id = try theme.map { try snapshot.portfolio.themeID(named: $0) }
    var result = Check(rules: Roadmap.rules).run(snapshot)
    try await loaded.date(&result, storing: false)
    var roadmap = Roadmap.make(snapshot, findings: result)
    if let id, let limited = roadmap.limited(to: id) { roadmap = limited }
    switch format {
    case .text:
      let report = RoadmapText(
        style: .forStandardOutput(), language: language, showsAll: all)
      print(report.render(roadmap), terminator: "")
    case .markdown:
      print(
        RoadmapMarkdown.render(roadmap, title: snapshot.name[language], language: language),
        terminator: "")
    case .html:
      print(
        RoadmapPage.render(roadmap, title: snapshot.name[language], language: language),
        terminator: "")
    case .json: print(try RoadmapJSON.render(roadmap, language: language))
    }
  }
}
