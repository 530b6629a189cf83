public import ArgumentParser
public import Findings
import Portfolio
import Reports

extension CoverageDimension: ExpressibleByArgument {}
extension CoverageMeasure: ExpressibleByArgument {}

/// `dach coverage [DIR]`: how the projects spread over two dimensions.
struct CoverageCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, xlsx, html, svg
  }

  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: text(
      de: "Zeigt, welche Projekte wozu beitragen, als Tabelle.",
      en: "Shows which projects contribute to what, as a table."),
    discussion: text(
      de: """
        Beispiele:
          dach coverage
          dach coverage --rows themes --columns status
          dach coverage registry --rows strategies --columns year --measure budget --format csv
          dach coverage --format xlsx --output abdeckung.xlsx
        """,
      en: """
        Examples:
          dach coverage
          dach coverage --rows themes --columns status
          dach coverage registry --rows strategies --columns year --measure budget --format csv
          dach coverage --format xlsx --output coverage.xlsx
        """))

  @OptionGroup var registry: RegistryOptions

  @Option(help: help(de: "Was die Zeilen sind.", en: "What the rows are."))
  var rows: CoverageDimension = .guidelines

  @Option(help: help(de: "Was die Spalten sind.", en: "What the columns are."))
  var columns: CoverageDimension = .departments

  @Option(
    help: help(
      de: "Was gezählt wird: projects, running, budget oder reviewedShare (geprüfter Anteil).",
      en: "What is counted: projects, running, budget or reviewedShare."))
  var measure: CoverageMeasure = .projects

  @Option(
    help: help(
      de: "Ausgabeform: text, json, csv, xlsx, html oder svg.",
      en: "Form of the output: text, json, csv, xlsx, html or svg."))
  var format: Format = .text

  @OptionGroup var file: OutputFileOption

  @OptionGroup var output: LanguageOption

  func validate() throws {
    if rows == columns {
      throw ValidationError(
        text(
          de: "Zeilen und Spalten müssen sich unterscheiden.",
          en: "Rows and columns must differ."))
    }
  }

  func run() async throws {
    let language = output.language
    let loaded = try await registry.load(language: language)
    let snapshot = Snapshot(loaded.portfolio, asOf: registry.day)
    let table = CoverageTable.make(snapshot, rows: rows, columns: columns, measure: measure)
    switch format {
    case .text:
      let map = HeatMapText(table, style: .forStandardOutput(), language: language)
      try file.write(map.render())
    case .json: try file.write(CoverageJSON.render(table, language: language) + "\n")
    case .csv: try file.write(CoverageCSV.render(table, language: language))
    case .xlsx:
      try file.writeBinary { path in
        try CoverageXLSX.write(table, of: snapshot, to: path, language: language)
      }
    case .html:
      try file.write(CoveragePage.render(table, of: snapshot, language: language))
    case .svg: try file.write(HeatMapSVG(table, language: language).render())
    }
  }
}
