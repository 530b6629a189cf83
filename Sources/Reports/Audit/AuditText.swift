public import Portfolio

/// The audit trail for reading: one line an entry, without what was said before and after.
public struct AuditText {
  private let style: TerminalStyle
  private let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ entries: [AuditEntry]) -> String {
    guard !entries.isEmpty else {
      return BilingualText(de: "Keine Einträge.", en: "No entries.")[language] + "\n"
    }
    let titles = [
      BilingualText(de: "Zeitpunkt (UTC)", en: "Moment (UTC)"),
      BilingualText(de: "Zugang", en: "Login"), BilingualText(de: "Was", en: "What"),
    ]
    var table = TextTable(
      titles.map { TextTable.Column($0[language]) }
        + [TextTable.Column(BilingualText(de: "Betrifft", en: "About")[language], shrinks: true)])
    table.rows = entries.map { entry in
      [
        String(entry.moment.prefix(16)).replacing("T", with: " "), entry.role,
        Self.words(entry)[language], entry.subjects.joined(separator: " "),
      ]
    }
    return table.lines(style: style).joined(separator: "\n") + "\n"
  }

  private static func words(_ entry: AuditEntry) -> BilingualText {
    let (kind, operation) = (kinds[entry.kind], operations[entry.operation])
    return BilingualText(
      de: (kind?.german ?? entry.kind) + " " + (operation?.german ?? entry.operation),
      en: (kind?.english ?? entry.kind) + " " + (operation?.english ?? entry.operation))
  }

  private static let kinds = [
    "verdict": BilingualText(de: "Entscheidung", en: "verdict"),
    "waiver": BilingualText(de: "Ausnahme", en: "waiver"),
    "merger": BilingualText(de: "Zusammenführung", en: "merger"),
    "label": BilingualText(de: "Label", en: "label"),
    "import": BilingualText(de: "Befehl", en: "command"),
    "account": BilingualText(de: "Zugang", en: "login"),
  ]

  private static let operations = [
    "added": BilingualText(de: "neu", en: "added"),
    "changed": BilingualText(de: "geändert", en: "changed"),
    "removed": BilingualText(de: "entfernt", en: "removed"),
  ]
}
