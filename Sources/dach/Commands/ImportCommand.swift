import ArgumentParser
import Foundation
import Glibc
import Portfolio
import RegistryDatabase
import RegistryFiles
import Reports

/// `dach import PATH…`: takes files into the database, all or nothing.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: text(
      de: "Übernimmt Dateien in die Datenbank: alles oder nichts.",
      en: "Takes files into the database: all or nothing."),
    discussion: text(
      de: """
        Ein Ordner mit strategy.yaml oder departments.yaml gilt als ganzes Register: Was darin \
        fehlt, wird aufgelistet, aber nur mit --prune archiviert. Einzelne Dateien ergänzen den \
        Bestand. Ein zweiter Import derselben Dateien ändert nichts.

        Beispiele:
          dach import registry --dry-run
          dach import registry
          dach import registry/projects/kultur
        """,
      en: """
        A folder with strategy.yaml or departments.yaml counts as a whole registry: what it lacks \
        is listed, but archived only with --prune. Single files add to what is there. A second \
        import of the same files changes nothing.

        Examples:
          dach import registry --dry-run
          dach import registry
          dach import registry/projects/kultur
        """))

  @Argument(
    help: help(de: "Ordner oder Dateien.", en: "Folders or files."), completion: .file())
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

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
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

  private func knownIDs(_ connection: Database) async throws -> KnownIDs {
    let known = try await connection.runPatiently { try KnownRecords($0) }
    return KnownIDs(
      departments: known.departments, subStrategies: known.subStrategies,
      guidelines: known.guidelines, themes: known.themes, services: known.services,
      sources: known.sources, formats: known.formats, contributions: known.contributions)
  }
}
