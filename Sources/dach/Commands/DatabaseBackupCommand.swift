import ArgumentParser
import Foundation
import Portfolio
import RegistryDatabase
import Reports

/// `dach database backup FILE`: the whole registry with its history in one file.
struct DatabaseBackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: text(
      de: "Sichert das ganze Register mit seiner Geschichte in eine Datei.",
      en: "Backs the whole registry up with its history, into one file."),
    discussion: text(
      de: """
        Gesichert wird ein unveränderter Stand, während andere weiterarbeiten. Die Datei enthält \
        auch Vertrauliches; lesen kann sie nur, wer den Befehl gibt.

        Beispiel: dach database backup /srv/sicherung/register-2026-11-22.backup
        """,
      en: """
        One unchanging state is backed up while others go on working. The file holds what is \
        confidential as well; only whoever gives the command can read it.

        Example: dach database backup /srv/backup/registry-2026-11-22.backup
        """))

  @Argument(
    help: help(de: "Datei der Sicherung.", en: "File of the backup."), completion: .file())
  var file: String

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let parameters = try await database.parameters()
    let connection = try await database.connect()
    let summary = try await RegistryBackup(
      of: parameters, environment: ProcessInfo.processInfo.environment
    ).write(to: file, on: connection)
    let done = BilingualText(de: "Gesichert in „\(file)“", en: "Backed up in '\(file)'")
    try output.printBackup(summary, done)
  }
}

/// `dach database restore FILE`: puts a backup back.
struct DatabaseRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: text(
      de: "Spielt eine Sicherung ein: ganz oder gar nicht.",
      en: "Puts a backup back: all of it or nothing."),
    discussion: text(
      de: """
        Eine leere Datenbank wird gefüllt; eine, in der schon etwas steht, nur mit --replace \
        ersetzt. Eine Sicherung aus einer früheren Fassung von dach wird auf den heutigen Stand \
        gebracht, eine aus einer neueren abgelehnt.

        Beispiele:
          dach database restore register.backup
          dach database restore register.backup --replace
        """,
      en: """
        An empty database is filled; one that holds anything is replaced with --replace only. A \
        backup of an earlier release of dach is brought up to date, one of a newer release refused.

        Examples:
          dach database restore registry.backup
          dach database restore registry.backup --replace
        """))

  @Argument(
    help: help(de: "Datei der Sicherung.", en: "File of the backup."), completion: .file())
  var file: String

  @Flag(
    help: help(
      de: "Ersetzen, was in der Datenbank steht.", en: "Replace what the database holds."))
  var replace = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let parameters = try await database.parameters()
    let summary = try await RegistryBackup(
      of: parameters, environment: ProcessInfo.processInfo.environment
    ).restore(from: file, on: try await database.open(), replaces: replace)
    let done = BilingualText(
      de: "Wiederhergestellt aus „\(file)“", en: "Restored from '\(file)'")
    try output.printBackup(summary, done)
  }
}

extension OutputOptions {
  private struct BackupDocument: Encodable {
    let size: Int64
    let version: String
    let projects: Int
    let changes: Int
  }

  fileprivate func printBackup(
    _ summary: RegistryBackup.Summary, _ done: BilingualText
  ) throws {
    guard format == .text else {
      return print(
        try JSONText.render(
          BackupDocument(
            size: summary.size, version: summary.version, projects: summary.projects,
            changes: summary.changes)))
    }
    let (projects, changes) = (summary.projects, summary.changes)
    let content = BilingualText(
      de: "\(projects == 1 ? "ein Projekt" : "\(projects) Projekte"), "
        + (changes == 1 ? "eine Änderung" : "\(changes) Änderungen"),
      en: "\(projects == 1 ? "one project" : "\(projects) projects"), "
        + (changes == 1 ? "one change" : "\(changes) changes"))
    print("\(done[language]): \(content[language]), \((summary.size + 1023) / 1024) KiB.")
  }
}
