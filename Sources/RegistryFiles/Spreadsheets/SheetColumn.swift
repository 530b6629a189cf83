/// The columns of a list of projects that are understood, by their headings.
enum SheetColumn: String, CaseIterable {
  case id, title, summary, department, themes, status, start, end, audience, technologies
  case provides, requires, partners

  /// The column a heading names, in English or German, whatever its case and punctuation.
  init?(heading: String) {
    let written = Self.normalized(heading)
    guard !written.isEmpty else { return nil }
    if let column = Self(rawValue: written) ?? Self.further[written] {
      self = column
    } else if let key = GermanWords.key(for: written, among: Self.allCases.map(\.rawValue)),
      let column = Self(rawValue: key)
    {
      self = column
    } else {
      return nil
    }
  }

  /// Lower case, with single hyphens between words: `Lfd. Nr.` becomes `lfd-nr`.
  private static func normalized(_ heading: String) -> String {
    heading.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// Headings that lists have and the registry's own format has not.
  private static let further: [String: SheetColumn] = [
    "nr": .id, "nummer": .id, "lfd-nr": .id, "laufende-nummer": .id, "projekt-nr": .id,
    "projektnr": .id, "projektnummer": .id, "projekt-id": .id, "projektid": .id, "project-id": .id,
    "number": .id, "name": .title, "projekt": .title, "project": .title, "project-title": .title,
    "projekt-titel": .title, "vorhaben": .title, "maßnahme": .title, "abstract": .summary,
    "erläuterung": .summary, "projektbeschreibung": .summary, "amt": .department,
    "dienststelle": .department, "fachbereich": .department, "dezernat": .department,
    "verantwortlich": .department, "theme": .themes, "handlungsfeld": .themes,
    "projektstart": .start, "projektbeginn": .start, "startdatum": .start, "start-date": .start,
    "laufzeit-von": .start, "laufzeitbeginn": .start, "projektende": .end, "enddatum": .end,
    "end-date": .end, "laufzeit-bis": .end, "laufzeitende": .end, "projektstatus": .status,
    "target-group": .audience, "technology": .technologies, "kooperationspartner": .partners,
  ]
}
