/// A range of cells that are shown as one; the first of them holds the value.
struct MergedCells {
  let first: CellAddress
  let last: CellAddress

  /// Reads `B2:D4`.
  init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = CellAddress(ends[0]), let last = CellAddress(ends[1]),
      first.row <= last.row, first.column <= last.column
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  /// So many columns wide, a merged cell that stands alone in its row is a headline.
  private static let headlineWidth = 3

  /// Gives the value of a cell that is merged over several rows to each of these rows, and marks
  /// the rows that are headlines. Across columns nothing is spread: the value belongs to the
  /// first.
  static func spread(
    _ merges: [MergedCells], in sheet: inout Sheet, limits: SheetLimits
  ) throws(SpreadsheetFault) {
    guard !merges.isEmpty else { return }
    // What hostile files could make long.
    var steps = limits.cells
    for merge in merges {
      guard var index = sheet.index(ofRow: merge.first.row),
        let value = sheet.rows[index][merge.first.column]
      else { continue }
      if merge.first.row == merge.last.row {
        let width = merge.last.column - merge.first.column + 1
        if width >= headlineWidth, sheet.rows[index].cells.count == 1 {
          sheet.rows[index].isHeadline = true
        }
        continue
      }
      index += 1
      while index < sheet.rows.count, sheet.rows[index].number <= merge.last.row {
        steps -= 1
        guard steps > 0 else { throw .tooManyCells(sheet: sheet.name, limit: limits.cells) }
        sheet.rows[index].fill(merge.first.column, with: value)
        index += 1
      }
    }
  }
}

extension Sheet {
  /// The place of the row of that number among those in which something stands.
  fileprivate func index(ofRow number: Int) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? low : nil
  }
}

extension SheetRow {
  /// Puts a value into an empty cell.
  fileprivate mutating func fill(_ column: Int, with value: SheetValue) {
    let place = cells.firstIndex { $0.column >= column } ?? cells.count
    if place < cells.count, cells[place].column == column { return }
    cells.insert(SheetCell(column: column, value: value), at: place)
  }
}
