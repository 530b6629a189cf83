public import Portfolio

/// Guidelines and themes from a CSV file with the columns `id,kind,name,description,keywords`:
/// another city's, or a draft of one's own.
public struct TargetSheet: Sendable {
  public let guidelines: [Guideline]
  public let themes: [Theme]
  public let diagnostics: [Diagnostic]

  private static let columns: [NamedRows.Column] = [
    .init(headings: ["id", "kennung"], isRequired: true),
    .init(headings: ["kind", "art"], isRequired: true),
    .init(headings: ["name", "bezeichnung", "titel", "title"], isRequired: true),
    .init(headings: ["description", "beschreibung", "summary"]),
    .init(headings: ["keywords", "stichworte", "schlagworte", "schlagwörter"]),
  ]

  public init(path: String) {
    let read = NamedRows(path: path, columns: Self.columns)
    var (guidelines, themes, diagnostics) = ([Guideline](), [Theme](), read.diagnostics)
    var lines: [String: Int] = [:]
    for row in read.rows {
      guard let id = row.cells["id"], let name = row.cells["name"] else {
        diagnostics.append(Self.incomplete(path, row))
        continue
      }
      if let earlier = lines.updateValue(row.line, forKey: id) {
        diagnostics.append(Self.repeated(id, path, row, earlier: earlier))
        continue
      }
      let keywords = (row.cells["keywords"] ?? "").split { ",;|".contains($0) }.map(String.init)
      let description = row.cells["description"]
      switch (row.cells["kind"] ?? "").lowercased() {
      case "goal", "ziel":
        guidelines.append(
          Guideline(
            id: id, name: name, kind: .goal, description: description, keywords: keywords))
      case "field", "handlungsfeld":
        guidelines.append(
          Guideline(
            id: id, name: name, kind: .field, description: description, keywords: keywords))
      case "theme", "themenkomplex", "thema":
        themes.append(Theme(id: id, name: name, description: description, keywords: keywords))
      case let kind: diagnostics.append(Self.unknownKind(kind, path, row))
      }
    }
    (self.guidelines, self.themes, self.diagnostics) = (guidelines, themes, diagnostics)
  }

  private static func incomplete(_ path: String, _ row: NamedRows.Row) -> Diagnostic {
    NamedRows.fault(
      path, row, code: "missing-value",
      BilingualText(
        de: "Zeile \(row.line): Kennung oder Name fehlt",
        en: "row \(row.line): the id or the name is missing"),
      hint: BilingualText(
        de: "Tragen Sie beides ein, oder löschen Sie die Zeile.",
        en: "Fill in both, or delete the row."))
  }

  private static func repeated(
    _ id: String, _ path: String, _ row: NamedRows.Row, earlier: Int
  ) -> Diagnostic {
    NamedRows.fault(
      path, row, code: "duplicate-id",
      BilingualText(
        de: "Zeile \(row.line): „\(id)“ steht schon in Zeile \(earlier)",
        en: "row \(row.line): '\(id)' stands in row \(earlier) already"),
      hint: BilingualText(
        de: "Geben Sie jeder Zeile eine eigene Kennung.", en: "Give each row an id of its own."))
  }

  private static func unknownKind(
    _ kind: String, _ path: String, _ row: NamedRows.Row
  ) -> Diagnostic {
    NamedRows.fault(
      path, row, code: "unknown-value",
      BilingualText(
        de: "Zeile \(row.line), Spalte „kind“: „\(kind.prefix(80))“ ist nicht vorgesehen",
        en: "row \(row.line), column 'kind': '\(kind.prefix(80))' is not provided for"),
      hint: BilingualText(
        de: "Erwartet wird Ziel, Handlungsfeld oder Themenkomplex.",
        en: "Expected is goal, field or theme."))
  }
}
