public import Portfolio

/// Why an import was refused. Nothing has been stored then.
public enum ImportError: Error, Hashable {
  /// Two records of the input have the same id.
  case repeatedRecord(RecordKind, id: String)
  /// Records cite sources that the strategy does not list.
  case unknownSources([String])
  /// The input refers to something that the registry does not have, or takes something away that
  /// others still refer to. Holds PostgreSQL's sentence, which names both tables and the id.
  case brokenReference(String)

  public var text: BilingualText {
    switch self {
    case .repeatedRecord(let kind, let id):
      BilingualText(
        de: "Die Eingabe enthält zwei Einträge der Art „\(kind.rawValue)“ mit derselben Kennung "
          + "„\(id)“ oder zwei Dachstrategien. Es wurde nichts gespeichert.",
        en: "The input has two records of kind '\(kind.rawValue)' with the same id '\(id)', or "
          + "two umbrella strategies. Nothing was stored.")
    case .unknownSources(let ids):
      BilingualText(
        de: "Diese Quellen werden genannt, stehen aber nicht im Quellenverzeichnis der "
          + "Dachstrategie: \(ids.joined(separator: ", ")). Es wurde nichts gespeichert.",
        en: "These sources are cited but not listed with the umbrella strategy: "
          + "\(ids.joined(separator: ", ")). Nothing was stored.")
    case .brokenReference(let sentence):
      BilingualText(
        de: "Die Eingabe verweist auf etwas, das es im Register nicht gibt, oder entfernt etwas, "
          + "worauf noch verwiesen wird (auch von archivierten Projekten). Es wurde nichts "
          + "gespeichert. PostgreSQL meldet: \(sentence)",
        en: "The input refers to something that is not in the registry, or removes something that "
          + "is still referred to (by archived projects, too). Nothing was stored. PostgreSQL "
          + "says: \(sentence)")
    }
  }
}

extension ImportError: CustomStringConvertible {
  public var description: String { text.english }
}
