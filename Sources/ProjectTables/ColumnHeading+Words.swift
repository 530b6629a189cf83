internal import Portfolio

extension ColumnHeading {
  static let exact: [String: ProjectColumn] = {
    var exact: [String: ProjectColumn] = [:]
    for column in ProjectColumn.allCases {
      for name in [column.name.german, column.name.english, column.rawValue] {
        exact[folded(name)] = column
      }
    }
    return exact
  }()

  static let known: [String: ProjectColumn] = {
    var known = exact
    for (column, words) in further {
      for word in words where known[folded(word)] == nil { known[folded(word)] = column }
    }
    return known
  }()

  /// Without hyphens, for words that are broken at the end of a line.
  static let joined = Dictionary(
    known.map { ($0.key.replacing("-", with: ""), $0.value) },
    uniquingKeysWith: { first, _ in first })

  private static let further: [(ProjectColumn, [String])] = [
    (
      .id,
      ["ID", "Projekt-ID", "Projekt ID", "ProjektID", "Projektkennung", "Project ID", "Schlüssel"]
    ),
    (
      .title,
      [
        "Projekttitel", "Projektname", "Projektbezeichnung", "Projekt", "Bezeichnung", "Name",
        "Vorhaben", "Maßnahme", "Titel des Projekts", "Name des Projekts",
        "Bezeichnung des Projekts",
        "Project", "Project title", "Project name", "Überschrift", "Maßnahmenbezeichnung",
        "Titel der Maßnahme", "Digitalisierungsvorhaben", "Digitalisierungsprojekt",
      ]
    ),
    (
      .summary,
      [
        "Beschreibung", "Projektbeschreibung", "Zusammenfassung", "Inhalt", "Erläuterung",
        "Erläuterungen", "Kurzbeschreibung des Projekts", "Projektinhalt", "Description",
        "Abstract",
        "Inhalt und Ziel", "Ziel und Inhalt", "Worum geht es", "Kurztext", "Kurzinfo",
        "Kurzbeschr.", "Beschr.",
      ]
    ),
    (
      .department,
      [
        "Referat", "Geschäftsbereich", "Dezernat", "Fachbereich", "Org.-Einheit",
        "Organisationseinheit", "OE", "Zuständig", "Zuständigkeit", "Federführung", "Federführend",
        "Zuständige Stelle", "Verantwortlich", "Bereich", "Zuständiges Referat", "Ref.",
        "Zuständige Dienststelle", "Federführende Dienststelle", "Dienststelle Referat",
      ]
    ),
    (.office, ["Abteilung", "Sachgebiet", "Amt Dienststelle", "Zuständiges Amt"]),
    (.strategy, ["Strategie", "Fachstrategie", "Substrategie", "Sub-strategy"]),
    (
      .themes,
      [
        "Thema", "Themen", "Themenkomplex", "Themenfeld", "Themenfelder", "Theme",
        "Themenbereich",
      ]
    ),
    (
      .guideline,
      [
        "Leitlinien", "Handlungsfeld", "Strategisches Ziel", "Ziel der Dachstrategie",
        "Guidelines", "Leitziel", "Hauptleitlinie", "Handlungsfelder",
      ]
    ),
    (.furtherGuidelines, ["Sonstige Leitlinien", "Nebenziele", "Secondary guidelines"]),
    (.rationale, ["Begründung der Zuordnung", "Bezug zur Leitlinie", "Beitrag zur Leitlinie"]),
    (
      .status,
      [
        "Projektstatus", "Projektstand", "Umsetzungsstand", "Phase", "Projektphase",
        "Bearbeitungsstand", "Sachstand", "Stand der Umsetzung", "Zustand", "State",
      ]
    ),
    (
      .start,
      [
        "Start", "Anfang", "von", "ab", "Projektstart", "Projektbeginn", "Startdatum",
        "Beginn der Umsetzung", "Laufzeit von", "Laufzeit Beginn", "Laufzeit Start", "Start date",
        "seit", "Beginn (geplant)", "geplanter Beginn", "Zeitraum von", "Zeitraum Beginn",
        "Umsetzung von", "Umsetzung ab", "Umsetzungsbeginn",
      ]
    ),
    (
      .end,
      [
        "bis", "Projektende", "Enddatum", "Laufzeit bis", "Laufzeit Ende", "End date", "Abschluss",
        "Fertigstellung", "geplantes Ende", "Zeitraum bis", "Zeitraum Ende", "Zieltermin",
        "Umsetzung bis", "Abschluss geplant", "Umsetzungsende",
      ]
    ),
    (.period, ["Zeitraum", "Projektlaufzeit", "Dauer", "Umsetzungszeitraum", "Duration"]),
    (
      .budget,
      [
        "Kosten", "Gesamtkosten", "Projektkosten", "Mittel", "Haushaltsmittel", "Betrag", "Summe",
        "Projektbudget", "Gesamtbudget", "Amount", "Cost", "Costs", "Kostenrahmen", "Finanzvolumen",
        "Finanzbedarf", "Haushaltsansatz", "Investitionskosten", "Kosten gesamt", "Kosten brutto",
        "Kosten Gesamt brutto",
      ]
    ),
    (
      .funding,
      [
        "Förderung", "Fördermittel", "Mittelherkunft", "Finanzierung durch", "Förderprogramm",
        "Herkunft der Mittel", "Haushaltsstelle", "Fördergeber",
      ]
    ),
    (
      .contact,
      [
        "E-Mail", "Email", "Mail", "Postfach", "Kontakt", "Mailadresse", "E-Mail-Adresse",
        "Kontakt E-Mail", "Contact", "Mailbox", "Kontakt Mail", "Kontakt Postfach",
      ]
    ),
    (
      .audience,
      [
        "Zielgruppe", "Für wen", "Adressaten", "Nutzer", "Nutzergruppe", "Target group",
        "Nutzende",
      ]
    ),
    (
      .partners,
      [
        "Kooperationspartner", "Projektpartner", "Partner extern", "Externe Partner",
        "Beteiligte", "Partner und Beteiligte", "Kooperationen",
      ]
    ),
    (
      .technologies,
      [
        "Technologie", "Technologien", "Verfahren", "Fachverfahren", "Software", "Technology",
        "Eingesetzte Technik", "Eingesetzte Software", "System", "Systeme",
      ]
    ),
    (.provides, ["Stellt bereit", "Bereitgestellte Dienste", "Provides", "Bietet Basisdienste"]),
    (
      .requires,
      [
        "Benötigt", "Braucht", "Benötigte Basisdienste", "Benötigte Dienste", "Requires",
        "Genutzte Basisdienste", "Basisdienste",
      ]
    ),
    (.visibility, ["Öffentlich", "Veröffentlichung", "Vertraulichkeit"]),
    (.label, ["Siegel"]),
    (
      .page,
      ["Webseite", "Website", "Internetseite", "Homepage", "URL", "Link", "Internet", "Seite"]
    ),
    (.notes, ["Notes", "Notizen für Leser"]),
    (.confirmed, ["Bestätigt", "Zuletzt bestätigt", "Confirmed"]),
  ]
}
