public import Findings
public import Portfolio

/// A coverage table as a heat map for the terminal: the darker a cell, the larger its number.
///
/// Columns are numbered and named below, since names of departments are longer than numbers; a
/// table wider than the terminal is broken into blocks.
public struct HeatMapText {
  let style: TerminalStyle
  let language: Language
  let table: CoverageTable

  private let columns: [Int]
  private let wording: CoverageWording
  private let scale: HeatScale
  private let nameWidth: Int
  private let cellWidth: Int
  private let sumWidth: Int
  private let sumTitle: String

  public init(_ table: CoverageTable, style: TerminalStyle, language: Language) {
    self.table = table
    self.style = style
    self.language = language
    let wording = CoverageWording(table: table, language: language)
    self.wording = wording
    columns = table.shownColumns
    sumTitle = wording.sum
    scale = HeatScale(table)
    let longestName = table.rows.map { $0.name[language].count }.max() ?? 0
    nameWidth = max(sumTitle.count, min(longestName, max(16, style.width / 3)))
    let isMarked = table.cells.contains { $0.gap > 0 && $0.declared.value > 0 }
    let widest = table.columnTotals.map { wording.number($0).count }.max() ?? 1
    cellWidth = max(3, widest + (isMarked ? 2 : 1))
    sumWidth = max(sumTitle.count, wording.number(table.total).count)
  }

  public func render() -> String {
    let perBlock = max(1, (style.width - nameWidth - sumWidth - 4) / cellWidth)
    let blocks = stride(from: 0, to: columns.count, by: perBlock).map { start in
      block(start..<min(start + perBlock, columns.count))
    }
    return (blocks + [style.paint(legend(), .quiet)]).joined(separator: "\n\n") + "\n"
  }

  /// - Parameter places: places in `columns`.
  private func block(_ places: Range<Int>) -> String {
    let header = line("", places.map { String($0 + 1) }, total: sumTitle, places)
    let rows = table.rows.indices.map { row in
      line(
        table.rows[row].name[language],
        places.map { shaded(table.cell(row: row, column: columns[$0])) },
        total: wording.number(table.rowTotals[row]), places)
    }
    let sums = line(
      sumTitle, places.map { wording.number(table.columnTotals[columns[$0]]) },
      total: wording.number(table.total), places)
    return ([style.paint(header, .quiet)] + rows + [style.paint(sums, .quiet)])
      .joined(separator: "\n")
  }

  /// One line of a block; the row's total stands in the last block only.
  private func line(_ name: String, _ cells: [String], total: String, _ places: Range<Int>)
    -> String
  {
    let start = name.truncated(to: nameWidth).padded(to: nameWidth + 1)
    let end = places.upperBound == columns.count ? "  " + total.rightAligned(to: sumWidth) : ""
    // A painted cell carries its own width.
    let middle = cells.map { $0.hasPrefix("\u{1B}") ? $0 : $0.rightAligned(to: cellWidth) }
    return start + middle.joined() + end
  }

  /// Five steps from the 256-colour palette. Missing and waived contributions carry marks, so that
  /// they are seen without colour as well.
  private func shaded(_ cell: CoverageCell) -> String {
    let text = wording.text(of: cell)
    if cell.gap > 0 { return style.paint(text.rightAligned(to: cellWidth), .error) }
    guard style.usesColor, let step = scale.step(of: cell) else { return text }
    let background = [236, 238, 24, 25, 26][step - HeatScale.steps.lowerBound]
    return "\u{1B}[97;48;5;\(background)m\(text.rightAligned(to: cellWidth))\u{1B}[0m"
  }

  private func legend() -> String {
    let names = columns.enumerated().map {
      "\($0.offset + 1) \(table.columns[$0.element].name[language])"
    }
    var lines = [wrap(names.joined(separator: " · "), after: "", width: style.width)]
    lines.append(wrap("\(wording.counted) \(wording.totals)", after: "", width: style.width))
    return (lines + wording.marks).joined(separator: "\n")
  }
}
