import Portfolio

/// Collects what is wrong with a list, each fault with its row and column.
struct SheetFaults {
  private let file: String
  private(set) var all: [Diagnostic] = []

  /// Nobody mends more at a time.
  private static let most = 100

  init(file: String) { self.file = file }

  var isFull: Bool { all.count >= Self.most }

  private mutating func add(
    line: Int, severity: Diagnostic.Severity = .error, code: String, _ message: BilingualText,
    hint: BilingualText
  ) {
    guard !isFull else { return }
    all.append(
      Diagnostic(
        file: file, line: line, column: 0, severity: severity, code: code, message: message,
        hint: hint))
  }

  mutating func empty() {
    add(
      line: 0, code: "empty-list",
      BilingualText(de: "die Liste ist leer", en: "the list is empty"), hint: Self.expected)
  }

  mutating func noRows() {
    add(
      line: 0, code: "empty-list",
      BilingualText(
        de: "die Liste hat eine Kopfzeile, aber keine Projekte",
        en: "the list has a heading, but no projects"), hint: Self.expected)
  }

  mutating func missingTitle(found headings: [String], line: Int, separator: UInt8) {
    let list = headings.prefix(12).map { "„\($0.prefix(40))“" }.joined(separator: ", ")
    let sign = separator == 9 ? "Tab" : String(UnicodeScalar(separator))
    add(
      line: line, code: "missing-column",
      BilingualText(
        de: "keine Spalte „title“; die Kopfzeile nennt, durch „\(sign)“ getrennt: \(list)",
        en: "no column 'title'; the heading names, separated by '\(sign)': \(list)"),
      hint: Self.expected)
  }

  mutating func repeatedColumn(_ column: SheetColumn, cells: [Int], line: Int) {
    let places = cells.map(String.init).joined(separator: ", ")
    add(
      line: line, code: "repeated-column",
      BilingualText(
        de: "mehrere Spalten (\(places)) stehen für „\(column.rawValue)“",
        en: "several columns (\(places)) stand for '\(column.rawValue)'"),
      hint: BilingualText(
        de: "Benennen Sie die überzählige um, etwa in „Bemerkung“.",
        en: "Rename the superfluous one, e.g. to 'remark'."))
  }

  mutating func missingCell(_ column: SheetColumn, line: Int) {
    add(
      line: line, code: "missing-value",
      BilingualText(
        de: "Zeile \(line): die Spalte „\(column.rawValue)“ ist leer",
        en: "row \(line): the column '\(column.rawValue)' is empty"),
      hint: BilingualText(
        de: "Tragen Sie etwas ein, oder löschen Sie die Zeile.",
        en: "Fill it in, or delete the row."))
  }

  mutating func extraCell(_ cell: Int, of row: DelimitedRows.Row, columns: Int) {
    add(
      line: row.line, code: "ragged-row",
      BilingualText(
        de: "Zeile \(row.line), Spalte \(cell): Text hinter der letzten der \(columns) Spalten",
        en: "row \(row.line), column \(cell): text after the last of the \(columns) columns"),
      hint: BilingualText(
        de: "Steht ein Trennzeichen im Text, so gehört die Zelle in Anführungszeichen.",
        en: "A cell with a separator in its text belongs in quotation marks."))
  }

  mutating func repeatedID(_ id: String, line: Int, earlier: Int) {
    add(
      line: line, code: "duplicate-id",
      BilingualText(
        de: "Zeile \(line), Spalte „id“: „\(id.prefix(80))“ steht schon in Zeile \(earlier)",
        en: "row \(line), column 'id': '\(id.prefix(80))' stands in row \(earlier) already"),
      hint: BilingualText(
        de: "Geben Sie jeder Zeile eine eigene Kennung, oder lassen Sie die Spalte weg.",
        en: "Give each row an id of its own, or leave out the column."))
  }

  /// A warning: the row is compared without the value.
  mutating func notUnderstood(_ text: String, _ column: SheetColumn, line: Int) {
    add(
      line: line, severity: .warning, code: "not-understood",
      BilingualText(
        de: "Zeile \(line), Spalte „\(column.rawValue)“: „\(text.prefix(80))“ bleibt unbeachtet",
        en: "row \(line), column '\(column.rawValue)': '\(text.prefix(80))' is not considered"),
      hint: column == .status
        ? BilingualText(
          de: "Erwartet: idea, planned, running, completed oder discontinued, auch auf Deutsch.",
          en: "Expected: idea, planned, running, completed or discontinued.")
        : BilingualText(
          de: "Erwartet: ein Datum wie 2024, 03/2024, 15.03.2024 oder 2024-03-15.",
          en: "Expected: a date like 2024, 03/2024, 15.03.2024 or 2024-03-15."))
  }

  mutating func add(_ fault: DelimitedRows.Fault) {
    switch fault {
    case .unclosedQuote(let line, let cell):
      add(
        line: line, code: "unclosed-quote",
        BilingualText(
          de: "Zeile \(line), Spalte \(cell): das Anführungszeichen wird nicht geschlossen",
          en: "row \(line), column \(cell): the quotation mark is not closed"), hint: Self.quoting)
    case .textAfterQuote(let line, let cell):
      add(
        line: line, code: "text-after-quote",
        BilingualText(
          de: "Zeile \(line), Spalte \(cell): Text hinter dem schließenden Anführungszeichen",
          en: "row \(line), column \(cell): text after the closing quotation mark"),
        hint: Self.quoting)
    case .cellTooLong(let line, let cell, let bytes):
      add(
        line: line, code: "value-too-long",
        BilingualText(
          de: """
            Zeile \(line), Spalte \(cell): \(bytes >> 20) MiB Text in einer Zelle, zulässig ist \
            1 MiB
            """,
          en: """
            row \(line), column \(cell): \(bytes >> 20) MiB of text in one cell, 1 MiB is allowed
            """),
        hint: Self.quoting)
    case .tooManyCells(let line):
      add(
        line: line, code: "too-many-columns",
        BilingualText(
          de: "Zeile \(line) hat mehr als \(DelimitedRows.mostCells) Spalten",
          en: "row \(line) has more than \(DelimitedRows.mostCells) columns"), hint: Self.expected)
    }
  }

  private static let expected = BilingualText(
    de: """
      Erwartet wird eine CSV-Datei mit Kopfzeile und den Spalten id, title (oder Titel) und \
      summary (oder Beschreibung); weitere Felder eines Projekts sind willkommen.
      """,
    en: """
      Expected is a CSV file with a heading and the columns id, title and summary; further fields \
      of a project are welcome.
      """)

  private static let quoting = BilingualText(
    de: "Ein Anführungszeichen im Text einer Zelle in Anführungszeichen wird verdoppelt.",
    en: "A quotation mark in the text of a quoted cell is doubled.")
}
