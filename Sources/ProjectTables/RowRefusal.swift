internal import Portfolio
internal import RegistryFiles

/// Why nothing can be done with a whole row, and at which cell that shows.
struct RowRefusal: Error {
  let column: Int?
  let field: ProjectColumn
  let refusal: CellRefusal

  private init(_ field: ProjectColumn, _ column: Int?, de german: String, en english: String) {
    self.field = field
    self.column = column
    refusal = CellRefusal(BilingualText(de: german, en: english))
  }

  func cell(_ row: Int, _ header: TableHeader) -> TableOutcome.Cell {
    TableOutcome.Cell(
      address: CellAddress(column: column ?? 0, row: row), column: field,
      heading: header.columns.first { $0.index == column }?.heading ?? "",
      state: .refused(value: "", refusal))
  }

  static func noTitle(_ column: Int?) -> RowRefusal {
    RowRefusal(
      .title, column, de: "Der Titel fehlt. Tragen Sie ihn ein, oder löschen Sie die Zeile.",
      en: "The title is missing. Fill it in, or delete the row.")
  }

  static func noDepartment(_ column: Int?) -> RowRefusal {
    let isInList = column != nil
    return RowRefusal(
      .department, column,
      de: "Welche ist zuständig? "
        + (isInList ? "Füllen Sie die Zelle aus" : "Ergänzen Sie die Spalte „Dienststelle“")
        + ", oder nennen Sie eine für alle Zeilen, die keine haben: --department.",
      en: "Which one is in charge? "
        + (isInList ? "Fill in the cell" : "Add the column 'Department'")
        + ", or name one for all rows that have none: --department.")
  }

  static func unknownID(_ id: String, nearest: String?, _ column: Int?) -> RowRefusal {
    let near = (
      nearest.map { " Meinten Sie „\($0)“?" } ?? "", nearest.map { " Did you mean '\($0)'?" } ?? ""
    )
    return RowRefusal(
      .id, column,
      de: "Die Kennung „\(CellRefusal.short(id))“ gibt es nicht." + near.0
        + " Für ein neues Projekt bleibt die Zelle leer.",
      en: "There is no id '\(CellRefusal.short(id))'." + near.1
        + " For a new project the cell stays empty.")
  }

  static func invalidID(_ id: String, _ column: Int?) -> RowRefusal {
    RowRefusal(
      .id, column,
      de: "„\(CellRefusal.short(id))“ ist keine Kennung: möglich sind Kleinbuchstaben, Ziffern und "
        + "einzelne Bindestriche.",
      en: "'\(CellRefusal.short(id))' is no id: lower-case letters, digits and single hyphens are "
        + "possible.")
  }

  static func ambiguousTitle(_ title: String, _ ids: [String], _ column: Int?) -> RowRefusal {
    let list = ids.joined(separator: ", ")
    return RowRefusal(
      .title, column,
      de: "„\(CellRefusal.short(title))“ heißen mehrere Projekte: \(list). Nennen Sie die Kennung.",
      en: "Several projects are called '\(CellRefusal.short(title))': \(list). Name the id.")
  }

  static func repeated(
    _ earlierFile: String, _ earlierRow: Int, _ file: String, _ column: Int?
  ) -> RowRefusal {
    let other = earlierFile == file ? "" : " (\(earlierFile))"
    return RowRefusal(
      .title, column,
      de:
        "Dasselbe Projekt steht schon in Zeile \(earlierRow)\(other). Löschen Sie eine der Zeilen.",
      en: "The same project stands in row \(earlierRow)\(other) already. Delete one of the rows.")
  }
}
