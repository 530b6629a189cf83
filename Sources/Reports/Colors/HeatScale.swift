internal import Findings

/// How dark a heat map's cells are: five steps, by the share of the largest cell.
///
/// Steps are told apart by lightness alone, so that they survive colour blindness and grey print.
struct HeatScale {
  static let steps = 1...5

  private let measure: CoverageMeasure
  private let largest: Int64

  init(_ table: CoverageTable) {
    measure = table.measure
    largest = table.cells.map(\.declared.value).max() ?? 0
  }

  /// A scale for counts.
  init(largest: Int) {
    measure = .projects
    self.largest = Int64(largest)
  }

  /// The step of a cell's declared figure, 1 the lightest; nil where there is nothing.
  func step(of cell: CoverageCell) -> Int? {
    guard measure == .reviewedShare else { return step(of: cell.declared.value) }
    return cell.reviewedShare.flatMap { $0 > 0 ? step(share: $0) : nil }
  }

  /// The step of a number on the scale of the declared figures.
  func step(of value: Int64) -> Int? {
    guard value > 0, largest > 0 else { return nil }
    return step(share: Double(value) / Double(largest))
  }

  private func step(share: Double) -> Int { 1 + min(Int(share * 4), 4) }
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
