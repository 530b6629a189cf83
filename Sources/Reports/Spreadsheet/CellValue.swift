/// What stands in a cell of a spreadsheet. There are no formulas.
enum CellValue: Sendable, Hashable {
  case text(String)
  case number(Double)
}
