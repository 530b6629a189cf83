import Portfolio

/// The rows of a small CSV file whose columns are known by name.
struct NamedRows {
  /// A column, the headings it goes by (the first is its name), and whether it must be there.
  struct Column {
    let headings: [String]
    var isRequired = false

    var name: String { headings[0] }
  }

  struct Row {
    let line: Int
    /// By the column's name; empty cells are left out.
    let cells: [String: String]
  }

  private(set) var rows: [Row] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, columns: [Column]) {
    switch SheetFile.read(path) {
    case .failure(let diagnostic): diagnostics = [diagnostic]
    case .success(let bytes): read(bytes, path, columns)
    }
  }

  private mutating func read(_ bytes: [UInt8], _ path: String, _ columns: [Column]) {
    var source = DelimitedRows(SpreadsheetText.utf8(bytes))
    var faults = SheetFaults(file: path)
    do throws(DelimitedRows.Fault) {
      let heading = try source.next()
      let headings = heading?.cells.map { $0.lowercased() } ?? []
      let places = columns.map { column in headings.firstIndex { column.headings.contains($0) } }
      for (column, place) in zip(columns, places) where column.isRequired && place == nil {
        diagnostics.append(missing(column, of: columns, path, line: heading?.line ?? 0))
      }
      guard diagnostics.isEmpty else { return }
      while let row = try source.next() {
        var cells: [String: String] = [:]
        for (column, place) in zip(columns, places) {
          if let place, place < row.cells.count, !row.cells[place].isEmpty {
            cells[column.name] = row.cells[place]
          }
        }
        rows.append(Row(line: row.line, cells: cells))
      }
    } catch {
      faults.add(error)
      diagnostics += faults.all
    }
  }

  private func missing(
    _ column: Column, of columns: [Column], _ path: String, line: Int
  ) -> Diagnostic {
    let names = columns.map(\.name).joined(separator: ",")
    return Diagnostic(
      file: path, line: line, column: 0, code: "missing-column",
      message: BilingualText(
        de: "keine Spalte „\(column.name)“", en: "no column '\(column.name)'"),
      hint: BilingualText(
        de: "Erwartet wird eine CSV-Datei mit der Kopfzeile \(names).",
        en: "Expected is a CSV file with the heading \(names)."))
  }

  /// A fault in a row.
  static func fault(
    _ path: String, _ row: Row, code: String, _ message: BilingualText, hint: BilingualText
  ) -> Diagnostic {
    Diagnostic(
      file: path, line: row.line, column: 0, code: code, message: message, hint: hint)
  }
}
