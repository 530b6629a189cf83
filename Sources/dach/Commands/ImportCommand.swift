import ArgumentParser
import Foundation
import Glibc
import Portfolio
import ProjectTables
import RegistryDatabase
import RegistryFiles
import Reports

/// `dach import PATH…`: takes files into the database, all or nothing.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: text(
      de: "Übernimmt Dateien und Projektlisten in die Datenbank: alles oder nichts.",
      en: "Takes files and lists of projects into the database: all or nothing."),
    discussion: text(
      de: """
        Ein Ordner mit strategy.yaml oder departments.yaml gilt als ganzes Register: Was darin \
        fehlt, wird aufgelistet, aber nur mit --prune archiviert. Einzelne Dateien ergänzen den \
        Bestand. Ein zweiter Import derselben Dateien ändert nichts.

        Projektlisten (.xlsx, .csv) werden gelesen, wie sie sind. Die Vorschau zeigt, was jede \
        Spalte bedeutet und was sich in welcher Zelle ändert. Eine Zeile mit der Kennung oder dem \
        genauen Titel eines Projekts ändert dieses, jede andere ist ein neues Projekt. Leere \
        Zellen lassen, was da ist; ein einzelnes „-“ löscht. Wird eine Zelle abgelehnt, so wird \
        nichts gespeichert.

        Beispiele:
          dach import registry --dry-run
          dach import registry
          dach import projekte.xlsx --dry-run
          dach import projekte.xlsx --department kultur --map "Bemerkung=ignore"
        """,
      en: """
        A folder with strategy.yaml or departments.yaml counts as a whole registry: what it lacks \
        is listed, but archived only with --prune. Single files add to what is there. A second \
        import of the same files changes nothing.

        Lists of projects (.xlsx, .csv) are read as they are. The preview shows what each column \
        means and what changes in which cell. A row with the id or the exact title of a project \
        changes it, any other is a new project. Empty cells leave what is there; a single '-' \
        clears. Where a cell is refused, nothing is stored.

        Examples:
          dach import registry --dry-run
          dach import registry
          dach import projects.xlsx --dry-run
          dach import projects.xlsx --department kultur --map "Remark=ignore"
        """))

  @Argument(
    help: help(
      de: "Ordner, YAML-Dateien und Projektlisten (.xlsx, .csv).",
      en: "Folders, YAML files and lists of projects (.xlsx, .csv)."), completion: .file())
  var paths: [String]

  @Flag(
    help: help(
      de: "Nur zeigen, was sich ändern würde.", en: "Only show what would change."))
  var dryRun = false

  @Flag(
    help: help(
      de: "Projekte archivieren, die im Ordner fehlen.",
      en: "Archive projects that the folder lacks."))
  var prune = false

  @Option(
    help: help(
      de:
        "Ordner eines Registers, in dessen Dateien Projektlisten übernommen werden, statt in die Datenbank.",
      en: "Folder of a registry into whose files lists are taken, instead of into the database."),
    completion: .directory)
  var registry: String?

  @OptionGroup(title: text(de: "Projektlisten", en: "Lists of projects"))
  var spreadsheets: SpreadsheetOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  var listPaths: [String] { paths.filter(SpreadsheetFile.isNamedLikeOne) }
  var filePaths: [String] { paths.filter { !SpreadsheetFile.isNamedLikeOne($0) } }

  func validate() throws {
    if listPaths.isEmpty, registry != nil || !spreadsheets.isEmpty {
      throw ValidationError(
        text(
          de: "--registry, --sheet, --department, --map, --mapping und --save-mapping gelten für "
            + "Projektlisten (.xlsx, .csv).",
          en: "--registry, --sheet, --department, --map, --mapping and --save-mapping are for "
            + "lists of projects (.xlsx, .csv)."))
    }
    if registry != nil, !filePaths.isEmpty {
      throw ValidationError(
        text(
          de: "Mit --registry werden nur Projektlisten (.xlsx, .csv) übernommen.",
          en: "With --registry, only lists of projects (.xlsx, .csv) are taken."))
    }
    if prune && !isWholeRegistry {
      throw ValidationError(
        text(
          de:
            "--prune braucht einen Ordner mit dem ganzen Register (strategy.yaml oder departments.yaml).",
          en: "--prune needs a folder with the whole registry (strategy.yaml or departments.yaml).")
      )
    }
  }

  func run() async throws {
    guard listPaths.isEmpty else { return try await importLists() }
    let connection = try await database.connect(preparing: !dryRun)
    let known = isWholeRegistry ? KnownIDs() : try await knownIDs(connection)
    let reader = RegistryReader(paths: paths, known: known)
    let importer = RegistryImport(
      isComplete: isWholeRegistry, prunes: prune, isDryRun: dryRun,
      source: paths.joined(separator: " "))
    let printer = DiagnosticPrinter(paths: paths, language: output.language)
    let label = text(de: "Gelesen", en: "Read")
    let report = try await importer.patiently(on: connection) { importer, session in
      try importer.run(on: session) { add in
        var bar = ProgressBar(label)
        defer { bar.finish() }
        let diagnostics = try reader.read { progress in
          bar.show(progress.bytesRead / 1024, of: progress.bytes / 1024)
        } onRecord: { record in
          try add(record)
        }
        try printer.report(diagnostics)
      }
    }
    try output.printReport(report) { $0.render(report) }
  }

  /// A single folder that holds the documents every registry has.
  private var isWholeRegistry: Bool {
    guard paths.count == 1, let path = paths.first else { return false }
    return ["strategy.yaml", "strategy.yml", "departments.yaml", "departments.yml"].contains {
      FileManager.default.fileExists(atPath: path + "/" + $0)
    }
  }

  func knownIDs(_ connection: Database) async throws -> KnownIDs {
    let known = try await connection.runPatiently { try KnownRecords($0) }
    return KnownIDs(
      departments: known.departments, subStrategies: known.subStrategies,
      guidelines: known.guidelines, themes: known.themes, services: known.services,
      sources: known.sources, formats: known.formats, contributions: known.contributions)
  }
}
