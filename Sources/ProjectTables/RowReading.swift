internal import Portfolio
internal import RegistryFiles

/// What is the same for all rows of a list.
struct RowReading {
  let table: ProjectTable
  let header: TableHeader
  let columns: Set<ProjectColumn>
  /// Whether ids of the registry stand in the list.
  let hasKnownIDs: Bool

  func value(_ column: ProjectColumn, _ row: SheetRow) -> SheetValue? {
    header.index(of: column).flatMap { row[$0] }
  }

  func text(_ column: ProjectColumn, _ row: SheetRow) -> String? {
    guard columns.contains(column), let text = value(column, row)?.text, text != "-" else {
      return nil
    }
    return text
  }

  func unit(_ column: ProjectColumn) -> Int64 {
    for place in header.columns {
      if case .column(column, let unit) = place.use { return unit }
    }
    return 1
  }

  /// Why a row is no project; `reported` is nil where that needs no words.
  func reasonToPass(_ row: SheetRow) -> (reported: TableOutcome.Passing?, Void)? {
    if row.isHeadline { return (.headline, ()) }
    let title = value(.title, row)?.text
    if repeatsHeading(row) { return (nil, ()) }
    guard title == nil, text(.id, row) == nil else { return nil }
    let filled = row.cells.filter { cell in
      header.columns.contains { $0.index == cell.column && $0.use.column != nil }
    }
    if filled.isEmpty { return (.nothingUsed, ()) }
    let first = row.cells.first?.value.text.lowercased() ?? ""
    let isSum = ["summe", "gesamt", "total", "zwischensumme", "stand", "sum"].contains {
      first.hasPrefix($0)
    }
    // A sum below a column of amounts often has no word beside it.
    let isNumberAlone = filled.count == 1 && filled[0].column == header.index(of: .budget)
    return isSum || isNumberAlone ? (.sum, ()) : nil
  }

  /// Whether the row is the heading again, as on every page of a printed list.
  private func repeatsHeading(_ row: SheetRow) -> Bool {
    let used = header.columns.filter { $0.use.column != nil }
    return used.count > 1 && used.allSatisfy { row[$0.index]?.text == $0.heading }
  }
}
