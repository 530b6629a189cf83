import ArgumentParser
import Portfolio
import ProjectTables
import RegistryDatabase
import RegistryFiles
import Reports

/// `dach export DIR`: writes the registry as canonical YAML; `dach export --output FILE` writes
/// projects as a list to be filled in.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: text(
      de: "Schreibt das Register als YAML-Dateien in einen Ordner, oder Projekte als Liste.",
      en: "Writes the registry as YAML files into a folder, or projects as a list."),
    discussion: text(
      de: """
        Ein Import des Exports ändert nichts, und ein zweiter Export schreibt dieselben Bytes.

        Mit --output entsteht stattdessen eine Liste zum Ausfüllen, als Excel-Arbeitsmappe \
        (.xlsx) mit Auswahllisten oder als CSV-Datei. `dach import` liest sie wieder ein und \
        ändert genau die Zellen, die Sie geändert haben.

        Beispiele:
          dach export /tmp/register
          dach export --department kultur --output kultur.xlsx
        """,
      en: """
        Importing the export changes nothing, and a second export writes the same bytes.

        With --output, a list to be filled in is written instead, as an Excel workbook (.xlsx) \
        with values to choose from or as a CSV file. `dach import` reads it back and changes \
        exactly the cells that you have changed.

        Examples:
          dach export /tmp/registry
          dach export --department kultur --output kultur.xlsx
        """))

  @Argument(
    help: help(
      de: "Leerer Ordner oder einer mit einem früheren Export.",
      en: "An empty folder or one with an earlier export."),
    completion: .directory)
  var directory: String?

  @Flag(
    help: help(
      de: "Dateien löschen, die nicht mehr zum Register gehören.",
      en: "Remove files that no longer belong to the registry."))
  var prune = false

  @Option(
    name: .customLong("output"),
    help: help(
      de: "Datei für eine Projektliste: .xlsx oder .csv.",
      en: "File for a list of projects: .xlsx or .csv."), completion: .file())
  var list: String?

  @Option(
    help: help(
      de: "Nur Projekte dieser Dienststelle (Id oder Name); mit --output.",
      en: "Only projects of this department (id or name); with --output."))
  var department: String?

  @Option(
    help: help(
      de: "Ordner eines Registers, aus dem die Liste kommt, statt aus der Datenbank.",
      en: "Folder of a registry that the list comes from, instead of the database."),
    completion: .directory)
  var registry: String?

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var dayOption: DayOption
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (directory == nil) == (list == nil) {
      throw ValidationError(
        text(
          de:
            "Nennen Sie einen Ordner für das Register, oder mit --output eine Datei für eine Liste.",
          en: "Name a folder for the registry, or by --output a file for a list."))
    }
    if list == nil, department != nil || registry != nil {
      throw ValidationError(
        text(
          de: "--department und --registry gelten für Listen: --output DATEI.",
          en: "--department and --registry are for lists: --output FILE."))
    }
    if let list, !["xlsx", "csv"].contains(Self.ending(of: list)) {
      throw ValidationError(
        text(
          de: "Eine Liste endet auf .xlsx oder .csv.", en: "A list ends with .xlsx or .csv."))
    }
  }

  private static func ending(of path: String) -> String {
    path.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  func run() async throws {
    if let list { return try await writeList(to: list) }
    guard let directory else { return }
    let portfolio = try await stored()
    let outcome = try RegistryExport(portfolio).write(to: directory, prune: prune)
    switch output.format {
    case .text: print(outcome.summary.map { $0[output.language] }.joined(separator: "\n"))
    case .json: print(try outcome.json())
    }
  }

  private func stored() async throws -> Portfolio {
    let connection = try await database.connect()
    return try await connection.runPatiently { [past = dayOption.past] in
      try RegistryLoad(asOf: past).load($0)
    }
  }

  // MARK: Lists

  /// - Throws: `UnknownName`, `UnwritableFile`, `SpreadsheetError`
  private func writeList(to path: String) async throws {
    let portfolio: Portfolio
    if let registry {
      portfolio = try LoadedRegistry.folder(registry, language: output.language).portfolio
    } else {
      portfolio = try await stored()
    }
    let id = try department.map { try portfolio.departmentID(named: $0) }
    let list = ProjectList(portfolio, department: id, language: output.language)
    if Self.ending(of: path) == "csv" {
      try WholeFile(path: path).write(ProjectListCSV.render(list))
    } else {
      let day = dayOption.day
      try WholeFile(path: path).write { try ProjectListXLSX.write(list, to: $0, day: day) }
    }
    switch output.format {
    case .text: print(Self.written(list.projects.count, path)[output.language])
    case .json:
      print(
        try JSONText.render(WrittenList(file: path, projects: list.projects.map(\.id))))
    }
  }

  private struct WrittenList: Encodable {
    let file: String
    let projects: [String]
  }

  private static func written(_ count: Int, _ path: String) -> BilingualText {
    BilingualText(
      de: (count == 1 ? "Ein Projekt" : "\(count) Projekte") + " in „\(path)“ geschrieben.\n"
        + "Ausfüllen, speichern und zurück ins Register: dach import \(path)",
      en: (count == 1 ? "One project" : "\(count) projects") + " written to '\(path)'.\n"
        + "Fill it in, save it and take it back: dach import \(path)")
  }
}

extension RegistryExport.Outcome {
  /// What was written, and what stands there besides.
  fileprivate var summary: [BilingualText] {
    var lines = [
      BilingualText(
        de: "\(written.count) Dateien geschrieben, \(unchanged) unverändert.",
        en: "\(written.count) files written, \(unchanged) unchanged.")
    ]
    if !stale.isEmpty {
      lines.append(
        isPruned
          ? BilingualText(
            de: "\(stale.count) Dateien gelöscht, die nicht mehr zum Register gehören:",
            en: "\(stale.count) files removed that no longer belong to the registry:")
          : BilingualText(
            de: "\(stale.count) Dateien gehören nicht mehr zum Register (löschen mit --prune):",
            en: "\(stale.count) files no longer belong to the registry (remove with --prune):"))
      lines += stale.map { BilingualText(de: "  \($0)", en: "  \($0)") }
    }
    return lines
  }
}

extension RegistryExport.Outcome {
  private struct Document: Encodable {
    let written: [String]
    let unchanged: Int
    let stale: [String]
    let pruned: Bool
  }

  fileprivate func json() throws -> String {
    try JSONText.render(
      Document(written: written, unchanged: unchanged, stale: stale, pruned: isPruned))
  }
}
