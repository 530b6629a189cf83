import ArgumentParser

/// `dach database …`: looks after the private server and the tables.
struct DatabaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "database",
    abstract: text(
      de: "Verwaltet den eigenen PostgreSQL-Server und die Tabellen.",
      en: "Looks after the private PostgreSQL server and the tables."),
    subcommands: [
      DatabaseStartCommand.self, DatabaseStopCommand.self, DatabaseStatusCommand.self,
      DatabaseURLCommand.self, DatabaseMigrateCommand.self, DatabaseBackupCommand.self,
      DatabaseRestoreCommand.self, DatabaseAuditCommand.self,
    ])
}
