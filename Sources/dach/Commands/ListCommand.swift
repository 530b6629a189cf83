import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach list [DIR]`: the registered projects, optionally some of them.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: text(de: "Listet die Projekte auf.", en: "Lists the projects."),
    discussion: text(
      de: "Beispiel: dach list --theme kultur-freizeit --status running",
      en: "Example: dach list --theme kultur-freizeit --status running"))

  @OptionGroup var registry: RegistryOptions

  @Option(
    help: help(de: "Nur Projekte dieser Dienststelle.", en: "Only this department's projects."))
  var department: String?

  @Option(help: help(de: "Nur Projekte dieses Themenkomplexes.", en: "Only this theme's projects."))
  var theme: String?

  @Option(
    help: help(de: "Nur Projekte dieser Teilstrategie.", en: "Only this sub-strategy's projects."))
  var strategy: String?

  @Option(
    help: help(
      de: "Nur Projekte, die dieser Leitlinie dienen.", en: "Only projects serving this guideline.")
  )
  var guideline: String?

  @Option(
    help: help(
      de: "Nur Projekte mit diesem Stand: idea, planned, running, completed, discontinued.",
      en: "Only projects with this status: idea, planned, running, completed, discontinued."))
  var status: ProjectStatus?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let loaded = try await registry.load(language: output.language)
    let snapshot = Snapshot(loaded.portfolio, asOf: registry.day)
    let projects = try select(in: snapshot)
    switch output.format {
    case .text:
      let list = ProjectListText(style: .forStandardOutput(), language: output.language)
      print(list.render(projects), terminator: "")
    case .json: print(try ProjectListJSON.render(projects))
    }
  }

  private func select(in snapshot: Snapshot) throws -> [Project] {
    let departmentID = try department.map { try snapshot.portfolio.departmentID(named: $0) }
    try requireKnown(in: snapshot.portfolio)
    return snapshot.portfolio.projects.filter { project in
      (departmentID == nil || project.department == departmentID)
        && (theme.map(project.themes.contains) ?? true)
        && (strategy == nil || project.strategy == strategy)
        && (guideline.map { id in project.alignments.contains { $0.guideline == id } } ?? true)
        && (status == nil || project.status == status)
    }
  }

  /// A misspelt id would silently list nothing, so it is an error.
  private func requireKnown(in portfolio: Portfolio) throws {
    let kinds: [(String?, BilingualText, [String])] = [
      (
        theme, BilingualText(de: "Themenkomplex", en: "theme"),
        portfolio.strategy?.themes.map(\.id) ?? []
      ),
      (
        strategy, BilingualText(de: "Teilstrategie", en: "sub-strategy"),
        portfolio.subStrategies.map(\.id)
      ),
      (
        guideline, BilingualText(de: "Leitlinie", en: "guideline"),
        portfolio.strategy?.guidelines.map(\.id) ?? []
      ),
    ]
    for (name, kind, known) in kinds {
      if let name, !known.contains(name) { throw UnknownName(kind: kind, name: name, known: known) }
    }
  }
}
