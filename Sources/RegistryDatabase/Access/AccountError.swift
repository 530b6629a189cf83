public import Portfolio

/// A login cannot be added or removed. Nothing was changed.
public enum AccountError: Error, Hashable {
  case unusableName(String)
  case exists(String)
  /// One's own login cannot be removed by itself.
  case ownLogin(String)

  public var text: BilingualText {
    switch self {
    case .unusableName(let name):
      BilingualText(
        de: "„\(name)“ ist als Zugang nicht möglich. Ein Zugang heißt nach einer Funktion: 3 bis "
          + "63 kleine Buchstaben, Ziffern, - und _, vorn ein Buchstabe, nicht mit pg_ oder dach_ "
          + "beginnend.",
        en: "'\(name)' is not possible for a login. A login is named after a function: 3 to 63 "
          + "small letters, digits, - and _, a letter first, not beginning with pg_ or dach_.")
    case .exists(let name):
      BilingualText(
        de: "Auf dem Datenbankserver gibt es „\(name)“ schon. Es wurde nichts geändert.",
        en: "The database server has a role '\(name)' already. Nothing was changed.")
    case .ownLogin(let name):
      BilingualText(
        de: "„\(name)“ ist Ihr eigener Zugang; entfernen kann ihn nur ein anderer.",
        en: "'\(name)' is your own login; only another one can remove it.")
    }
  }
}

extension AccountError: CustomStringConvertible {
  public var description: String { text.english }
}
