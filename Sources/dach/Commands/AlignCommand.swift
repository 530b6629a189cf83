import ArgumentParser
import Findings
import Portfolio
import RegistryFiles
import Reports

/// `dach align ID | --text T | --input LIST.csv`: what a project, an idea or a list serves.
struct AlignCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: text(
      de: "Zeigt, welchen Leitlinien und Themen ein Projekt oder eine Idee dient, und warum.",
      en: "Shows which guidelines and themes a project or an idea serves, and why."),
    discussion: text(
      de: """
        Zu einem Projekt (Id) oder einer Idee (--text) nennt der Befehl die Leitlinien und Themen \
        mit den Worten, die dafür sprechen, ähnliche Projekte und die Stellen, mit denen zu reden \
        ist. Mit --input bewertet er eine Liste von Projekten (CSV, wie bei dach match).

        Leitlinien und Themen sind die des Registers oder die der Datei --targets mit den Spalten \
        id, kind (Ziel, Handlungsfeld oder Themenkomplex), name, description und keywords. Eine \
        Datei --reviewed mit den Spalten id und target nennt geprüfte Zuordnungen der Liste, aus \
        denen gelernt wird.

        Beispiele:
          dach align onleihe
          dach align onleihe registry
          dach align --text "Sensoren melden, wann Straßenbäume Wasser brauchen" registry
          dach align --input projekte.csv registry --format csv > zuordnung.csv
          dach align --input projekte.csv --targets leitlinien.csv --format csv
        """,
      en: """
        For a project (id) or an idea (--text) the command names the guidelines and themes with \
        the words that speak for them, similar projects, and whom to talk to. With --input it \
        scores a list of projects (CSV, as for dach match).

        Guidelines and themes are those of the registry, or those of the file --targets with the \
        columns id, kind (goal, field or theme), name, description and keywords. A file --reviewed \
        with the columns id and target names reviewed alignments of the list, from which is learnt.

        Examples:
          dach align onleihe
          dach align onleihe registry
          dach align --text "Sensors tell when street trees need water" registry
          dach align --input projects.csv registry --format csv > alignments.csv
          dach align --input projects.csv --targets guidelines.csv --format csv
        """))

  @Argument(
    help: help(
      de: "Id eines Projekts, auch eine frühere.", en: "A project's id, also a former one."))
  var id: String?

  @OptionGroup var registry: RegistryOptions

  @Option(
    name: .customLong("text"),
    help: help(de: "Eine Idee in ein paar Sätzen.", en: "An idea in a few sentences."))
  var idea: String?

  @Option(
    help: help(de: "CSV-Datei mit Projekten.", en: "CSV file with projects."), completion: .file())
  var input: String?

  @Option(
    help: help(
      de: "CSV-Datei mit eigenen Leitlinien und Themen, mit --input.",
      en: "CSV file with guidelines and themes of one's own, with --input."), completion: .file())
  var targets: String?

  @Option(
    help: help(
      de: "CSV-Datei mit geprüften Zuordnungen der Liste, mit --input.",
      en: "CSV file with reviewed alignments of the list, with --input."), completion: .file())
  var reviewed: String?

  @Option(
    help: help(
      de: "Wie viele Leitlinien und Themen höchstens. Ohne Angabe 3, als CSV alle.",
      en: "How many guidelines and themes at most. By default 3, as CSV all."))
  var top: Int?

  @Option(
    help: help(
      de: "Ausgabeform: text, json oder csv (id,target,kind,score; nur mit --input).",
      en: "Form of the output: text, json or csv (id,target,kind,score; only with --input)."))
  var format: Format = .text

  @OptionGroup var output: LanguageOption

  private static let usualTop = 3

  func validate() throws {
    if idea != nil && input != nil {
      throw ValidationError(
        text(
          de: "--text und --input schließen einander aus.",
          en: "--text and --input exclude each other."))
    }
    if idea == nil && input == nil && id == nil {
      throw ValidationError(
        text(
          de: "Nennen Sie ein Projekt (Id), eine Idee (--text) oder eine Liste (--input).",
          en: "Name a project (id), an idea (--text) or a list (--input)."))
    }
    if id != nil && registry.directory != nil && (idea != nil || input != nil) {
      throw ValidationError(
        text(
          de: "Eine Id, --text und --input schließen einander aus.",
          en: "An id, --text and --input exclude each other."))
    }
    if input == nil && (targets != nil || reviewed != nil || format == .csv) {
      throw ValidationError(
        text(
          de: "--targets, --reviewed und --format csv brauchen --input.",
          en: "--targets, --reviewed and --format csv need --input."))
    }
    if let idea, idea.allSatisfy(\.isWhitespace) {
      throw ValidationError(
        text(
          de: "--text: Beschreiben Sie die Idee in ein paar Sätzen.",
          en: "--text: describe the idea in a few sentences."))
    }
    if let top, top < 1 {
      throw ValidationError(
        text(
          de: "--top: erwartet wird eine Zahl ab 1.",
          en: "--top: expected is a number of 1 or more."))
    }
  }

  func run() async throws {
    if let input { return try await printList(input) }
    let portfolio = try await source.load(language: output.language).portfolio
    let limit = top ?? Self.usualTop
    if let idea {
      return try printAdvice(
        AlignmentAdvice(text: idea, in: portfolio, asOf: registry.day, limit: limit), on: nil)
    }
    let snapshot = Snapshot(portfolio, asOf: registry.day)
    guard let id, let project = snapshot.projectTable[id] else {
      throw UnknownName.project(id ?? "", in: portfolio)
    }
    try printAdvice(
      AlignmentAdvice(for: project, in: snapshot, limit: limit), on: snapshot.projects[project])
  }

  /// With --text or --input, a single word is the registry's folder.
  private var source: RegistryOptions {
    guard idea != nil || input != nil, registry.directory == nil else { return registry }
    var registry = registry
    registry.directory = id
    return registry
  }

  private func printAdvice(_ advice: AlignmentAdvice, on project: Project?) throws {
    switch format {
    case .text, .csv:
      let report = AlignmentText(style: .forStandardOutput(), language: output.language)
      print(report.render(advice, of: project), terminator: "")
    case .json:
      print(try AlignmentJSON.render(advice, of: project, language: output.language))
    }
  }

  private func printList(_ path: String) async throws {
    let printer = DiagnosticPrinter(paths: [], language: output.language)
    let sheet = ProjectSheet(path: path)
    try printer.report(sheet.diagnostics)
    let registry = try await targetPortfolio(printer)
    var portfolio = Portfolio(lists: [sheet.projects], registry: registry)
    // Themes that only the list knows are nothing to be held against.
    portfolio.strategy?.themes = registry.strategy?.themes ?? []
    if let reviewed {
      let reviews = ReviewSheet(path: reviewed)
      try printer.report(reviews.diagnostics)
      try printer.report(reviews.apply(to: &portfolio, on: .today))
    }
    let snapshot = Snapshot(portfolio, asOf: self.registry.day)
    let list = AlignmentList(snapshot, first: sheet.projects.count, limit: listLimit)
    switch format {
    case .text:
      let report = AlignmentText(style: .forStandardOutput(), language: output.language)
      print(report.render(list, of: snapshot), terminator: "")
    case .json: print(try AlignmentJSON.render(list, of: snapshot))
    case .csv: print(AlignmentCSV.render(list, of: snapshot), terminator: "")
    }
  }

  private var listLimit: Int { top ?? (format == .csv ? .max : Self.usualTop) }

  /// Whose guidelines and themes the list is held against: with --targets those of the file, and
  /// no registry unless its folder is named.
  private func targetPortfolio(_ printer: DiagnosticPrinter) async throws -> Portfolio {
    guard let targets else { return try await source.load(language: output.language).portfolio }
    let sheet = TargetSheet(path: targets)
    try printer.report(sheet.diagnostics)
    var portfolio = Portfolio()
    if source.directory != nil {
      portfolio = try await source.load(language: output.language).portfolio
    }
    var strategy = portfolio.strategy ?? Strategy(id: "list", name: "")
    (strategy.guidelines, strategy.themes) = (sheet.guidelines, sheet.themes)
    portfolio.strategy = strategy
    return portfolio
  }
}
