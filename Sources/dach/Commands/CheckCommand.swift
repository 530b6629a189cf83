public import ArgumentParser
public import Findings
import Portfolio
import Reports

extension RuleCategory: ExpressibleByArgument {}

/// `dach check [DIR]`: the four functions, coverage, and all findings.
struct CheckCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, csv, markdown, html
  }

  /// From which severity on findings make the command end with exit code 1.
  enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    func isReached(by result: CheckResult) -> Bool {
      guard let severity = Severity(rawValue: rawValue) else { return false }
      return result.newFindings.contains { $0.severity >= severity }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: text(
      de: "Prüft das Projektportfolio: Lücken, Dubletten und fehlende Vernetzung.",
      en: "Checks the portfolio of projects: gaps, duplicates and missing networking."),
    discussion: text(
      de: """
        Mit einem Ordner prüft der Befehl dessen Dateien, ohne Datenbank. Ohne Ordner prüft er den \
        Stand der Datenbank und merkt sich das Ergebnis. Am Bestand ändert er nie etwas.

        Beispiele:
          dach check
          dach check registry --kind gap
          dach check --department kultur --all
          dach check --select network/missing-link --format json
          dach check registry --format html > pruefung.html
          dach check registry --baseline bekannt.json --new-only
        """,
      en: """
        With a folder it checks that folder's files, without a database. Without one it checks \
        the database and remembers the result. It never changes what is registered.

        Examples:
          dach check
          dach check registry --kind gap
          dach check --department kultur --all
          dach check --select network/missing-link --format json
          dach check registry --format html > check.html
          dach check registry --baseline known.json --new-only
        """))

  @OptionGroup var registry: RegistryOptions

  @Option(
    name: .customLong("kind"), parsing: .singleValue,
    help: help(
      de: "Nur diese Art von Befunden: gap, duplicate, network; mehrere mit Komma.",
      en: "Only findings of this kind: gap, duplicate, network; several with commas."))
  var kinds: [CommaSeparated<RuleCategory>] = []

  @Option(
    parsing: .singleValue,
    help: help(
      de: "Nur diese Regeln (Name, auch ohne Gruppe); mehrere mit Komma.",
      en: "Only these rules (name, with or without category); several with commas."),
    completion: .list(Rules.names))
  var select: [CommaSeparated<String>] = []

  @Option(
    parsing: .singleValue,
    help: help(
      de: "Diese Regeln nicht; mehrere mit Komma.", en: "Not these rules; several with commas."),
    completion: .list(Rules.names))
  var ignore: [CommaSeparated<String>] = []

  @Option(
    help: help(
      de: "Nur Befunde, die diese Dienststelle betreffen (Id oder Name).",
      en: "Only findings that concern this department (id or name)."))
  var department: String?

  @Flag(
    help: help(
      de:
        "Alle Dubletten und Vernetzungsbefunde zeigen, nicht nur die wichtigsten je Dienststelle.",
      en: "Show all duplicate and network findings, not only each department's most important."))
  var all = false

  @Option(
    help: help(
      de:
        "Bekannte Befunde: die Ausgabe eines früheren --format json. Sie zählen nicht für --fail-on.",
      en: "Known findings: the output of an earlier --format json. They do not count for --fail-on."
    ), completion: .file(extensions: ["json"]))
  var baseline: String?

  @Flag(
    help: help(
      de:
        "Nur Befunde, die neu sind: gegenüber --baseline, sonst gegenüber der letzten gespeicherten Prüfung.",
      en: "Only findings that are new: against --baseline, else against the last stored check."))
  var newOnly = false

  @Flag(
    help: help(
      de: "Sagen, wie lange Laden, Momentaufnahme und Regeln gedauert haben.",
      en: "Say how long loading, snapshot and rules took."))
  var timings = false

  @Option(
    help: help(
      de: "Ab welcher Schwere der Befehl mit Code 1 endet: error, warning, note oder never.",
      en: "From which severity on the command ends with code 1: error, warning, note or never."))
  var failOn: FailureThreshold = .error

  @Option(
    help: help(
      de: "Ausgabeform: text, json, sarif, csv, markdown oder html.",
      en: "Form of the output: text, json, sarif, csv, markdown or html."))
  var format: Format = .text

  @OptionGroup var output: LanguageOption

  func validate() throws {
    if newOnly, baseline == nil, registry.directory != nil {
      throw ValidationError(
        text(
          de: "Für einen Ordner braucht --new-only eine Vergleichsdatei: --baseline DATEI.",
          en: "For a folder --new-only needs a baseline: --baseline FILE."))
    }
  }

  func run() async throws {
    let language = output.language
    let (selected, ignored) = (select.flatMap(\.values), ignore.flatMap(\.values))
    try (selected + ignored).forEach(Rules.requireMatch)
    var stopwatch = Stopwatch()
    let loaded = try await registry.load(language: language)
    stopwatch.lap("loading")
    let snapshot = try await loaded.snapshot(asOf: registry.day)
    stopwatch.lap("snapshot")
    let check = Check(
      select: selected, ignore: ignored,
      kinds: kinds.isEmpty ? Set(RuleCategory.allCases) : Set(kinds.flatMap(\.values)),
      department: try department.map { try snapshot.portfolio.departmentID(named: $0) })
    var result = check.run(snapshot)
    stopwatch.lap("rules")
    if timings { stopwatch.report() }
    // A look back or ahead is no check of its day.
    try await loaded.date(&result, storing: isComplete && registry.day == .today)
    if let known = try await knownFindings(loaded) {
      result = result.compared(to: known)
      if newOnly { result = result.newOnly() }
    }
    try printResult(result, snapshot: snapshot, root: loaded.root)
    // The process ends here, and with it all memory; taking the portfolio apart object by object
    // before would only make people wait.
    _ = Unmanaged.passRetained(snapshot)
    if failOn.isReached(by: result) { throw ExitCode(1) }
  }

  /// Whether every rule ran over everything; only then is the result stored for later comparison.
  private var isComplete: Bool {
    select.isEmpty && ignore.isEmpty && kinds.isEmpty && department == nil
  }

  /// What is not new: the findings of the baseline, else of the last stored check before the day.
  private func knownFindings(_ loaded: LoadedRegistry) async throws -> Baseline? {
    if let baseline { return try BaselineFile(path: baseline).load() }
    guard newOnly else { return nil }
    return try await loaded.storedFindings(before: registry.day)
  }

  private func printResult(_ result: CheckResult, snapshot: Snapshot, root: String?) throws {
    let language = output.language
    // Not every format shows the coverage.
    lazy var overview = CoverageOverview.make(snapshot)
    let title = snapshot.name[language]
    switch format {
    case .text:
      let report = CheckText(
        style: .forStandardOutput(), language: language, root: root, showsAll: all)
      let limit = snapshot.settings.findingsPerDepartment
      print(
        report.render(result, overview: overview, title: title, limit: limit), terminator: "")
    case .json: print(try CheckJSON.render(result, overview: overview, language: language))
    case .sarif: print(try CheckSARIF(language: language, root: root).render(result))
    case .csv: print(CheckCSV.render(result, language: language), terminator: "")
    case .markdown:
      let report = CheckMarkdown(language: language, root: root)
      print(report.render(result, overview: overview, title: title), terminator: "")
    case .html:
      let report = CheckPage(language: language, root: root)
      print(report.render(result, overview: overview, title: title), terminator: "")
    }
  }
}
