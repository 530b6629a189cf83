import ArgumentParser
import Foundation
import Portfolio
import RegistryDatabase
import RegistryFiles

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: help(
      de:
        "URL der PostgreSQL-Datenbank. Ohne Angabe DACH_DATABASE_URL, die PG-Variablen, sonst der eigene Server.",
      en:
        "URL of the PostgreSQL database. By default DACH_DATABASE_URL, the PG variables, else the private server."
    ))
  var database: String?

  private var environment: [String: String] { ProcessInfo.processInfo.environment }

  func target() throws -> DatabaseTarget {
    try DatabaseTarget.resolve(url: database, environment: environment)
  }

  /// Where to connect; the private server is started for it.
  func parameters() async throws -> ConnectionParameters {
    try await target().connectionParameters(environment: environment)
  }

  /// Opens the database as it is, starting the private server where no other is named.
  func open() async throws -> Database {
    try await Database.connect(to: parameters())
  }

  /// Opens the database with its tables up to date: the private server's are brought there, on
  /// anybody else's server that takes a deliberate `dach database migrate`.
  /// - Parameter preparing: Lays out an empty database on anybody else's server, too.
  func connect(preparing: Bool = false) async throws -> Database {
    let connection = try await open()
    switch try target() {
    case .embedded:
      try await connection.runPatiently(findsOutcome: true) {
        _ = try MigrationRunner().migrate($0)
      }
    case .server where preparing:
      try await connection.runPatiently(findsOutcome: true) {
        try MigrationRunner().prepareIfEmpty($0)
      }
    case .server: try await connection.runPatiently { try MigrationRunner().requireCurrent($0) }
    }
    return connection
  }
}

/// Where a reading command takes the registry from: a folder of files, or the database.
struct RegistryOptions: ParsableArguments {
  @Argument(
    help: help(
      de: "Ordner mit den Dateien eines Registers; ohne Angabe die Datenbank.",
      en: "Folder with the files of a registry; by default the database."),
    completion: .directory)
  var directory: String?

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var dayOption: DayOption

  /// The day on which everything that is printed is to be true.
  var day: CalendarDay { dayOption.day }

  /// For a command whose second argument may stand alone: a single word that is no path is that
  /// argument, and the registry comes from the database.
  func separating(_ argument: String?) -> (registry: RegistryOptions, argument: String?) {
    guard argument == nil, let word = directory, !FileManager.default.fileExists(atPath: word),
      !word.contains("/")
    else { return (self, argument) }
    var registry = self
    registry.directory = nil
    return (registry, word)
  }

  /// The registry as it is, or as it was on an earlier day. Files know no earlier state: they are
  /// looked at as if it were that day.
  func load(language: Language) async throws -> LoadedRegistry {
    guard let directory else {
      let connection = try await database.connect()
      let (portfolio, lastChange) = try await connection.runPatiently { [past = dayOption.past] in
        try RegistryLoad(asOf: past).loadState($0)
      }
      return LoadedRegistry(
        portfolio: portfolio, origin: .database(connection), lastChange: lastChange)
    }
    return try LoadedRegistry.folder(directory, language: language)
  }
}

extension LoadedRegistry {
  /// - Throws: `InvalidInput`
  static func folder(_ directory: String, language: Language) throws -> LoadedRegistry {
    let printer = DiagnosticPrinter(paths: [directory], language: language)
    let (portfolio, diagnostics) = RegistryReader(paths: [directory]).loadPortfolio()
    try printer.report(diagnostics)
    return LoadedRegistry(portfolio: portfolio, origin: .folder(directory))
  }
}
