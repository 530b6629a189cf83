import ArgumentParser
import Findings
import Portfolio
import RegistryFiles
import Reports

/// `dach match LIST [OTHER]`: a list's likely duplicates, in itself, in another list or in the
/// registry.
struct MatchCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: text(
      de: "Vergleicht eine Liste mit sich selbst, mit einer zweiten oder mit dem Register.",
      en: "Compares a list with itself, with another one, or with the registry."),
    discussion: text(
      de: """
        Die Liste ist eine CSV-Datei mit den Spalten id, title und summary; weitere Felder eines \
        Projekts (department, themes, status, start, end, audience, technologies, provides, \
        requires, partners) machen den Vergleich genauer. Deutsche Überschriften, Semikolon und \
        Windows-1252, wie Excel sie schreibt, werden erkannt. Ohne Spalte id gilt die Zeilennummer.

        Haben mehr als 50 Zeilen (in Listen von mehr als 5.000 Zeilen: mehr als 10) Titel und \
        Beschreibung wörtlich gemeinsam, so wird jede nur mit der ersten von ihnen gepaart.

        Beispiele:
          dach match projekte.csv
          dach match nuernberg.csv fuerth.csv --format csv > paare.csv
          dach match projekte.csv --registry
          dach match projekte.csv --registry-folder registry
        """,
      en: """
        The list is a CSV file with the columns id, title and summary; further fields of a project \
        (department, themes, status, start, end, audience, technologies, provides, requires, \
        partners) make the comparison more exact. German headings, semicolons and Windows-1252, as \
        Excel writes them, are recognised. Without a column id, the number of the row stands for it.

        Where more than 50 rows (more than 10 in lists of more than 5,000 rows) share title and \
        summary word for word, each is paired with the first of them only.

        Examples:
          dach match projects.csv
          dach match nuernberg.csv fuerth.csv --format csv > pairs.csv
          dach match projects.csv --registry
          dach match projects.csv --registry-folder registry
        """))

  @Argument(
    help: help(de: "CSV-Datei mit Projekten.", en: "CSV file with projects."), completion: .file())
  var list: String

  @Argument(
    help: help(de: "Zweite CSV-Datei.", en: "Another CSV file."), completion: .file())
  var other: String?

  @Flag(
    name: .customLong("registry"),
    help: help(
      de: "Mit den Projekten der Datenbank vergleichen.",
      en: "Compare with the projects of the database."))
  var comparesWithDatabase = false

  @Option(
    help: help(
      de: "Mit den Projekten dieses Ordners vergleichen.",
      en: "Compare with the projects of this folder."), completion: .directory)
  var registryFolder: String?

  @Option(
    help: help(
      de: "Kleinste Wahrscheinlichkeit eines Paars, 0 bis 1.",
      en: "Least probability of a pair, 0 to 1."))
  var threshold = 0.5

  @Option(
    help: help(
      de: "Ausgabeform: text, json oder csv (left,right,score, das Wahrscheinlichste zuerst).",
      en: "Form of the output: text, json or csv (left,right,score, the likeliest first)."))
  var format: Format = .text

  @OptionGroup var output: LanguageOption
  @OptionGroup var database: DatabaseOptions

  private var comparesWithRegistry: Bool { comparesWithDatabase || registryFolder != nil }

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError(
        text(
          de: "--threshold: erwartet wird eine Zahl von 0 bis 1.",
          en: "--threshold: expected is a number from 0 to 1."))
    }
    if comparesWithRegistry, other != nil || (comparesWithDatabase && registryFolder != nil) {
      throw ValidationError(
        text(
          de: "Verglichen wird mit einer zweiten Liste, mit --registry oder mit --registry-folder.",
          en: "The comparison is with another list, with --registry or with --registry-folder."))
    }
  }

  func run() async throws {
    let sheets = try ([list] + (other.map { [$0] } ?? [])).map(read)
    let registry = comparesWithRegistry ? try await loadRegistry() : nil
    let isAlone = other == nil && registry == nil
    let split = isAlone ? nil : sheets.first?.count
    let portfolio = Portfolio(lists: consume sheets, registry: registry)
    let vectors = try await ProjectMeanings(projects: portfolio.projects).vectors()
    let bar = SharedProgressBar(text(de: "Verglichen", en: "Compared"))
    let matching = ListMatching(
      portfolio, asOf: .today, split: split, threshold: threshold, vectors: vectors
    ) {
      bar.show($0)
    }
    bar.finish()
    if matching.crowded > 0 { StandardError.write(crowdNote(matching.crowded) + "\n") }
    if !matching.isComplete { StandardError.write(limitNote + "\n") }
    try printResult(matching, projects: portfolio.projects)
    // See `CheckCommand.run`: memory ends with the process.
    _ = Unmanaged.passRetained(Kept(portfolio))
  }

  private func read(_ path: String) throws -> [Project] {
    let bar = SharedProgressBar(text(de: "Gelesen", en: "Read"))
    let sheet = ProjectSheet(path: path) { bar.show($0) }
    bar.finish()
    try DiagnosticPrinter(paths: [], language: output.language).report(sheet.diagnostics)
    return sheet.projects
  }

  private func loadRegistry() async throws -> Portfolio {
    var options = RegistryOptions()
    options.directory = registryFolder
    options.database = database
    return try await options.load(language: output.language).portfolio
  }

  private func crowdNote(_ count: Int) -> String {
    text(
      de: """
        Hinweis: \(count) Zeilen haben Titel und Beschreibung wörtlich gemeinsam mit vielen \
        anderen; jede ist nur mit der ersten davon gepaart.
        """,
      en: """
        note: \(count) rows share title and summary word for word with many others; each is paired \
        with the first of them only.
        """)
  }

  private var limitNote: String {
    text(
      de: """
        Hinweis: Mehr als 5 Millionen Paare sind einander ähnlich, etwa weil viele Texte nach \
        einem Muster geschrieben sind; verglichen wurden nur die ähnlichsten.
        """,
      en: """
        note: more than 5 million pairs are alike, perhaps because many texts follow one pattern; \
        only those most alike were compared.
        """)
  }

  private func printResult(_ matching: ListMatching, projects: [Project]) throws {
    switch format {
    case .text:
      let report = MatchText(style: .forStandardOutput(), language: output.language)
      print(report.render(matching, projects: projects), terminator: "")
    case .json: print(try MatchJSON.render(matching, projects: projects))
    case .csv: print(MatchCSV.render(matching, projects: projects), terminator: "")
    }
  }

  private final class Kept {
    let portfolio: Portfolio
    init(_ portfolio: Portfolio) { self.portfolio = portfolio }
  }
}
