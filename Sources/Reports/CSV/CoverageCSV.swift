public import Findings
public import Portfolio

/// `dach coverage --format csv`: one line for each row, with the declared figures and the totals.
public enum CoverageCSV {
  public static func render(_ table: CoverageTable, language: Language) -> String {
    func value(_ figure: CoverageFigure) -> String {
      table.measure == .budget ? String(Double(figure.value) / 100) : String(figure.value)
    }
    let sum = BilingualText(de: "gesamt", en: "total")[language]
    var csv = CSVWriter()
    csv.add(["id", "name"] + table.columns.map { $0.name[language] } + [sum])
    for (index, row) in table.rows.enumerated() {
      let cells = table.columns.indices.map { value(table.cell(row: index, column: $0).declared) }
      csv.add([row.id, row.name[language]] + cells + [value(table.rowTotals[index].declared)])
    }
    csv.add(
      ["", sum] + table.columnTotals.map { value($0.declared) } + [value(table.total.declared)])
    return csv.text
  }
}
