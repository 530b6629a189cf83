import ArgumentParser
import Portfolio
import RegistryDatabase
import Reports

/// A change that a command makes to records of the database. It takes the same way as an import:
/// by the same rules, all or nothing, and recorded among the imports.
struct RegistryAmendment: Sendable {
  /// The command, for the record of imports.
  let command: String
  /// What it is about, e.g. the ids of the projects.
  let subjects: [String]
  /// Kinds of which the change may take records away.
  var removableKinds: Set<RecordKind> = []
  let change: @Sendable (inout RegistryDraft) throws -> Void

  /// - Throws: What the change throws, `RefusedChange`, or as `RegistryImport.amend`.
  func run(on database: Database, isDryRun: Bool) async throws -> ImportReport {
    var work = RegistryImport(
      isComplete: false, prunes: true, isDryRun: isDryRun, command: command,
      source: subjects.joined(separator: " "), listedChanges: .max)
    work.completeKinds = removableKinds
    return try await database.run { [work] session in
      try work.amend(on: session) { registry in
        var draft = RegistryDraft(registry, removableKinds: removableKinds)
        try change(&draft)
        return try draft.records(checkedBy: AmendmentCheck(registry))
      }
    }
  }
}

/// The options that all commands have that change records of the database.
struct AmendmentOptions: ParsableArguments {
  @Flag(
    help: help(
      de: "Nur zeigen, was sich ändern würde.", en: "Only show what would change."))
  var dryRun = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  /// Makes the change and prints it.
  func run(_ amendment: RegistryAmendment) async throws {
    let report = try await amendment.run(on: database.connect(), isDryRun: dryRun)
    try output.printReport(report) { $0.renderAmendment(report) }
  }
}

extension OutputOptions {
  /// Prints what an import changed, as JSON or as `text` words it.
  func printReport(_ report: ImportReport, text: (ImportText) -> String) throws {
    switch format {
    case .text:
      print(text(ImportText(style: .forStandardOutput(), language: language)), terminator: "")
    case .json: print(try ImportJSON.render(report))
    }
  }
}
