internal import Portfolio
public import RegistryFiles

extension HeaderFault {
  /// The fault in words for whoever has the list.
  public func diagnostic(file: String) -> Diagnostic {
    let (code, message, hint) = parts
    return Diagnostic(file: file, line: 0, column: 0, code: code, message: message, hint: hint)
  }

  private var parts: (code: String, message: BilingualText, hint: BilingualText) {
    switch self {
    case .empty:
      (
        "empty-list", BilingualText(de: "die Tabelle ist leer", en: "the spreadsheet is empty"),
        BilingualText(
          de: "Erwartet wird eine Kopfzeile und darunter eine Zeile je Projekt.",
          en: "Expected is a heading and below it one row for each project.")
      )
    case .missing(let headings, let row):
      (
        "missing-column",
        BilingualText(
          de: "keine Kopfzeile gefunden, die eine Spalte für den Titel nennt; Zeile \(row) hat: "
            + Self.list(headings, "„", "“"),
          en: "no heading found that names a column for the title; row \(row) has: "
            + Self.list(headings, "'", "'")),
        BilingualText(
          de: "Nennen Sie die Spalte mit dem Titel: --map \"ÜBERSCHRIFT=title\".",
          en: "Name the column with the title: --map \"HEADING=title\".")
      )
    case .ambiguous(let column, let places):
      (
        "repeated-column",
        BilingualText(
          de: places.map { "Spalte \($0.letters) „\($0.heading)“" }.joined(separator: " und ")
            + " stehen beide für „\(column.name.german)“",
          en: places.map { "column \($0.letters) '\($0.heading)'" }.joined(separator: " and ")
            + " both stand for '\(column.name.english)'"),
        BilingualText(
          de: Self.isSame(places)
            ? "Benennen Sie eine davon um."
            : "Lassen Sie eine weg: --map \"\(places.last?.heading ?? "")=ignore\".",
          en: Self.isSame(places)
            ? "Rename one of them."
            : "Leave one out: --map \"\(places.last?.heading ?? "")=ignore\".")
      )
    }
  }

  private static func isSame(_ places: [TableHeader.Column]) -> Bool {
    Set(places.map { ColumnHeading.folded($0.heading) }).count == 1
  }

  private static func list(_ headings: [String], _ open: String, _ close: String) -> String {
    let shown = headings.prefix(8).map { open + CellRefusal.short($0) + close }
    return shown.joined(separator: ", ") + (headings.count > 8 ? ", …" : "")
  }
}
