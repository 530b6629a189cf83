import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach network [DIR]`: who works with whom, and who should.
struct NetworkCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, dot, graphml, svg
  }

  enum Picture: String, ExpressibleByArgument, CaseIterable {
    case matrix, graph
  }

  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: text(
      de: "Zeigt, welche Dienststellen zusammenarbeiten und welche es sollten.",
      en: "Shows which departments work together, and which should."),
    discussion: text(
      de: """
        Ohne Angabe zeigt der Befehl die Matrix der Dienststellen; mit --department, mit wem eine \
        Dienststelle arbeitet, mit wem sie sprechen sollte und wohin sie schreiben kann. --format \
        svg zeichnet die Matrix, für eine Dienststelle oder einen Themenkomplex das Netz der \
        Projekte; dafür braucht es graphviz. dot und graphml öffnen andere Programme, etwa Gephi.

        --pairs ordnet die Paare von Projekten verschiedener Dienststellen, die weder verknüpft \
        noch entschieden sind, danach, wie wahrscheinlich sie zusammengehören; --input tut \
        dasselbe mit einer Liste, deren Spalten dieselben sind wie bei dach match.

        Beispiele:
          dach network
          dach network --department kultur
          dach network registry --theme kultur-freizeit
          dach network --theme kultur-freizeit --format svg --output netz.svg
          dach network --format graphml --output netz.graphml
          dach network registry --pairs --limit 30
          dach network --input projekte.csv --format csv > paare.csv
        """,
      en: """
        By itself the command shows the matrix of departments; with --department, with whom a \
        department works, with whom it should talk, and where to write to. --format svg draws the \
        matrix, for a department or a theme the network of projects; that takes graphviz. Other \
        programs open dot and graphml, Gephi for example.

        --pairs ranks the pairs of projects of different departments that are neither linked nor \
        decided by how likely they belong together; --input does the same with a list, whose \
        columns are those of dach match.

        Examples:
          dach network
          dach network --department kultur
          dach network registry --theme kultur-freizeit
          dach network --theme kultur-freizeit --format svg --output network.svg
          dach network --format graphml --output network.graphml
          dach network registry --pairs --limit 30
          dach network --input projects.csv --format csv > pairs.csv
        """))

  @OptionGroup var registry: RegistryOptions

  @Option(
    help: help(
      de: "Nur diese Dienststelle (Id oder Name) und mit wem sie zu tun hat.",
      en: "Only this department (id or name) and those it has to do with."))
  var department: String?

  @Option(
    help: help(
      de: "Nur Projekte dieses Themenkomplexes (Id oder Name).",
      en: "Only projects of this theme (id or name)."))
  var theme: String?

  @Flag(help: help(de: "Alle Einträge zeigen.", en: "Show all items."))
  var all = false

  @Option(
    help: help(
      de: """
        Ausgabeform: text, json, dot, graphml oder svg; mit --pairs und --input text, json oder csv \
        (left,right,score).
        """,
      en: """
        Form of the output: text, json, dot, graphml or svg; with --pairs and --input text, json or \
        csv (left,right,score).
        """))
  var format: Format = .text

  @Option(
    help: help(
      de:
        "Was --format svg zeichnet: matrix oder graph. Ohne Angabe die Matrix, mit --department oder --theme das Netz.",
      en:
        "What --format svg draws: matrix or graph. By default the matrix, with --department or --theme the network."
    ))
  var picture: Picture?

  @OptionGroup var pairs: NetworkPairOptions

  @OptionGroup var file: OutputFileOption

  @OptionGroup var output: LanguageOption

  func validate() throws {
    try validatePairs()
    if picture != nil && format != .svg {
      throw ValidationError(
        text(de: "--picture gehört zu --format svg.", en: "--picture goes with --format svg."))
    }
    if picture == .matrix && department != nil {
      throw ValidationError(
        text(
          de: "Die Matrix zeigt alle Dienststellen; --department passt nicht dazu.",
          en: "The matrix shows all departments; --department does not go with it."))
    }
  }

  func run() async throws {
    if pairs.areWanted { return try await runPairs() }
    let language = output.language
    let loaded = try await registry.load(language: language)
    let snapshot = Snapshot(loaded.portfolio, asOf: registry.day)
    let theme = try theme.map { try snapshot.portfolio.themeID(named: $0) }
      .flatMap { snapshot.themeTable[$0] }
    let department = try department.map { try snapshot.portfolio.departmentID(named: $0) }
      .flatMap { snapshot.departmentTable[$0] }
    let result = Check(rules: NetworkAnalysis.rules).run(snapshot)
    let analysis = NetworkAnalysis(snapshot, findings: result, theme: theme)
    // See `CheckCommand.run`: memory ends with the process.
    _ = Unmanaged.passRetained(snapshot)
    try file.write(render(analysis, department: department, language: language))
  }

  private func render(
    _ analysis: NetworkAnalysis, department: Int?, language: Language
  ) throws -> String {
    switch format {
    // `validate` has refused csv, a form of pairs alone.
    case .text, .csv: return renderText(analysis, department: department, language: language)
    case .json:
      return try NetworkJSON.render(analysis, department: department, language: language) + "\n"
    case .dot:
      return NetworkDOT.render(ProjectGraph(analysis, department: department), language: language)
    case .graphml: return NetworkGraphML.render(ProjectGraph(analysis, department: department))
    case .svg:
      let isMatrix = picture.map { $0 == .matrix } ?? (department == nil && theme == nil)
      if isMatrix { return NetworkMatrixSVG(analysis, language: language).render() }
      let graph = ProjectGraphSVG(
        ProjectGraph(analysis, department: department), department: department, language: language)
      return try graph.render(layout: graph.request.map { try Graphviz.layout(of: $0) })
    }
  }

  private func renderText(
    _ analysis: NetworkAnalysis, department: Int?, language: Language
  ) -> String {
    let style = file.output == nil ? TerminalStyle.forStandardOutput() : .plain
    guard let department else {
      return NetworkText(analysis, style: style, language: language, showsAll: all).render()
    }
    return DepartmentNetworkText(
      analysis, department: department, style: style, language: language, showsAll: all
    ).render()
  }
}
