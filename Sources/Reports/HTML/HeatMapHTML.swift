internal import Findings
internal import Markup
internal import Portfolio

/// A coverage table as a heat map for pages: the darker a cell, the larger its number. Under the
/// declared figure stands the reviewed one, wherever it is not zero.
struct HeatMapHTML {
  /// More columns than these get upright headings, and paper turned to its long side.
  private static let fewColumns = 10

  let table: CoverageTable
  let language: Language
  private let wording: CoverageWording
  private let scale: HeatScale

  init(_ table: CoverageTable, language: Language) {
    self.table = table
    self.language = language
    wording = CoverageWording(table: table, language: language)
    scale = HeatScale(table)
  }

  func render() -> Markup {
    let hasManyColumns = table.shownColumns.count > Self.fewColumns
    return tag("figure", hasManyColumns ? .class("landscape") : nil) {
      wideTable(caption: wording.title, hasManyColumns ? "heat many" : "heat") {
        head
        tag("tbody") { table.shownRows.map(row) }
        foot
      }
      tag("figcaption") { legend }
    }
  }

  private var head: Markup {
    tag("thead") {
      tag("tr") {
        columnHeading(table.rowDimension.name[language])
        table.shownColumns.map { columnHeading(table.columns[$0].name[language]) }
        columnHeading(wording.sum)
      }
    }
  }

  private func row(_ row: Int) -> Markup {
    tag("tr") {
      rowHeading(table.rows[row].name[language])
      table.shownColumns.map { cell(table.cell(row: row, column: $0)) }
      total(table.rowTotals[row])
    }
  }

  private var foot: Markup {
    tag("tfoot") {
      tag("tr") {
        rowHeading(wording.sum)
        table.shownColumns.map { total(table.columnTotals[$0]) }
        total(table.total)
      }
    }
  }

  private func cell(_ cell: CoverageCell) -> Markup {
    let classes =
      cell.gap > 0 ? "missing" : scale.step(of: cell).map { "heat-\($0)" }
    return tag("td", classes.map(Attribute.class)) {
      wording.text(of: cell)
      reviewed(cell.reviewed)
    }
  }

  private func total(_ total: CoverageTotal) -> Markup {
    tag("td") {
      wording.number(total)
      reviewed(total.reviewed)
    }
  }

  /// The reviewed figure under the declared one; a share of it says it already.
  private func reviewed(_ figure: CoverageFigure) -> Markup {
    guard figure.value > 0, table.measure != .reviewedShare else { return .empty }
    return tag("small") {
      BilingualText(de: "geprüft ", en: "reviewed ")[language]
        + wording.number(figure.value, share: nil)
    }
  }

  private var legend: String {
    ([wording.counted, wording.totals] + wording.marks).joined(separator: " ")
  }
}
