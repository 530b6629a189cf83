public import Portfolio

/// What a condition of a query is about. Raw values are the canonical English names.
public enum QueryField: String, Sendable, Hashable, CaseIterable {
  case id, title, summary, department, office, strategy, theme, guideline, review, status
  case starts, ends, confirmed, budget, funding, contact, partner, sector, audience, technology
  case provides, requires, linked, contribution, visibility, label, page, note, source
  case similar, has, missing

  /// How the values of a field are written and compared.
  public enum Kind: Sendable, Hashable {
    /// The name of a record: by id, name, alias or the beginning of one.
    case reference
    /// One of a few fixed words.
    case choice
    /// Stems of words, as in free text.
    case words
    /// Part of a text, regardless of case.
    case text
    case date
    case amount
    /// The name of another field.
    case fieldName
  }

  public var kind: Kind {
    switch self {
    case .id, .department, .office, .strategy, .theme, .guideline, .provides, .requires, .linked,
      .contribution, .similar:
      .reference
    case .review, .status, .sector, .visibility, .label: .choice
    case .title, .summary: .words
    case .funding, .contact, .partner, .audience, .technology, .page, .note, .source: .text
    case .starts, .ends, .confirmed: .date
    case .budget: .amount
    case .has, .missing: .fieldName
    }
  }

  /// Whether its values have an order, so that `<` and ranges make sense.
  public var isOrdered: Bool { kind == .date || kind == .amount }

  /// Whether a project can lack it, so that `none`, `any`, `has:` and `missing:` make sense.
  public var canBeMissing: Bool {
    switch self {
    case .id, .title, .similar, .has, .missing: false
    default: true
    }
  }

  /// The name by which help and messages call it.
  public func name(in language: Language) -> String {
    language == .german ? names[0] : rawValue
  }

  /// The German name, then every other one that is understood beside the raw value.
  var names: [String] {
    switch self {
    case .id: ["kennung", "projekt", "project"]
    case .title: ["titel", "name", "projekttitel", "bezeichnung"]
    case .summary: ["zusammenfassung", "beschreibung", "kurzbeschreibung", "description"]
    case .department: ["referat", "dienststelle", "geschäftsbereich", "zuständig", "owner", "dept"]
    case .office: ["amt", "abteilung"]
    case .strategy: ["strategie", "teilstrategie", "fachstrategie", "substrategy"]
    case .theme: ["thema", "themen", "themenkomplex", "themes"]
    case .guideline: ["leitlinie", "leitlinien", "ziel", "zuordnung", "aligned", "guidelines"]
    case .review: ["prüfung", "prüfstand", "reviewed"]
    case .status: ["stand", "zustand", "state"]
    case .starts: ["beginn", "beginnt", "start", "anfang", "von", "ab", "begins"]
    case .ends: ["ende", "endet", "end", "bis", "laufzeitende"]
    case .confirmed: ["bestätigt", "aktualisiert", "updated"]
    case .budget: ["mittel", "kosten", "betrag", "haushalt", "amount", "cost"]
    case .funding: ["finanzierung", "förderung", "fördermittel"]
    case .contact: ["kontakt", "postfach", "mail", "email", "ansprechpartner"]
    case .partner: ["partnerin", "partners"]
    case .sector: ["sektor", "bereich"]
    case .audience: ["zielgruppe", "zielgruppen", "audiences"]
    case .technology: ["technik", "technologie", "technologien", "technologies"]
    case .provides: ["bietet", "stelltbereit", "dienst"]
    case .requires: ["braucht", "benötigt", "basisdienst", "needs"]
    case .linked: ["vernetzt", "verbunden", "verbindung", "link", "links", "vernetzung"]
    case .contribution: ["beitrag", "beiträge", "bürgeridee", "contributions"]
    case .visibility: ["sichtbarkeit", "stufe", "level"]
    case .label: ["siegel", "zeichen"]
    case .page: ["seite", "webseite", "website"]
    case .note: ["hinweis", "anmerkung", "notiz", "notes"]
    case .source: ["quelle", "quellen", "sources"]
    case .similar: ["ähnlich", "like"]
    case .has: ["hat", "mit", "with"]
    case .missing: ["fehlt", "ohne", "without", "lacks"]
    }
  }

  /// The field that a name stands for, however it is capitalised or its umlauts are written.
  public init?(named name: String) {
    guard let field = Self.byName[NameFolding.folded(name)] else { return nil }
    self = field
  }

  private static let byName: [String: QueryField] = {
    var fields: [String: QueryField] = [:]
    for field in allCases {
      for name in [field.rawValue] + field.names { fields[NameFolding.folded(name)] = field }
    }
    return fields
  }()

  /// What somebody most likely meant by a name that is none.
  static func nearest(to name: String) -> String? {
    NearestName.of(name, among: allCases.flatMap { [$0.rawValue] + $0.names })
  }
}
