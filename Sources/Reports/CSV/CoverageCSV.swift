public import Findings
public import Portfolio

/// `dach coverage --format csv`: one line for each row, with the declared figures and the totals;
/// for the measure `reviewedShare` the shares in 0…1, empty where there is no project.
public enum CoverageCSV {
  public static func render(_ table: CoverageTable, language: Language) -> String {
    func value(_ figure: CoverageFigure) -> String {
      table.measure == .budget ? String(Double(figure.value) / 100) : String(figure.value)
    }
    func cell(_ declared: CoverageFigure, _ share: Double?) -> String {
      guard table.measure == .reviewedShare else { return value(declared) }
      return share.map { String($0) } ?? ""
    }
    func total(_ total: CoverageTotal) -> String { cell(total.declared, total.reviewedShare) }
    let sum = BilingualText(de: "gesamt", en: "total")[language]
    var csv = CSVWriter()
    csv.add(["id", "name"] + table.columns.map { $0.name[language] } + [sum])
    for (index, row) in table.rows.enumerated() {
      let cells = table.columns.indices.map { column in
        let figure = table.cell(row: index, column: column)
        return cell(figure.declared, figure.reviewedShare)
      }
      csv.add([row.id, row.name[language]] + cells + [total(table.rowTotals[index])])
    }
    csv.add(["", sum] + table.columnTotals.map(total) + [total(table.total)])
    return csv.text
  }
}
