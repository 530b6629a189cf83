/// Which cell of a row holds what, by the headings.
struct SheetColumns {
  /// How many cells the heading has.
  let count: Int
  /// Columns that several headings name, with these cells, from 1.
  let repeated: [(column: SheetColumn, cells: [Int])]
  private var places: [SheetColumn: Int] = [:]

  init(_ headings: [String]) {
    count = headings.count
    var cells: [SheetColumn: [Int]] = [:]
    for (index, heading) in headings.enumerated() {
      guard let column = SheetColumn(heading: heading) else { continue }
      cells[column, default: []].append(index)
    }
    // A heading that is the column's very name leaves no doubt, whatever stands beside it.
    for (column, indices) in cells where indices.count > 1 {
      let exact = indices.filter { headings[$0].lowercased() == column.rawValue }
      if exact.count == 1 { cells[column] = exact }
    }
    places = cells.compactMapValues { $0.count == 1 ? $0[0] : nil }
    repeated = SheetColumn.allCases.compactMap { column in
      guard let indices = cells[column], indices.count > 1 else { return nil }
      return (column, indices.map { $0 + 1 })
    }
  }

  func has(_ column: SheetColumn) -> Bool { places[column] != nil }

  /// The cell's text, or nil where it is empty or missing.
  func text(_ column: SheetColumn, in row: DelimitedRows.Row) -> String? {
    guard let place = places[column], place < row.cells.count, !row.cells[place].isEmpty
    else { return nil }
    return row.cells[place]
  }

  /// The items of the cell: separated by `|`, else by semicolons or lines, else by commas.
  func list(_ column: SheetColumn, in row: DelimitedRows.Row) -> [String] {
    guard let text = text(column, in: row) else { return [] }
    return items(of: text).map { $0.trimmingSpaces }.filter { !$0.isEmpty }
  }

  private func items(of text: String) -> [Substring] {
    if text.contains("|") { return text.split(separator: "|") }
    let lines = text.split { $0 == ";" || $0.isNewline }
    return lines.count > 1 ? lines : text.split(separator: ",")
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
