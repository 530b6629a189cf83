import Portfolio

/// The sentences that people read. They name server and database, never a secret, a value or a
/// piece of SQL.
extension DatabaseError {
  static func text(for kind: Kind, server: ServerAddress) -> BilingualText {
    switch kind {
    case .invalidURL: invalidURLText
    case .unreachable:
      BilingualText(
        de: "Die Datenbank ist nicht erreichbar: \(server.german). "
          + "Bitte prüfen, ob der Server läuft und ob Rechnername und Port stimmen.",
        en: "The database cannot be reached: \(server.english). "
          + "Check that the server is running and that host and port are right.")
    case .encryptionUnavailable:
      BilingualText(
        de:
          "Der Datenbankserver bietet keine Verschlüsselung (TLS) an, verlangt ist sie aber durch "
          + "sslmode: \(server.german). Bitte TLS am Server einschalten lassen; in einem Netz, dem "
          + "Sie vertrauen, geht sslmode=prefer.",
        en: "The database server offers no encryption (TLS), but sslmode asks for it: "
          + "\(server.english). Have TLS switched on at the server; in a network that you trust, "
          + "sslmode=prefer will do.")
    case .certificate:
      BilingualText(
        de: "Das Zertifikat des Datenbankservers lässt sich nicht bestätigen: \(server.german). "
          + "Bitte prüfen, ob der Rechnername stimmt und sslrootcert (sonst "
          + "~/.postgresql/root.crt) die richtige Zertifizierungsstelle nennt.",
        en: "The database server's certificate cannot be verified: \(server.english). Check that "
          + "the host's name is right and that sslrootcert (else ~/.postgresql/root.crt) holds the "
          + "right authority.")
    case .authentication:
      BilingualText(
        de: "Die Datenbank hat die Anmeldung als „\(server.user)“ abgelehnt: \(server.german). "
          + "Bitte Benutzername und Passwort prüfen (Umgebungsvariable PGPASSWORD oder "
          + "Datei ~/.pgpass).",
        en: "The database refused the login as '\(server.user)': \(server.english). "
          + "Check user name and password (environment variable PGPASSWORD or file ~/.pgpass).")
    case .unknownDatabase:
      BilingualText(
        de: "Die Datenbank „\(server.database)“ gibt es nicht: \(server.german). "
          + "Anlegen lässt sie sich mit: \(server.createCommand)",
        en: "The database '\(server.database)' does not exist: \(server.english). "
          + "Create it with: \(server.createCommand)")
    case .tooManyConnections:
      BilingualText(
        de: "Die Datenbank nimmt keine weiteren Verbindungen an: \(server.german). "
          + "Bitte später noch einmal versuchen.",
        en: "The database accepts no more connections: \(server.english). Try again later.")
    case .connectionLost:
      BilingualText(
        de: "Die Verbindung zur Datenbank ist abgebrochen: \(server.german). "
          + "Bitte noch einmal versuchen.",
        en: "The connection to the database was lost: \(server.english). Try again.")
    case .tooOld:
      BilingualText(
        de: "Der Datenbankserver ist zu alt: \(server.german). "
          + "Gebraucht wird PostgreSQL \(oldestSupportedPostgreSQL) oder neuer.",
        en: "The database server is too old: \(server.english). "
          + "PostgreSQL \(oldestSupportedPostgreSQL) or newer is needed.")
    default: textOfStatement(kind)
    }
  }

  static let invalidURLText = BilingualText(
    de: "Die Angabe zur Datenbank ist nicht lesbar. Erwartet wird "
      + "postgresql://BENUTZER@RECHNER:PORT/DATENBANK. Zeichen wie @ : / ? # % in Benutzername "
      + "oder Passwort müssen prozentkodiert sein (@ als %40); besser steht das Passwort in "
      + "PGPASSWORD oder ~/.pgpass.",
    en: "The database URL cannot be read. Expected is postgresql://USER@HOST:PORT/DATABASE. "
      + "Characters such as @ : / ? # % in user name or password must be percent-encoded "
      + "(@ as %40); better keep the password in PGPASSWORD or ~/.pgpass.")

