import Portfolio
import RegistryDatabase

/// A change that a command makes to records of the database. It takes the same way as an import:
/// by the same rules, all or nothing, and recorded among the imports.
struct RegistryAmendment: Sendable {
  /// The command, for the record of imports.
  let command: String
  /// What it is about, e.g. the ids of the projects.
  let subjects: [String]
  /// Kinds of which the change may take records away.
  var removableKinds: Set<RecordKind> = []
  /// The state of the project that the change was made from, where that is known.
  var basis: EditBasis?
  let change: @Sendable (inout RegistryDraft) throws -> Void

  /// - Throws: What the change throws, `RefusedChange`, `EditConflict`, or as `RegistryImport.amend`.
  func run(on database: Database, isDryRun: Bool) async throws -> ImportReport {
    var work = RegistryImport(
      isComplete: false, prunes: true, isDryRun: isDryRun, command: command,
      source: subjects.joined(separator: " "), listedChanges: .max)
    work.completeKinds = removableKinds
    work.basis = basis
    return try await work.patiently(on: database) { work, session in
      try work.amend(on: session) { registry, archive in
        var draft = RegistryDraft(registry, removableKinds: removableKinds)
        try change(&draft)
        draft.archivedProjects.forEach(archive)
        return try draft.records(checkedBy: AmendmentCheck(registry))
      }
    }
  }
}
