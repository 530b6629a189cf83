import Logging

/// What happens at the database, for whoever runs it.
///
/// Logged are kinds, numbers and names of commands. Values, accounts, paths and what the server said
/// are not, as they may tell of persons.
enum DatabaseLog {
  private static let logger = Logger(label: "dach.database")

  static func migrated(_ name: String) {
    logger.info("migrated", metadata: ["migration": .string(name)])
  }

  /// A change that is stored now, or one that was tried out.
  static func stored(_ report: ImportReport, command: String) {
    var metadata: Logger.Metadata = ["command": .string(command)]
    if report.isDryRun { metadata["dryRun"] = "true" }
    for (kind, counts) in report.counts {
      let numbers = [
        ("new", counts.new), ("changed", counts.changed), ("archived", counts.archived),
        ("revived", counts.revived), ("deleted", counts.deleted),
      ]
      for (name, number) in numbers where number > 0 {
        metadata["\(kind.rawValue).\(name)"] = .stringConvertible(number)
      }
    }
    logger.info(report.isUnchanged ? "nothing changed" : "stored", metadata: metadata)
  }

  static func tryingAgain(after error: DatabaseError) {
    logger.notice("trying again", metadata: metadata(error))
  }

  static func waited(for lock: AdvisoryLock) {
    logger.notice("waited in vain", metadata: ["lock": .string("\(lock)")])
  }

  static func backedUp(_ summary: RegistryBackup.Summary) {
    logger.info("backed up", metadata: metadata(summary))
  }

  static func restored(_ summary: RegistryBackup.Summary) {
    logger.info("restored", metadata: metadata(summary))
  }

  private static func metadata(_ summary: RegistryBackup.Summary) -> Logger.Metadata {
    [
      "bytes": .stringConvertible(summary.size), "version": .string(summary.version),
      "projects": .stringConvertible(summary.projects),
      "changes": .stringConvertible(summary.changes),
    ]
  }

  private static func metadata(_ error: DatabaseError) -> Logger.Metadata {
    var metadata: Logger.Metadata = ["kind": .string("\(error.kind)")]
    metadata["sqlState"] = error.sqlState.map { .string($0) }
    metadata["step"] = error.step.map { .string("\($0)") }
    return metadata
  }
}
