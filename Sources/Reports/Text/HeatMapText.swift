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

  /// Columns without any number say nothing; they are left out, unless something is expected there.
  private let columns: [Int]
  private let largest: Int64
  private let nameWidth: Int
  private let cellWidth: Int
  private let sumWidth: Int
  private let sumTitle: String

  public init(_ table: CoverageTable, style: TerminalStyle, language: Language) {
    self.table = table
    self.style = style
    self.language = language
    columns = table.columns.indices.filter { column in
      table.columnTotals[column].declared.value > 0
        || table.rows.indices.contains { table.cell(row: $0, column: column).expected > 0 }
    }
    sumTitle = BilingualText(de: "gesamt", en: "total")[language]
    largest =
      table.measure == .reviewedShare ? 100 : table.cells.map(\.declared.value).max() ?? 0
    let longestName = table.rows.map { $0.name[language].count }.max() ?? 0
    nameWidth = max(sumTitle.count, min(longestName, max(16, style.width / 3)))
    let money = MoneyText(language)
    func width(_ value: Int64) -> Int {
      switch table.measure {
      case .budget: money.thousands(cents: value).count
      case .reviewedShare: percentage(1).count
      case .projects, .running: String(value).count
      }
    }
    let isMarked = table.cells.contains { $0.gap > 0 && $0.declared.value > 0 }
    let widest = table.columnTotals.map(\.declared.value).max().map(width) ?? 1
    cellWidth = max(3, widest + (isMarked ? 2 : 1))
    sumWidth = max(sumTitle.count, width(table.total.declared.value))
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
        total: number(table.rowTotals[row]), places)
    }
    let sums = line(
      sumTitle, places.map { number(table.columnTotals[columns[$0]]) },
      total: number(table.total), places)
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

  /// Five steps from the 256-colour palette; a missing expected contribution is marked with `!`
  /// and a waived one with `~`, so that they are seen without colour as well.
  private func shaded(_ cell: CoverageCell) -> String {
    let value = cell.declared.value
    if cell.gap > 0 {
      let text = (value == 0 ? "" : number(value, share: cell.reviewedShare)) + Self.gapMark
      return style.paint(text.rightAligned(to: cellWidth), .error)
    }
    if value == 0, cell.isWaived { return Self.waiverMark }
    let text = number(value, share: cell.reviewedShare)
    guard value > 0, style.usesColor else { return text }
    let shade =
      table.measure == .reviewedShare ? Int64((cell.reviewedShare ?? 0) * 100) : value
    let step = Int(4 * shade / max(largest, 1))
    let background = [236, 238, 24, 25, 26][min(step, 4)]
    return "\u{1B}[97;48;5;\(background)m\(text.rightAligned(to: cellWidth))\u{1B}[0m"
  }

  private static let gapMark = "!"
  private static let waiverMark = "~"

  private func number(_ total: CoverageTotal) -> String {
    number(total.declared.value, share: total.reviewedShare)
  }

  private func number(_ value: Int64, share: Double?) -> String {
    if value == 0 { return "·" }
    switch table.measure {
    case .budget: return MoneyText(language).thousands(cents: value)
    case .reviewedShare: return share.map { $0 == 0 ? "0 %" : percentage($0) } ?? "·"
    case .projects, .running: return String(value)
    }
  }

  private func legend() -> String {
    let names = columns.enumerated().map {
      "\($0.offset + 1) \(table.columns[$0.element].name[language])"
    }
    var lines = [wrap(names.joined(separator: " · "), after: "", width: style.width)]
    let totals = BilingualText(
      de: "Ein Projekt kann in mehreren Feldern stehen, in den Summen zählt es einmal."
        + " Davon geprüft: \(table.total.reviewed.projects.count).",
      en: "A project can stand in several cells; totals count it once."
        + " Of these reviewed: \(table.total.reviewed.projects.count).")
    lines.append(wrap(counted[language] + " " + totals[language], after: "", width: style.width))
    if table.cells.contains(where: { $0.gap > 0 }) {
      lines.append(
        BilingualText(
          de: "\(Self.gapMark) Beitrag erwartet, aber nicht oder nicht genug gemeldet.",
          en: "\(Self.gapMark) contribution expected, but none or not enough declared.")[language])
    }
    if table.cells.contains(where: { $0.isWaived && $0.declared.value == 0 }) {
      lines.append(
        BilingualText(
          de: "\(Self.waiverMark) Beitrag erwartet, aber durch eine Ausnahme erlassen.",
          en: "\(Self.waiverMark) contribution expected, but waived.")[language])
    }
    return lines.joined(separator: "\n")
  }

  private var counted: BilingualText {
    switch table.measure {
    case .projects:
      BilingualText(
        de: "Zahl der gemeldeten Projekte; eingestellte zählen nicht.",
        en: "Number of declared projects; discontinued ones do not count.")
    case .running:
      BilingualText(de: "Zahl der laufenden Projekte.", en: "Number of running projects.")
    case .reviewedShare:
      BilingualText(
        de: "Anteil der gemeldeten Projekte, deren Zuordnung geprüft ist.",
        en: "Share of the declared projects whose alignment has been reviewed.")
    case .budget:
      BilingualText(
        de: "Budgets in Tausend \(table.currency ?? "EUR").",
        en: "Budgets in thousands of \(table.currency ?? "EUR").")
    }
  }
}
