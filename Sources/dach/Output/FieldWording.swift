import Findings
import Portfolio

/// What the fields of records are called, and their values, for people.
struct FieldWording {
  let language: Language

  /// The field's name; a name that has no other word is shown as the files have it.
  func name(_ field: String) -> String { Self.names[field]?[language] ?? field }

  /// A value as people say it: `läuft` for `running`.
  func value(_ value: String, of field: String) -> String {
    let label: BilingualText? =
      switch field {
      case "status": ProjectStatus(rawValue: value)?.label
      case "visibility.level": Visibility.Level(rawValue: value)?.label
      case "sector": PartnerSector(rawValue: value)?.label
      case "outcome": Verdict.Outcome(rawValue: value)?.label
      case "archived": BilingualText(de: "ja", en: "yes")
      default: Self.values[value]
      }
    return label?[language] ?? value
  }

  private static let values: [String: BilingualText] = [
    "true": BilingualText(de: "ja", en: "yes"),
    "primary": BilingualText(de: "vorrangig", en: "primary"),
    "secondary": BilingualText(de: "nachrangig", en: "secondary"),
    "declared": BilingualText(de: "angegeben", en: "declared"),
    "reviewed": BilingualText(de: "geprüft", en: "reviewed"),
    "requested": BilingualText(de: "beantragt", en: "requested"),
    "granted": BilingualText(de: "verliehen", en: "granted"),
    "lapsed": BilingualText(de: "erloschen", en: "lapsed"),
  ]

  private static let names: [String: BilingualText] = [
    "accessed": BilingualText(de: "gelesen am", en: "accessed"),
    "aliases": BilingualText(de: "andere Namen", en: "other names"),
    "archived": BilingualText(de: "archiviert", en: "archived"),
    "audience": BilingualText(de: "Zielgruppe", en: "audience"),
    "budget.amount": BilingualText(de: "Budget", en: "budget"),
    "budget.currency": BilingualText(de: "Währung", en: "currency"),
    "budget.funding": BilingualText(de: "Finanzierung", en: "funding"),
    "bundle": BilingualText(de: "gemeinsames Projekt", en: "joint project"),
    "claims": BilingualText(de: "beanspruchte Id", en: "claimed id"),
    "confirmed": BilingualText(de: "bestätigt", en: "confirmed"),
    "contact": BilingualText(de: "Kontakt", en: "contact"),
    "date": BilingualText(de: "Datum", en: "date"),
    "declined": BilingualText(de: "abgelehnt", en: "declined"),
    "declined.reason": BilingualText(de: "Grund der Ablehnung", en: "reason for declining"),
    "department": BilingualText(de: "Dienststelle", en: "department"),
    "description": BilingualText(de: "Beschreibung", en: "description"),
    "expires": BilingualText(de: "gilt bis", en: "expires"),
    "formerly": BilingualText(de: "frühere Ids", en: "former ids"),
    "foundation": BilingualText(de: "Grundlage", en: "foundation"),
    "id": BilingualText(de: "Id", en: "id"),
    "keywords": BilingualText(de: "Stichwörter", en: "keywords"),
    "kind": BilingualText(de: "Art", en: "kind"),
    "lead": BilingualText(de: "Federführung", en: "lead"),
    "name": BilingualText(de: "Name", en: "name"),
    "note": BilingualText(de: "Erläuterung", en: "note"),
    "notes": BilingualText(de: "Anmerkungen", en: "notes"),
    "office": BilingualText(de: "Amt", en: "office"),
    "outcome": BilingualText(de: "Entscheidung", en: "decision"),
    "period.end": BilingualText(de: "Ende", en: "end"),
    "period.start": BilingualText(de: "Beginn", en: "start"),
    "position": BilingualText(de: "Platz", en: "place"),
    "proposed": BilingualText(de: "vorgeschlagen", en: "proposed"),
    "published": BilingualText(de: "veröffentlicht", en: "published"),
    "rationale": BilingualText(de: "Begründung", en: "rationale"),
    "reason": BilingualText(de: "Begründung", en: "reason"),
    "review": BilingualText(de: "Prüfung", en: "review"),
    "revision": BilingualText(de: "Fassung der Leitlinie", en: "revision of the guideline"),
    "role": BilingualText(de: "Rolle", en: "role"),
    "sector": BilingualText(de: "Bereich", en: "sector"),
    "status": BilingualText(de: "Stand", en: "status"),
    "strategy": BilingualText(de: "Teilstrategie", en: "sub-strategy"),
    "summary": BilingualText(de: "Kurzbeschreibung", en: "summary"),
    "technologies": BilingualText(de: "Technologien", en: "technologies"),
    "text": BilingualText(de: "Text", en: "text"),
    "theme": BilingualText(de: "Themenkomplex", en: "theme"),
    "title": BilingualText(de: "Titel", en: "title"),
    "url": BilingualText(de: "Adresse", en: "address"),
    "visibility.label": BilingualText(de: "Label", en: "label"),
    "visibility.level": BilingualText(de: "Sichtbarkeit", en: "visibility"),
    "visibility.page": BilingualText(de: "Seite", en: "page"),
  ]

