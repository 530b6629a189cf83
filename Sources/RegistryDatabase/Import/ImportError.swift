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
  /// Ids that the input gives to new projects are not free.
  case takenID
  /// The present user may not write this.
  case notPermitted(WritePermission.Refusal)

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
    case .takenID:
      BilingualText(
        de: "Eine der Kennungen neuer Projekte ist nicht frei. Es wurde nichts gespeichert; bitte "
          + "eine andere wählen.",
        en: "One of the ids of new projects is not free. Nothing was stored; choose another one.")
    case .notPermitted(let refusal): refusal.text
    }
  }
}

extension WritePermission.Refusal {
  var text: BilingualText {
    switch self {
    case .readOnly:
      BilingualText(
        de: "Mit Ihrem Zugang lässt sich das Register lesen, aber nicht ändern. Es wurde nichts "
          + "gespeichert. Rechte vergibt die Stelle, die das Register betreut.",
        en: "Your login can read the registry but not change it. Nothing was stored. Rights are "
          + "granted by whoever looks after the registry.")
    case .kind(.verdict):
      BilingualText(
        de: "Ihr Zugang entscheidet im Namen der eigenen Dienststelle über Paare, zu denen ein "
          + "eigenes Projekt gehört; duplicate und bundle nur, wenn beide Projekte die eigenen "
          + "sind. Alles andere entscheidet die Stelle, die das Register betreut. Es wurde nichts "
          + "gespeichert.",
        en: "Your login decides on behalf of its own department on pairs with a project of its "
          + "own; duplicate and bundle only where both projects are its own. Whoever looks after "
          + "the registry decides everything else. Nothing was stored.")
    case .kind(.project):
      BilingualText(
        de: "Das darf Ihr Zugang an diesen Projekten nicht ändern: Geprüft (reviewed) und mit dem "
          + "Label versehen werden sie von der Stelle, die das Register betreut, und eine "
          + "Verbindung bestätigt die andere Seite. Es wurde nichts gespeichert.",
        en: "Your login may not change this about these projects: they are reviewed and given the "
          + "label by whoever looks after the registry, and a link is confirmed by the other side. "
          + "Nothing was stored.")
    case .kind:
      BilingualText(
        de: "Leitlinien, Dienststellen, Maßnahmen, Beteiligung und Ausnahmen pflegt die Stelle, "
          + "die das Register betreut; Ihr Zugang darf sie nicht ändern. Es wurde nichts "
          + "gespeichert.",
        en: "Guidelines, departments, measures, participation and waivers are kept by whoever "
          + "looks after the registry; your login may not change them. Nothing was stored.")
    case .projects(let ids, let own):
      BilingualText(
        de: "Ihr Zugang ändert Projekte von „\(own)“, nicht die anderer Dienststellen: "
          + "\(Self.list(ids)). Es wurde nichts gespeichert.",
        en: "Your login changes projects of '\(own)' and not those of other departments: "
          + "\(Self.list(ids)). Nothing was stored.")
    case .labels(let ids):
      BilingualText(
        de: "Das Label vergibt die Stelle, die das Register betreut; beantragen lässt es sich mit "
          + "label: requested. Betroffen: \(Self.list(ids)). Es wurde nichts gespeichert.",
        en: "The label is granted by whoever looks after the registry; ask for it with "
          + "label: requested. Concerned: \(Self.list(ids)). Nothing was stored.")
    case .pruning:
      BilingualText(
        de: "Archivieren, was in einem Ordner fehlt, darf nur die Stelle, die das Register "
          + "betreut. Es wurde nichts gespeichert.",
        en: "Only whoever looks after the registry may archive what a folder lacks. Nothing was "
          + "stored.")
    }
  }

  private static func list(_ ids: [String]) -> String {
    ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? " …" : "")
  }
}

extension ImportError: CustomStringConvertible {
  public var description: String { text.english }
}
