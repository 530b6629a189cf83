import ArgumentParser
import Portfolio
import ProjectQuery
import RegistryDatabase
import RegistryFiles
import Reports
import TextMatching

/// `dach query EXPRESSION`: the projects that fit a question, as a table or for scripts.
struct QueryCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, xlsx, yaml
  }

  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: text(
      de: "Sucht Projekte mit einer Suchanfrage.", en: "Finds projects by a query."),
    discussion: text(
      de: """
        Eine Anfrage besteht aus Wörtern und Bedingungen „Feld:Wert“, alle müssen zutreffen. Auf \
        der Kommandozeile gehört sie in einfache Anführungszeichen.

        Für Dienststellen:
          dach query 'referat:kultur fehlt:mittel'
          dach query 'referat:kultur bestätigt<heute-12m'
        Für die Steuerung:
          dach query 'leitlinie:keine stand:running' --group-by department
          dach query 'ende:2025..2027 mittel>=100.000 sortierung:-mittel'
        Für die Planung:
          dach query 'Parkraum oder Ladesäule'
          dach query 'ähnlich:digitales-bauamt nicht referat:planung-bau'

        Was Sie öfter fragen, behält --save; danach genügt @NAME, auch neben anderem:
          dach query 'bestätigt<heute-12m' --save veraltet
          dach query @veraltet referat:kultur

        Alle Felder: dach query --fields. Steht am Anfang ein „-“, hilft „nicht“: \
        'nicht referat:kultur'. Die ganze Sprache steht in docs/query.md.
        """,
      en: """
        A query consists of words and conditions 'field:value', all of which have to hold. On the \
        command line, put it in single quotation marks.

        For departments:
          dach query 'department:kultur missing:budget'
          dach query 'department:kultur confirmed<today-12m'
        For steering:
          dach query 'aligned:none status:running' --group-by department
          dach query 'ends:2025..2027 budget>=100000 sort:-budget'
        For planning:
          dach query 'Parkraum or Ladesäule'
          dach query 'similar:digitales-bauamt not department:planung-bau'

        What you ask more often, --save keeps; then @NAME will do, also beside other words:
          dach query 'confirmed<today-12m' --save stale
          dach query @stale department:kultur

        All fields: dach query --fields. Instead of a '-' at the very start, write 'not': \
        'not department:kultur'. The whole language is in docs/query.md.
        """))

  @Argument(
    help: help(
      de: "Die Anfrage; ohne Angabe alle Projekte.", en: "The query; by default every project."))
  var expression: [String] = []

  @Option(
    name: .customLong("directory"),
    help: help(
      de: "Ordner mit den Dateien eines Registers; ohne Angabe die Datenbank.",
      en: "Folder with the files of a registry; by default the database."),
    completion: .directory)
  var directory: String?

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var dayOption: DayOption

  @Option(
    parsing: .unconditional,
    help: help(
      de: "Reihenfolge, mehrere mit Komma, absteigend mit „-“ davor, z. B. -budget,title.",
      en: "Order, several with commas, descending with '-' in front, e.g. -budget,title."))
  var sort: CommaSeparated<SortArgument>?

  @Option(
    name: .customLong("group-by"), parsing: .singleValue,
    help: help(
      de: "Nur zählen, je Wert dieser Felder; mehrere mit Komma.",
      en: "Only count, by the values of these fields; several with commas."))
  var groupBy: [CommaSeparated<GroupingArgument>] = []

  @Flag(
    help: help(
      de: "Unter den Treffern auch zählen: nach Dienststelle, Thema, Leitlinie und Stand.",
      en: "Below the matches, count them too: by department, theme, guideline and status."))
  var facets = false

  @Option(
    help: help(
      de: "Spalten für text, csv und xlsx, mit Komma.",
      en: "Columns for text, csv and xlsx, with commas."))
  var columns: CommaSeparated<QueryColumn>?

  @Option(
    help: help(
      de: "Höchstens so viele Projekte zeigen; 0 für alle.",
      en: "Show at most so many projects; 0 for all."))
  var limit = 50

  @Option(
    help: help(de: "So viele Projekte überspringen.", en: "Skip so many projects."))
  var offset = 0

  @Flag(
    help: help(
      de: "Statt zu suchen das SQL mit seinen Parametern zeigen.",
      en: "Show the SQL with its parameters instead of searching."))
  var explain = false

  @Flag(help: help(de: "Alle Felder zeigen.", en: "Show all fields."))
  var fields = false

  @Option(
    help: help(
      de: "Ausgabeform: text, json, csv, xlsx oder yaml (ganze Datensätze).",
      en: "Form of the output: text, json, csv, xlsx or yaml (whole records)."))
  var format: Format = .text

  @OptionGroup var file: OutputFileOption
  @OptionGroup var saving: SavedQueryOptions

  @OptionGroup var output: LanguageOption

  func validate() throws {
    guard limit >= 0, offset >= 0 else {
      throw ValidationError(
        text(
          de: "--limit und --offset können nicht negativ sein.",
          en: "--limit and --offset cannot be negative."))
    }
  }

  func run() async throws {
    if fields {
      print(QueryFieldList.render(in: output.language), terminator: "")
      return
    }
    let saved = SavedQueries()
    if try saving.answer(from: saved, language: output.language) { return }
    guard let words = SearchWords() else { throw MissingStemmer() }
    let run = QueryRun(
      source: try await source(words), words: words, day: dayOption.day,
      text: try saved.expanding(expression.flatMap(SavedQueries.words(of:))).joined(separator: " "),
      sort: sort?.values.map(\.key) ?? [])
    if explain {
      let resolved = try await run.resolve(run.reading)
      let explanation = QueryExplanation.render(
        run.reading.query, resolved, limit: pageSize, offset: offset, in: output.language)
      print(explanation, terminator: "")
    } else {
      try await answer(run)
    }
  }

  private var pageSize: Int? { limit == 0 ? nil : limit }

  private func source(_ words: SearchWords) async throws -> QuerySource {
    guard let directory else {
      let connection = try await database.connect()
      guard let past = dayOption.past else { return .database(connection) }
      // Of earlier days the database keeps rows, but no indexes to search them by.
      return .folder(
        try await connection.runPatiently { try RegistryLoad(asOf: past).load($0) }, words: words)
    }
    let loaded = try LoadedRegistry.folder(directory, language: output.language)
    return .folder(loaded.portfolio, words: words)
  }

  private func answer(_ run: QueryRun) async throws {
    let groupings = groupBy.flatMap(\.values).map(\.grouping)
    var answer = try await run.answer(
      limit: pageSize, offset: offset,
      groupings: groupings + (facets ? [.department, .theme, .guideline, .status] : []))
    if format == .text, !groupings.isEmpty { answer.projects = [] }
    let vocabulary = answer.groups.isEmpty ? nil : try await run.source.vocabulary(for: Query())
    try write(answer, vocabulary)
    try saving.save(run.reading.query)
  }

  private func write(_ answer: QueryAnswer, _ vocabulary: Vocabulary?) throws {
    let language = output.language
    switch format {
    case .text:
      let text = QueryAnswerText(
        style: .forStandardOutput(), language: language, vocabulary: vocabulary)
      try file.write(text.render(answer, columns: columns?.values ?? QueryColumn.shown))
    case .json: try file.write(try QueryAnswerJSON.render(answer) + "\n")
    case .csv: try file.write(QueryAnswerCSV.render(answer, columns: allColumns))
    case .xlsx:
      try file.writeBinary { path in
        try QueryAnswerXLSX.write(
          answer, columns: allColumns, vocabulary: vocabulary, asOf: dayOption.day, to: path,
          language: language)
      }
    case .yaml:
      let documents = try answer.projects.map {
        String(decoding: try CanonicalWriter.bytes(of: $0), as: UTF8.self)
      }
      try file.write(documents.joined(separator: "---\n"))
    }
  }

  private var allColumns: [QueryColumn] { columns?.values ?? QueryColumn.allCases }
}