  /// What one entry of a list is called.
  func list(_ list: String) -> String { Self.lists[list]?[language] ?? list }

  private static let lists: [String: BilingualText] = [
    "alignments": BilingualText(de: "Leitlinie", en: "guideline"),
    "answers": BilingualText(de: "Antwort auf Beitrag", en: "answer to contribution"),
    "contributions": BilingualText(de: "Beitrag", en: "contribution"),
    "decisions": BilingualText(de: "Beschluss", en: "council decision"),
    "figures": BilingualText(de: "Kennzahl", en: "figure"),
    "formats": BilingualText(de: "Beteiligungsformat", en: "participation format"),
    "functions": BilingualText(de: "Funktion", en: "function"),
    "guidelines": BilingualText(de: "Leitlinie", en: "guideline"),
    "guidelines.earlier": BilingualText(
      de: "frühere Fassung der Leitlinie", en: "earlier wording of guideline"),
    "guidelines.expects": BilingualText(
      de: "Erwartung der Leitlinie", en: "expectation of guideline"),
    "linkedBy": BilingualText(de: "Vernetzung von", en: "link from"),
    "links": BilingualText(de: "Vernetzung mit", en: "link to"),
    "measures": BilingualText(de: "Maßnahme", en: "measure"),
    "merged": BilingualText(de: "zusammengeführt", en: "merged"),
    "merged.taken": BilingualText(de: "übernommene Angabe", en: "value taken over"),
    "milestones": BilingualText(de: "Meilenstein", en: "milestone"),
    "offices": BilingualText(de: "Amt", en: "office"),
    "partners": BilingualText(de: "Partner", en: "partner"),
    "projects": BilingualText(de: "Projekt", en: "project"),
    "results": BilingualText(de: "Ergebnis", en: "result"),
    "services": BilingualText(de: "Basisdienst", en: "basic service"),
    "sources": BilingualText(de: "Quelle", en: "source"),
    "statements": BilingualText(de: "Aussage", en: "statement"),
    "themes": BilingualText(de: "Themenkomplex", en: "theme"),
    "themes.expects": BilingualText(
      de: "Erwartung des Themenkomplexes", en: "expectation of theme"),
    "verdicts": BilingualText(de: "Entscheidung über", en: "decision on"),
    "waivers": BilingualText(de: "Ausnahme von", en: "waiver of"),
  ]

  /// A part of an entry's key: the kind of a link, say.
  func key(_ part: String) -> String {
    switch part {
    case "provides": BilingualText(de: "stellt bereit", en: "provides")[language]
    case "requires": BilingualText(de: "braucht", en: "requires")[language]
    default: LinkKind(rawValue: part)?.label[language] ?? part
    }
  }
}