  static let commitOutcomeUnknownText = BilingualText(
    de: "Die Verbindung zur Datenbank ist beim Abschluss der Änderung abgebrochen. Ob sie "
      + "gespeichert wurde, ist offen. Bitte nachsehen, bevor sie wiederholt wird.",
    en: "The connection to the database was lost while the change was being completed. It is "
      + "unknown whether it was stored. Look before repeating it.")

  private static func textOfStatement(_ kind: Kind) -> BilingualText {
    switch kind {
    case .permission:
      BilingualText(
        de: "Dafür fehlt in der Datenbank die Berechtigung. Sie vergibt die Stelle, die das "
          + "Register betreut.",
        en: "The database does not permit this. The registry's steward grants the right.")
    case .conflict:
      BilingualText(
        de: "Jemand anderes hat gleichzeitig dieselben Daten geändert. Es wurde nichts "
          + "gespeichert; bitte noch einmal versuchen.",
        en: "Somebody else changed the same data at the same time. Nothing was stored; try again.")
    case .constraint(let name):
      BilingualText(
        de: "Die Angaben verletzen eine Regel der Datenbank\(name.map { " („\($0)“)" } ?? ""). "
          + "Es wurde nichts gespeichert.",
        en: "The data breaks a rule of the database\(name.map { " ('\($0)')" } ?? ""). "
          + "Nothing was stored.")
    case .diskFull:
      BilingualText(
        de: "Auf dem Datenbankserver ist kein Speicherplatz mehr frei. Es wurde nichts "
          + "gespeichert; bitte Platz schaffen und noch einmal versuchen.",
        en: "The database server has no disk space left. Nothing was stored; free some space "
          + "and try again.")
    case .lockTimeout:
      BilingualText(
        de: "Andere haben gerade gesperrt, was hier gebraucht wird, und sind nicht rechtzeitig "
          + "fertig geworden. Es wurde nichts gespeichert; bitte noch einmal versuchen.",
        en:
          "Others have locked what is needed here and did not finish in time. Nothing was stored; "
          + "try again.")
    case .statementTimeout:
      BilingualText(
        de: "Die Abfrage hat zu lange gedauert und wurde vom Datenbankserver abgebrochen. Es wurde "
          + "nichts gespeichert; die Zeit begrenzt statement_timeout.",
        en: "The query took too long and was stopped by the database server. Nothing was stored; "
          + "the time is limited by statement_timeout.")
    case .cancelled:
      BilingualText(de: "Der Vorgang wurde abgebrochen.", en: "The work was cancelled.")
    case .readOnly:
      BilingualText(
        de: "Die Datenbank lässt sich gerade nur lesen, etwa weil sie eine Kopie ist. "
          + "Änderungen gehen an den Hauptserver.",
        en: "The database can only be read at present, for example because it is a standby. "
          + "Changes go to the primary server.")
    default:
      BilingualText(
        de: "In der Arbeit mit der Datenbank ist ein Programmfehler aufgetreten. Es wurde "
          + "nichts gespeichert.",
        en: "A program error occurred while working with the database. Nothing was stored.")
    }
  }
}

extension DatabaseError {
  /// - Parameter source: the option or variable that is empty.
  static func emptyURL(_ source: String) -> DatabaseError {
    DatabaseError(
      kind: .emptyURL,
      text: BilingualText(
        de: "\(source) ist leer und nennt keine Datenbank. Erwartet wird "
          + "postgresql://BENUTZER@RECHNER:PORT/DATENBANK; für den eigenen Server lassen Sie die "
          + "Angabe ganz weg.",
        en: "\(source) is empty and names no database. Expected is "
          + "postgresql://USER@HOST:PORT/DATABASE; for the private server leave it out altogether."),
      details: "\(source) is empty")
  }

  /// Code called the client in a way it does not offer.
  static func misuse(_ details: String) -> DatabaseError {
    DatabaseError(kind: .internal, text: textOfStatement(.internal), details: details)
  }

  static let zeroCharacter = DatabaseError(
    kind: .constraint(nil), sqlState: "22021",
    text: BilingualText(
      de: "Ein Text enthält das Zeichen U+0000, das die Datenbank nicht speichern kann.",
      en: "A text contains the character U+0000, which the database cannot store."),
    details: "text parameter with a zero byte")

  static let cancelled = DatabaseError(
    kind: .cancelled, text: textOfStatement(.cancelled), details: "the task was cancelled")
}
