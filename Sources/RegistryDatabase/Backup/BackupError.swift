public import Portfolio

/// A backup could not be made or restored. What was there before is unchanged.
public enum BackupError: Error, Hashable {
  case programsMissing
  /// A program of PostgreSQL failed, with what it said.
  case failed(String, String)
  /// The file cannot be read, or is no backup of a registry.
  case noBackup(String)
  /// The backup has migrations that this program does not know.
  case newer([String])
  /// The database holds something, and nobody said that it may be replaced.
  case notEmpty
  case unwritable(String, String)
  /// Who does not own the registry.
  case notPermitted

  public var text: BilingualText {
    switch self {
    case .programsMissing:
      BilingualText(
        de: "Zum Sichern fehlen die Programme pg_dump, pg_restore und psql. Bitte das Paket "
          + "postgresql-client installieren.",
        en: "The programs pg_dump, pg_restore and psql are missing. Install the package "
          + "postgresql-client.")
    case .failed(let program, let said):
      BilingualText(
        de: "\(program) ist gescheitert; an der Datenbank wurde nichts geändert:\n\(said)",
        en: "\(program) failed; nothing about the database was changed:\n\(said)")
    case .noBackup(let file):
      BilingualText(
        de: "„\(file)“ ist keine lesbare Sicherung eines Registers. Eine macht: "
          + "dach database backup DATEI",
        en: "'\(file)' is no readable backup of a registry. One is made by: "
          + "dach database backup FILE")
    case .newer(let names):
      BilingualText(
        de: "Die Sicherung ist neuer als dieses Programm: Sie enthält "
          + "\(names.map { "„\($0)“" }.joined(separator: ", ")). Es wurde nichts geändert. Bitte "
          + "eine neuere Fassung von dach installieren.",
        en: "The backup is newer than this program: it has "
          + "\(names.map { "'\($0)'" }.joined(separator: ", ")). Nothing was changed. Install a "
          + "newer release of dach.")
    case .notEmpty:
      BilingualText(
        de: "Die Datenbank ist nicht leer; es wurde nichts geändert. Mit --replace tritt die "
          + "Sicherung an die Stelle dessen, was darin steht.",
        en: "The database is not empty; nothing was changed. With --replace the backup takes the "
          + "place of what it holds.")
    case .unwritable(let file, let reason):
      BilingualText(
        de: "Die Datei „\(file)“ lässt sich nicht schreiben: \(reason).",
        en: "The file '\(file)' cannot be written: \(reason).")
    case .notPermitted:
      BilingualText(
        de: "Eine Sicherung enthält alles, auch Vertrauliches; sichern und zurückspielen darf sie "
          + "nur ein Zugang der Gruppe „owner“. Es wurde nichts geändert.",
        en: "A backup holds everything, confidential projects as well; only a login of the group "
          + "'owner' may make one or put it back. Nothing was changed.")
    }
  }

  /// By `sysexits.h`: 65 bad data, 69 unavailable, 73 cannot create, 77 not permitted.
  public var exitCode: Int32 {
    switch self {
    case .programsMissing, .failed, .newer: 69
    case .noBackup, .notEmpty: 65
    case .unwritable: 73
    case .notPermitted: 77
    }
  }
}

extension BackupError: CustomStringConvertible {
  public var description: String { text.english }
}
