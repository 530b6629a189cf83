public import ArgumentParser
public import Findings
import Portfolio
import Reports

extension RuleCategory: ExpressibleByArgument {}

/// `dach check [DIR]`: the four functions, coverage, and all findings.
struct CheckCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  /// From which severity on findings make the command end with exit code 1.
  enum FailureThreshold: String, ExpressibleByArgument, CaseIterable {
    case error, warning, note, never

    func isReached(by result: CheckResult) -> Bool {
      guard let severity = Severity(rawValue: rawValue) else { return false }
      return result.findings.contains { $0.severity >= severity }
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
        """,
      en: """
        With a folder it checks that folder's files, without a database. Without one it checks \
        the database and remembers the result. It never changes what is registered.

        Examples:
          dach check
          dach check registry --kind gap
          dach check --department kultur --all
          dach check --select network/missing-link --format json
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
      de: "Ab welcher Schwere der Befehl mit Code 1 endet: error, warning, note oder never.",
      en: "From which severity on the command ends with code 1: error, warning, note or never."))
  var failOn: FailureThreshold = .error

  @Option(
    help: help(
      de: "Ausgabeform: text, json oder csv.", en: "Form of the output: text, json or csv."))
  var format: Format = .text

  @OptionGroup var output: LanguageOption

  func run() async throws {
    let language = output.language
    let (selected, ignored) = (select.flatMap(\.values), ignore.flatMap(\.values))
    try (selected + ignored).forEach(Rules.requireMatch)
    let loaded = try await registry.load(language: language)
    let snapshot = Snapshot(loaded.portfolio, asOf: .today)
    let check = Check(
      select: selected, ignore: ignored,
      kinds: kinds.isEmpty ? Set(RuleCategory.allCases) : Set(kinds.flatMap(\.values)),
      department: try department.map { try snapshot.portfolio.departmentID(named: $0) })
    var result = check.run(snapshot)
    try await loaded.date(&result, storing: isComplete)
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

  private func printResult(_ result: CheckResult, snapshot: Snapshot, root: String?) throws {
    let language = output.language
    let overview = CoverageOverview.make(snapshot)
    switch format {
    case .text:
      let strategy = snapshot.portfolio.strategy
      let limit = strategy?.checks.findingsPerDepartment ?? CheckSettings().findingsPerDepartment
      let title = strategy?.name ?? text(de: "Projektregister", en: "Project registry")
      let report = CheckText(
        style: .forStandardOutput(), language: language, root: root, showsAll: all)
      print(
        report.render(result, overview: overview, title: title, limit: limit),
        terminator: "")
    case .json:
      print(try CheckJSON.render(result, overview: overview, language: language))
    case .csv:
      print(CheckCSV.render(result, language: language), terminator: "")
    }
  }
}
