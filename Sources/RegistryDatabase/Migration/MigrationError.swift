public import Portfolio

/// The database's layout does not fit this program.
public enum MigrationError: Error, Hashable {
  /// The program's text of an applied migration is not the one that was applied.
  case changed(String)
  /// The database has migrations that this program does not know.
  case newerDatabase([String])
  /// Migrations that this program needs have not been applied.
  case pending([String])
  /// There is nothing in the database yet.
  case emptyDatabase
  /// The database holds something, but no registry.
  case foreignDatabase
  /// The role may not do what this migration does.
  case notPermitted(String)
  /// The database stores texts in this encoding, not in UTF-8.
  case encoding(String)

  public var text: BilingualText {
    switch self {
    case .changed(let name):
      BilingualText(
        de: "Die Migration „\(name)“ ist in der Datenbank mit anderem Inhalt angewendet worden, "
          + "als dieses Programm ihn kennt. Es wurde nichts geändert. Bitte die Fassung von dach "
          + "verwenden, mit der die Datenbank angelegt wurde, oder eine neuere.",
        en: "The migration '\(name)' was applied to the database with another text than this "
          + "program knows. Nothing was changed. Use the release of dach that laid the database "
          + "out, or a newer one.")
    case .newerDatabase(let names):
      BilingualText(
        de: "Die Datenbank ist neuer als dieses Programm: Sie enthält "
          + "\(names.map { "„\($0)“" }.joined(separator: ", ")). Es wurde nichts geändert. "
          + "Bitte eine neuere Fassung von dach installieren.",
        en: "The database is newer than this program: it has "
          + "\(names.map { "'\($0)'" }.joined(separator: ", ")). Nothing was changed. "
          + "Install a newer release of dach.")
    case .pending(let names):
      BilingualText(
        de: "Die Datenbank ist noch nicht auf dem Stand dieses Programms: Es fehlen "
          + "\(names.map { "„\($0)“" }.joined(separator: ", ")). "
          + "Abhilfe: dach database migrate",
        en: "The database is not yet up to date with this program: it lacks "
          + "\(names.map { "'\($0)'" }.joined(separator: ", ")). Run: dach database migrate")
    case .emptyDatabase:
      BilingualText(
        de: "Die Datenbank ist noch leer. Das Register legt darin an: dach import ORDNER "
          + "(oder, ohne Inhalt: dach database migrate)",
        en: "The database is still empty. Lay out the registry in it with: dach import FOLDER "
          + "(or, without content: dach database migrate)")
    case .foreignDatabase:
      BilingualText(
        de: "Die Datenbank enthält anderes, aber kein Register. Wenn sie die richtige ist, legt "
          + "das Register darin an: dach database migrate",
        en: "The database holds something else, but no registry. If it is the right one, lay out "
          + "the registry in it with: dach database migrate")
    case .notPermitted(let name):
      BilingualText(
        de: "Für die Migration „\(name)“ fehlt der Rolle eine Berechtigung: Ihr muss die Datenbank "
          + "gehören, sie muss Rollen anlegen dürfen (CREATEROLE) und, wo es das Register schon "
          + "gibt, zu dach_owner gehören. Die Migration wurde nicht angewendet.",
        en: "The role lacks a right for the migration '\(name)': it has to own the database, to be "
          + "allowed to make roles (CREATEROLE) and, where the registry exists already, to be a "
          + "member of dach_owner. The migration was not applied.")
    case .encoding(let name):
      BilingualText(
        de: "Die Datenbank speichert Texte in der Kodierung \(name), gebraucht wird UTF8. Es "
          + "wurde nichts geändert. Bitte eine andere anlegen: "
          + "createdb --encoding=UTF8 --template=template0 NAME",
        en: "The database stores texts in the encoding \(name), UTF8 is needed. Nothing was "
          + "changed. Create another one: createdb --encoding=UTF8 --template=template0 NAME")
    }
  }
}

extension MigrationError: CustomStringConvertible {
  public var description: String { text.english }
}
