import Glibc

/// The folder of an installed PostgreSQL server's programs.
struct ServerPrograms: Sendable, Hashable {
  let folder: String
  /// E.g. 15.
  let majorVersion: Int

  var postgres: String { folder + "/postgres" }
  var initdb: String { folder + "/initdb" }

  /// All that are installed and new enough, best first: `DACH_POSTGRESQL_BIN`, which excludes the
  /// others, else what `pg_config --bindir` names, Debian's folders from the newest down, `PATH`.
  static func installed(environment: [String: String]) -> [ServerPrograms] {
    let searchPath = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let folders: [String]
    if let given = environment["DACH_POSTGRESQL_BIN"], !given.isEmpty {
      folders = [given]
    } else {
      folders = [configured(searchPath)].compactMap { $0 } + debian() + searchPath
    }
    var seen: Set<String> = []
    let found = folders.filter { seen.insert($0).inserted }.compactMap(ServerPrograms.init(in:))
      .filter { $0.majorVersion >= oldestSupportedPostgreSQL }
    // Stable, so of one version the first found comes first.
    return found.enumerated().sorted {
      ($1.element.majorVersion, $0.offset) < ($0.element.majorVersion, $1.offset)
    }.map(\.element)
  }

  /// The newest for a new cluster; for an existing one those of its version, as PostgreSQL reads
  /// no other's files.
  static func choose(
    clusterVersion: Int?, environment: [String: String]
  ) throws -> ServerPrograms {
    let installed = installed(environment: environment)
    guard let clusterVersion else {
      guard let newest = installed.first else { throw missing(environment) }
      return newest
    }
    guard clusterVersion >= oldestSupportedPostgreSQL else {
      throw unreadable(clusterVersion, installed)
    }
    guard let matching = installed.first(where: { $0.majorVersion == clusterVersion }) else {
      throw installed.isEmpty ? missing(environment) : unreadable(clusterVersion, installed)
    }
    return matching
  }

  private init?(in folder: String) {
    self.folder = folder
    guard access(folder + "/postgres", X_OK) == 0, access(folder + "/initdb", X_OK) == 0,
      let version = Self.version(of: folder + "/postgres")
    else { return nil }
    majorVersion = version
  }

  /// From e.g. `postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)`.
  private static func version(of program: String) -> Int? {
    guard let outcome = try? ChildProcess(arguments: [program, "--version"]).run(),
      outcome.code == 0, let number = outcome.output.split(separator: " ").dropFirst(2).first
    else { return nil }
    return Int(number.prefix { $0.isNumber })
  }

  private static func configured(_ searchPath: [String]) -> String? {
    let program = searchPath.map { $0 + "/pg_config" }.first { access($0, X_OK) == 0 }
    guard let program,
      let outcome = try? ChildProcess(
        arguments: [program, "--bindir"], environment: ["PATH": "/usr/bin:/bin"]
      ).run(),
      outcome.code == 0
    else { return nil }
    return outcome.output.split(separator: "\n").first.map(String.init)
  }

  private static func debian() -> [String] {
    namesInFolder("/usr/lib/postgresql").compactMap { Int($0) }.sorted(by: >)
      .map { "/usr/lib/postgresql/\($0)/bin" }
  }

  private static func missing(_ environment: [String: String]) -> EmbeddedServerError {
    if let folder = environment["DACH_POSTGRESQL_BIN"], !folder.isEmpty {
      return EmbeddedServerError(
        .programsMissing,
        de: "In DACH_POSTGRESQL_BIN („\(folder)“) gibt es keinen PostgreSQL-Server ab Version "
          + "\(oldestSupportedPostgreSQL).",
        en: "DACH_POSTGRESQL_BIN ('\(folder)') holds no PostgreSQL server of version "
          + "\(oldestSupportedPostgreSQL) or newer.")
    }
    return EmbeddedServerError(
      .programsMissing,
      de: "Für die eingebaute Datenbank fehlt der PostgreSQL-Server. Bitte das Paket postgresql "
        + "installieren (apt install postgresql), oder mit --database eine Datenbank angeben.",
      en: "The embedded database needs the PostgreSQL server. Install the package postgresql "
        + "(apt install postgresql), or name a database with --database.")
  }

  private static func unreadable(
    _ version: Int, _ installed: [ServerPrograms]
  ) -> EmbeddedServerError {
    let present = installed.map { "\($0.majorVersion)" }.joined(separator: ", ")
    return EmbeddedServerError(
      .dataUnusable,
      de: "Die eingebaute Datenbank wurde mit PostgreSQL \(version) angelegt; installiert ist "
        + "\(present). Bitte das Paket postgresql-\(version) installieren, oder die Daten damit "
        + "sichern und mit der neuen Version wieder einlesen.",
      en: "The embedded database was made with PostgreSQL \(version); installed is \(present). "
        + "Install the package postgresql-\(version), or back the data up with it and restore "
        + "them with the new version.")
  }
}
