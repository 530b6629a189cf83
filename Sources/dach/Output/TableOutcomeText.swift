import Portfolio
import ProjectTables
import RegistryFiles
import Reports

/// What became of a list, for the terminal: what its columns were taken for, and row by row what
/// is new, changed or refused.
struct TableOutcomeText {
  let style: TerminalStyle
  let language: Language
  /// Whether the cells of new projects are listed as well.
  let listsNewCells: Bool

  func render(_ outcome: TableOutcome) -> String {
    let rows = outcome.rows.filter { $0.kind != .unchanged }.flatMap { row($0) }
    let parts = [heading(outcome) + columns(outcome) + remarks(outcome), rows, [summary(outcome)]]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func text(_ german: String, _ english: String) -> String {
    BilingualText(de: german, en: english)[language]
  }

  private func quoted(_ text: String) -> String {
    language == .german ? "„\(text)“" : "'\(text)'"
  }

  // MARK: Columns

  private func heading(_ outcome: TableOutcome) -> [String] {
    let sheet = outcome.sheet.map { text(", Blatt ", ", sheet ") + quoted($0) } ?? ""
    return [style.paint(outcome.file + sheet, .heading)]
  }

  private func columns(_ outcome: TableOutcome) -> [String] {
    let columns = outcome.header.columns
    // A list that dach wrote needs no explanation.
    if columns.allSatisfy({ $0.use.column?.name[language] == $0.heading }) {
      return [
        "  "
          + text(
            "Alle \(columns.count) Spalten erkannt.", "All \(columns.count) columns recognised.")
      ]
    }
    let names = outcome.header.columns.map {
      text("Spalte", "Column") + " \($0.letters) \(quoted(CellRefusal.short($0.heading)))"
    }
    let width = min(44, names.map(\.count).max() ?? 0)
    return zip(outcome.header.columns, names).map { column, name in
      let padding = String(repeating: " ", count: max(0, width - name.count))
      return "  \(name)\(padding) → \(use(column))"
    }
  }

  private func use(_ column: TableHeader.Column) -> String {
    switch column.use {
    case .column(let field, let unit):
      switch unit {
      case 1000: field.name[language] + text(", in Tausend", ", in thousands")
      case 1_000_000: field.name[language] + text(", in Millionen", ", in millions")
      default: field.name[language]
      }
    case .ignored(let reason):
      style.paint(text("nicht übernommen", "not taken over") + why(reason, column.heading), .quiet)
    }
  }

  private func why(_ reason: TableHeader.Reason, _ heading: String) -> String {
    switch reason {
    case .asTold: ""
    case .sequence: text(": laufende Nummern der Liste", ": running numbers of the list")
    case .personal:
      text(": Persönliches steht nicht im Register", ": the registry keeps nothing personal")
    case .covered(let other):
      text(": das sagt schon Spalte \(other)", ": column \(other) says it already")
    case .foreignIDs:
      text(": keine dieser Kennungen steht im Register", ": none of these ids is in the registry")
    case .unknown(nil): text(": unbekannt", ": unknown")
    case .unknown(let suggestion?):
      text(": unbekannt; vielleicht ", ": unknown; perhaps ")
        + "--map \"\(heading)=\(suggestion.rawValue)\""
    }
  }

  // MARK: Remarks

  private func remarks(_ outcome: TableOutcome) -> [String] {
    var lines: [String] = []
    var hidden: [String] = []
    if !outcome.hiddenColumns.isEmpty {
      let letters = outcome.hiddenColumns.map(CellAddress.letters)
      hidden.append(named(letters, text("Spalte", "column"), text("Spalten", "columns")))
    }
    if !outcome.hiddenRows.isEmpty { hidden.append(rows(outcome.hiddenRows)) }
    if !hidden.isEmpty {
      lines.append(
        text("Ausgeblendet und nicht gelesen: ", "Hidden and not read: ")
          + hidden.joined(separator: "; "))
    }
    if !outcome.unreadSheets.isEmpty {
      lines.append(
        text("Nicht gelesen, mit --sheet wählbar: ", "Not read, to be chosen by --sheet: ")
          + outcome.unreadSheets.prefix(10).map(quoted).joined(separator: ", "))
    }
    let passings: [(TableOutcome.Passing, String, String)] = [
      (.headline, text("Überschrift", "headline"), text("Überschriften", "headlines")),
      (.sum, text("Summe", "sum"), text("Summen", "sums")),
      (.nothingUsed, text("ohne Angaben zum Projekt", "nothing about a project"), ""),
    ]
    let passed = passings.compactMap { reason, one, many -> String? in
      let numbers = outcome.passed.filter { $0.reason == reason }.map(\.row)
      guard !numbers.isEmpty else { return nil }
      return rows(numbers) + " (\(numbers.count == 1 || many.isEmpty ? one : many))"
    }
    if !passed.isEmpty {
      lines.append(text("Übergangen: ", "Passed over: ") + passed.joined(separator: "; "))
    }
    return lines.map { "  " + $0 }
  }

  private func rows(_ numbers: [Int]) -> String {
    named(numbers.map(String.init), text("Zeile", "row"), text("Zeilen", "rows"))
  }

  private func named(_ places: [String], _ one: String, _ many: String) -> String {
    (places.count == 1 ? one : many) + " " + places.prefix(20).joined(separator: ", ")
      + (places.count > 20 ? ", …" : "")
  }

  // MARK: Rows

  private func row(_ row: TableOutcome.Row) -> [String] {
    let (sign, role): (String, TerminalStyle.Role) =
      switch row.kind {
      case .new: ("+", .good)
      case .changed: ("~", .note)
      case .refused: ("!", .error)
      case .unchanged: (" ", .quiet)
      }
    let id = row.id.map { " (\($0))" } ?? ""
    let remark = row.kind == .new ? text(", neues Projekt", ", new project") : ""
    let head =
      style.paint("\(sign) " + text("Zeile", "Row") + " \(row.number)", role)
      + (row.title.isEmpty ? "" : "  " + CellRefusal.short(row.title)) + id + remark
    return [head] + (similar(row) + row.cells.compactMap { cell($0, of: row) }).map { "    " + $0 }
  }

  /// The warning before a project is registered twice.
  private func similar(_ row: TableOutcome.Row) -> [String] {
    guard row.kind == .new, let similar = row.similar else { return [] }
    let place = [similar.id, similar.department].compactMap { $0 }.joined(separator: ", ")
    let question = text("Gibt es das schon? Ähnlich ist ", "Is it there already? Similar is ")
    return [
      style.paint(question + quoted(CellRefusal.short(similar.title)) + " (\(place))", .warning)
    ]
  }

  private func cell(_ cell: TableOutcome.Cell, of row: TableOutcome.Row) -> String? {
    let name = cell.column?.name[language] ?? ""
    switch cell.state {
    case .refused(_, let refusal): return place(cell) + refusal.text[language]
    case .changed(let old, let new) where row.kind != .refused:
      return "\(cell.address) \(name): \(shown(old)) → \(shown(new))"
    case .new(let new) where listsNewCells && row.kind == .new:
      return "\(cell.address) \(name): \(shown(new))"
    case .changed, .new, .unchanged: return nil
    }
  }

  /// `Spalte D „Kosten“ (D7): `; without a place for what concerns no column of the list.
  private func place(_ cell: TableOutcome.Cell) -> String {
    guard !cell.heading.isEmpty else {
      return cell.column.map { $0.name[language] + ": " } ?? ""
    }
    let letters = CellAddress.letters(of: cell.address.column)
    return text("Spalte", "Column")
      + " \(letters) \(quoted(CellRefusal.short(cell.heading))) (\(cell.address)): "
  }

  private func shown(_ value: String) -> String {
    let limit = max(40, style.width)
    if value.isEmpty { return "–" }
    return value.count <= limit ? value : value.prefix(limit - 1) + "…"
  }

  // MARK: Summary

  private func summary(_ outcome: TableOutcome) -> String {
    let cells = outcome.changedCells
    let changed =
      "\(outcome.count(.changed)) " + text("geändert", "changed")
      + (cells == 0
        ? ""
        : text(
          " (\(cells) \(cells == 1 ? "Zelle" : "Zellen"))",
          " (\(cells) cell\(cells == 1 ? "" : "s"))"))
    let parts: [(Int, String)] = [
      (outcome.count(.new), "\(outcome.count(.new)) " + text("neu", "new")),
      (outcome.count(.changed), changed),
      (
        outcome.count(.unchanged),
        "\(outcome.count(.unchanged)) " + text("unverändert", "unchanged")
      ),
      (outcome.count(.refused), "\(outcome.count(.refused)) " + text("abgelehnt", "refused")),
    ]
    let shown = parts.filter { $0.0 > 0 }.map(\.1)
    return shown.isEmpty
      ? text("Die Liste hat keine Zeilen mit Projekten.", "The list has no rows with projects.")
      : text("Zeilen: ", "Rows: ") + shown.joined(separator: ", ")
  }
}
