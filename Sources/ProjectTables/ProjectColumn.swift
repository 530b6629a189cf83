public import Portfolio

/// A column of a list of projects, in the order in which a row is read: what depends on another
/// value comes after it.
public enum ProjectColumn: String, Sendable, CaseIterable {
  case id, title, summary, department, office, strategy, themes, guideline, furtherGuidelines
  case rationale, status, start, end, period, budget, currency, funding, contact, audience
  case partners, technologies, provides, requires, visibility, label, page, notes, confirmed

  /// Its heading in lists that dach writes.
  public var name: BilingualText {
    switch self {
    case .id: BilingualText(de: "Kennung", en: "Id")
    case .title: BilingualText(de: "Titel", en: "Title")
    case .summary: BilingualText(de: "Kurzbeschreibung", en: "Summary")
    case .department: BilingualText(de: "Dienststelle", en: "Department")
    case .office: BilingualText(de: "Amt", en: "Office")
    case .strategy: BilingualText(de: "Teilstrategie", en: "Sub-strategy")
    case .themes: BilingualText(de: "Themenkomplexe", en: "Themes")
    case .guideline: BilingualText(de: "Leitlinie", en: "Guideline")
    case .furtherGuidelines: BilingualText(de: "Weitere Leitlinien", en: "Further guidelines")
    case .rationale: BilingualText(de: "Begründung", en: "Rationale")
    case .status: BilingualText(de: "Stand", en: "Status")
    case .start: BilingualText(de: "Beginn", en: "Start")
    case .end: BilingualText(de: "Ende", en: "End")
    case .period: BilingualText(de: "Laufzeit", en: "Period")
    case .budget: BilingualText(de: "Budget", en: "Budget")
    case .currency: BilingualText(de: "Währung", en: "Currency")
    case .funding: BilingualText(de: "Finanzierung", en: "Funding")
    case .contact: BilingualText(de: "Funktionspostfach", en: "Contact mailbox")
    case .audience: BilingualText(de: "Zielgruppen", en: "Audience")
    case .partners: BilingualText(de: "Partner", en: "Partners")
    case .technologies: BilingualText(de: "Technik", en: "Technologies")
    case .provides: BilingualText(de: "Stellt Basisdienste bereit", en: "Provides services")
    case .requires: BilingualText(de: "Braucht Basisdienste", en: "Requires services")
    case .visibility: BilingualText(de: "Sichtbarkeit", en: "Visibility")
    case .label: BilingualText(de: "Label", en: "Label")
    case .page: BilingualText(de: "Öffentliche Seite", en: "Public page")
    case .notes: BilingualText(de: "Hinweise", en: "Notes")
    case .confirmed: BilingualText(de: "Bestätigt am", en: "Confirmed on")
    }
  }

  /// What belongs there, for whoever fills in a list.
  public var explanation: BilingualText {
    switch self {
    case .id:
      BilingualText(
        de: "Vergibt das Register. Für ein neues Projekt leer lassen; sonst nicht ändern.",
        en: "Given by the registry. Leave it empty for a new project; do not change it.")
    case .title:
      BilingualText(de: "Wie das Projekt heißt.", en: "What the project is called.")
    case .summary:
      BilingualText(
        de: "Was das Projekt tut und für wen, in ein bis fünf Sätzen.",
        en: "What the project does and for whom, in one to five sentences.")
    case .department:
      BilingualText(de: "Wer zuständig ist; aus der Liste.", en: "Who is in charge; from the list.")
    case .office:
      BilingualText(
        de: "Das Amt innerhalb der Dienststelle; aus der Liste.",
        en: "The office inside the department; from the list.")
    case .strategy:
      BilingualText(
        de: "Die Teilstrategie, zu der das Projekt gehört; aus der Liste.",
        en: "The sub-strategy it belongs to; from the list.")
    case .themes:
      BilingualText(
        de: "Der wichtigste zuerst; mehrere mit Semikolon getrennt.",
        en: "The main one first; several separated by semicolons.")
    case .guideline:
      BilingualText(
        de: "Die Leitlinie, der das Projekt vor allem dient; aus der Liste.",
        en: "The guideline it serves above all; from the list.")
    case .furtherGuidelines:
      BilingualText(
        de: "Weitere, mit Semikolon getrennt.", en: "Further ones, separated by semicolons.")
    case .rationale:
      BilingualText(
        de: "Warum das Projekt der Leitlinie dient, in einem Satz.",
        en: "Why it serves the guideline, in one sentence.")
    case .status:
      BilingualText(de: "Wie weit es ist; aus der Liste.", en: "How far it is; from the list.")
    case .start, .end:
      BilingualText(
        de: "So genau wie bekannt: 2026, 03/2026, 15.03.2026 oder Q1/2026.",
        en: "As precisely as known: 2026, 03/2026, 15.03.2026 or Q1/2026.")
    case .period:
      BilingualText(
        de: "Beginn und Ende in einer Zelle: 2024 – 2026.",
        en: "Start and end in one cell: 2024 – 2026.")
    case .budget:
      BilingualText(
        de: "Betrag in Euro: 250000, 250.000,00 € oder 2,5 Mio.",
        en: "Amount in euros: 250000, 250,000.00 or 2.5 million.")
    case .currency:
      BilingualText(
        de: "Nur wenn es nicht Euro sind: CHF, USD …", en: "Only where it is not euros: CHF, USD …")
    case .funding:
      BilingualText(
        de: "Woher das Geld kommt oder was es deckt.",
        en: "Where the money comes from or what it covers.")
    case .contact:
      BilingualText(
        de: "Das Postfach einer Stelle, nicht das einer Person.",
        en: "The mailbox of a function, not a person's.")
    case .audience:
      BilingualText(
        de: "Für wen es ist; mehrere mit Semikolon getrennt.",
        en: "Whom it serves; several separated by semicolons.")
    case .partners:
      BilingualText(
        de: "Wer mitwirkt, mit Semikolon getrennt; der Bereich in Klammern: "
          + "Hochschule (Wissenschaft).",
        en: "Who takes part, separated by semicolons; the sector in brackets: "
          + "University (science).")
    case .technologies:
      BilingualText(
        de: "Verfahren und Technik; mehrere mit Semikolon getrennt.",
        en: "Technologies; several separated by semicolons.")
    case .provides:
      BilingualText(
        de: "Basisdienste, die es anderen bereitstellt; mit Semikolon getrennt.",
        en: "Basic services it provides to others; separated by semicolons.")
    case .requires:
      BilingualText(
        de: "Basisdienste, die es braucht; mit Semikolon getrennt.",
        en: "Basic services it needs; separated by semicolons.")
    case .visibility:
      BilingualText(de: "Wer es sehen darf; aus der Liste.", en: "Who may see it; from the list.")
    case .label:
      BilingualText(
        de: "Stand des öffentlichen Labels; aus der Liste.",
        en: "State of the public label; from the list.")
    case .page:
      BilingualText(de: "Adresse im Internet: https://…", en: "Address on the web: https://…")
    case .notes:
      BilingualText(
        de: "Was man sonst wissen sollte; je Hinweis eine Zeile in der Zelle.",
        en: "What a reader should know besides; one line in the cell for each.")
    case .confirmed:
      BilingualText(
        de: "Wann Sie zuletzt bestätigt haben, dass alles noch stimmt.",
        en: "When you last confirmed that all is still true.")
    }
  }

  /// Whether several values may stand in a cell.
  public var holdsList: Bool {
    switch self {
    case .themes, .furtherGuidelines, .audience, .partners, .technologies, .provides, .requires,
      .notes:
      true
    default: false
    }
  }
}
