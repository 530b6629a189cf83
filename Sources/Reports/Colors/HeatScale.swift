internal import Findings

/// How dark a heat map's cells are: five steps, by the share of the largest cell.
///
/// Steps are told apart by lightness alone, so that they survive colour blindness and grey print.
struct HeatScale {
  static let steps = 1...5

  let largest: Int64

  init(_ table: CoverageTable) {
    largest = table.cells.map(\.declared.value).max() ?? 0
  }

  init(largest: Int64) {
    self.largest = largest
  }

  /// The step of a number, 1 the lightest; nil for nothing.
  func step(of value: Int64) -> Int? {
    guard value > 0, largest > 0 else { return nil }
    return 1 + min(Int((Double(value) / Double(largest) * 4).rounded(.down)), 4)
  }
}

extension CoverageTable {
  /// Columns without any number say nothing; they are left out, unless something is expected there.
  var shownColumns: [Int] {
    columns.indices.filter { column in
      columnTotals[column].declared.value > 0
        || rows.indices.contains { cell(row: $0, column: column).expected > 0 }
    }
  }

  /// Likewise for rows.
  var shownRows: [Int] {
    rows.indices.filter { row in
      rowTotals[row].declared.value > 0
        || columns.indices.contains { cell(row: row, column: $0).expected > 0 }
    }
  }
}

extension CoverageCell {
  /// Whether a contribution is expected that nobody declares.
  var isMissing: Bool { expected > 0 && declared.projects.isEmpty }
}
