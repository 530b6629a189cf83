public import Findings
public import Portfolio

/// `dach coverage --format json`: every number equals the length of the list beside it, or for
/// budgets the sum over it, in units of the currency.
public enum CoverageJSON {
  struct Item: Encodable {
    let id: String
    let name: String
  }

  struct Cell: Encodable {
    let row: String
    let column: String
    let declared: Double
    let reviewed: Double
    let expected: Int
    /// Of these the missing ones that no exception lets off.
    let gap: Int
    let waived: Bool
    /// Reviewed over declared projects, for the measure `reviewedShare`.
    let reviewedShare: Double?
    let projects: [String]
    let reviewedProjects: [String]
  }

  struct Total: Encodable {
    let id: String?
    let declared: Double
    let reviewed: Double
    let reviewedShare: Double?
    let projects: [String]
    let reviewedProjects: [String]
  }

  struct Totals: Encodable {
    let rows: [Total]
    let columns: [Total]
    let all: Total
  }

  struct Document: Encodable {
    let measure: String
    let currency: String?
    let rowDimension: String
    let columnDimension: String
    let rows: [Item]
    let columns: [Item]
    let cells: [Cell]
    let totals: Totals
    let otherCurrencies: [String]
  }

  public static func render(_ table: CoverageTable, language: Language) throws -> String {
    func value(_ figure: CoverageFigure) -> Double {
      table.measure == .budget ? Double(figure.value) / 100 : Double(figure.value)
    }
    func share(_ share: Double?) -> Double? { table.measure == .reviewedShare ? share : nil }
    func total(_ total: CoverageTotal, id: String?) -> Total {
      Total(
        id: id, declared: value(total.declared), reviewed: value(total.reviewed),
        reviewedShare: share(total.reviewedShare),
        projects: total.declared.projects, reviewedProjects: total.reviewed.projects)
    }
    return try JSONText.render(
      Document(
        measure: table.measure.rawValue, currency: table.currency,
        rowDimension: table.rowDimension.rawValue, columnDimension: table.columnDimension.rawValue,
        rows: table.rows.map { Item(id: $0.id, name: $0.name[language]) },
        columns: table.columns.map { Item(id: $0.id, name: $0.name[language]) },
        cells: table.cells.map {
          Cell(
            row: $0.row, column: $0.column, declared: value($0.declared),
            reviewed: value($0.reviewed), expected: $0.expected, gap: $0.gap, waived: $0.isWaived,
            reviewedShare: share($0.reviewedShare), projects: $0.declared.projects,
            reviewedProjects: $0.reviewed.projects)
        },
        totals: Totals(
          rows: zip(table.rows, table.rowTotals).map { total($1, id: $0.id) },
          columns: zip(table.columns, table.columnTotals).map { total($1, id: $0.id) },
          all: total(table.total, id: nil)),
        otherCurrencies: table.otherCurrencies))
  }
}
