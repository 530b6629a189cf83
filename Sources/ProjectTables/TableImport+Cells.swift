internal import Portfolio
internal import RegistryFiles

extension TableImport {
  func apply(
    _ row: SheetRow, _ reading: RowReading, to project: inout Project, isNew: Bool
  ) -> [TableOutcome.Cell] {
    let cells = CellReading(names: names, columns: reading.columns)
    var outcomes: [TableOutcome.Cell] = []
    for column in ProjectColumn.allCases where column != .id && reading.columns.contains(column) {
      guard let index = reading.header.index(of: column), let value = row[index] else { continue }
      let address = CellAddress(column: index, row: row.number)
      let before = shown(column, project, reading)
      var state: TableOutcome.State
      if says(value, column, project) {
        state = .unchanged(before)
      } else {
        do throws(CellRefusal) {
          var changed = project
          try cells.apply(value, to: column, unit: reading.unit(column), of: &changed)
          let after = shown(column, changed, reading)
          state =
            changed == project
            ? .unchanged(before) : isNew ? .new(after) : .changed(from: before, to: after)
          project = changed
        } catch {
          state = .refused(value: CellRefusal.short(value.text), error)
        }
      }
      outcomes.append(
        TableOutcome.Cell(
          address: address, column: column, heading: reading.header.heading(of: column) ?? "",
          state: state))
    }
    if let refusal = Self.reversedPeriod(project) {
      let place =
        outcomes.lastIndex { $0.column == .end || $0.column == .period }
        ?? outcomes.lastIndex { $0.column == .start }
      if let place { outcomes[place].refuse(refusal) }
    }
    return outcomes.sorted { $0.address.column < $1.address.column }
  }

  /// Whether the cell says what the project says already, as an export would have written it.
  private func says(_ value: SheetValue, _ column: ProjectColumn, _ project: Project) -> Bool {
    guard case .text(let text) = value else { return false }
    let cell = Self.comparable(text)
    return writers.contains { Self.comparable($0.text(column, of: project)) == cell }
  }

  /// Spreadsheet programs change line ends and cut long texts.
  private static func comparable(_ text: String) -> String {
    SpreadsheetCell.fitting(text).split(whereSeparator: \.isNewline).joined(separator: "\n")
      .trimmedForCell
  }

  private func shown(
    _ column: ProjectColumn, _ project: Project, _ reading: RowReading
  ) -> String {
    let writing = writers[language == .german ? 0 : 1]
    // A cell may say what otherwise stands in a column of its own.
    let also: ProjectColumn? =
      switch column {
      case .guideline: .furtherGuidelines
      case .department: .office
      default: nil
      }
    let parts = [column, also].compactMap { $0 }
      .filter { $0 == column || !reading.columns.contains($0) }
    return parts.map { writing.shown($0, of: project) }.filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  private static func reversedPeriod(_ project: Project) -> CellRefusal? {
    guard let period = project.period, period.isReversed, let start = period.start,
      let end = period.end
    else { return nil }
    return CellRefusal(
      de: "Das Ende (\(end)) läge vor dem Beginn (\(start)).",
      en: "The end (\(end)) would come before the start (\(start)).")
  }

  /// Reports what the registry's rules say against the row at the cells it is about.
  func hold(
    _ project: Project, to check: Check, _ outcome: inout TableOutcome.Row, _ reading: RowReading
  ) {
    let isWhole = !outcome.isRefused
    for (column, refusal) in check(project) {
      if let place = outcome.cells.firstIndex(where: { $0.column == column }) {
        if outcome.cells[place].refusal == nil { outcome.cells[place].refuse(refusal) }
      } else if isWhole {
        // What was refused before may be the cause of this.
        outcome.cells.append(
          TableOutcome.Cell(
            address: CellAddress(column: 0, row: outcome.number), column: column, heading: "",
            state: .refused(value: "", refusal)))
      }
    }
  }
}
