import Glibc
import Portfolio

/// The reading of one sheet of a workbook, cell by cell.
final class WorksheetReading: XMLHandler {
  private let name: String
  private let texts: [String]
  private let formats: CellFormats
  private let from1904: Bool
  private let limits: SheetLimits

  private var rows: [SheetRow] = []
  private var cellCount = 0
  private var hiddenRanges: [ClosedRange<Int>] = []
  private var hiddenColumns: Set<Int> = []
  private var hiddenRows: [Int] = []
  private var merges: [MergedCells] = []

  private var row = SheetRow(number: 0, cells: [])
  private var rowIsHidden = false
  /// The column of the cell being read.
  private var column = -1
  private var kind = ""
  private var style = 0
  private var hasFormula = false
  private var text = WorkbookText()
  private var isInText = false
  private var guides = 0

  init(
    name: String, texts: [String], formats: CellFormats, from1904: Bool, limits: SheetLimits
  ) {
    self.name = name
    self.texts = texts
    self.formats = formats
    self.from1904 = from1904
    self.limits = limits
  }

  /// What has been read.
  func sheet(file: String) throws(SpreadsheetFault) -> Sheet {
    var sheet = Sheet(
      file: file, name: name, rows: rows, hiddenColumns: hiddenColumns.sorted(),
      hiddenRows: hiddenRows)
    try MergedCells.spread(merges, in: &sheet, limits: limits)
    return sheet
  }

  func start(_ element: XMLElement) throws(SpreadsheetFault) {
    if element.isNamed("c") {
      try startCell(element)
    } else if element.isNamed("v") || element.isNamed("t") {
      isInText = guides == 0
    } else if element.isNamed("f") {
      hasFormula = true
    } else if element.isNamed("row") {
      try startRow(element)
    } else if element.isNamed("rPh") {
      guides += 1
    } else if element.isNamed("col") {
      startColumns(element)
    } else if element.isNamed("mergeCell") {
      try startMerge(element)
    }
  }

  func end(_ element: XMLElement) throws(SpreadsheetFault) {
    if element.isNamed("v") || element.isNamed("t") {
      isInText = false
    } else if element.isNamed("c") {
      try endCell()
    } else if element.isNamed("row") {
      try endRow()
    } else if element.isNamed("rPh") {
      guides -= 1
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault) {
    guard isInText else { return }
    guard text.bytes.count + bytes.count <= limits.cellBytes else {
      throw .cellTooLong(
        CellAddress(column: max(0, column), row: row.number), sheet: name, limit: limits.cellBytes)
    }
    text.append(bytes)
  }

  // MARK: Rows and columns

  private func startRow(_ element: XMLElement) throws(SpreadsheetFault) {
    let number = element["r"].map { Int($0) ?? 0 } ?? row.number + 1
    guard number > row.number, number <= CellAddress.mostRows else { throw damaged }
    row = SheetRow(number: number, cells: [])
    rowIsHidden = element.flag("hidden")
    column = -1
  }

  private func endRow() throws(SpreadsheetFault) {
    guard !row.cells.isEmpty else { return }
    if rowIsHidden {
      hiddenRows.append(row.number)
    } else {
      rows.append(row)
    }
    guard rows.count <= limits.rows, hiddenRows.count <= limits.rows else {
      throw .tooManyRows(sheet: name, limit: limits.rows)
    }
  }

  private func startColumns(_ element: XMLElement) {
    guard element.flag("hidden"), let first = element.number("min"),
      let last = element.number("max"),
      first >= 1, last >= first, hiddenRanges.count < CellAddress.mostColumns
    else { return }
    hiddenRanges.append(first - 1...min(last, CellAddress.mostColumns) - 1)
  }

  private func startMerge(_ element: XMLElement) throws(SpreadsheetFault) {
    guard let merge = element["ref"].flatMap(MergedCells.init) else { throw damaged }
    guard merges.count < limits.rows else { throw .tooManyCells(sheet: name, limit: limits.cells) }
    merges.append(merge)
  }

  // MARK: Cells

  private func startCell(_ element: XMLElement) throws(SpreadsheetFault) {
    if let place = element["r"] {
      guard let address = CellAddress(place), address.row == row.number, address.column > column
      else { throw damaged }
      column = address.column
    } else {
      column += 1
      guard column < CellAddress.mostColumns else { throw damaged }
    }
    kind = element["t"] ?? "n"
    style = element.number("s") ?? 0
    hasFormula = false
    text.removeAll()
  }

  private func endCell() throws(SpreadsheetFault) {
    guard let value = try value() else { return }
    if hiddenRanges.contains(where: { $0.contains(column) }) {
      hiddenColumns.insert(column)
      return
    }
    cellCount += 1
    guard cellCount <= limits.cells else { throw .tooManyCells(sheet: name, limit: limits.cells) }
    row.cells.append(SheetCell(column: column, value: value))
  }

  private func value() throws(SpreadsheetFault) -> SheetValue? {
    if text.bytes.isEmpty { return hasFormula ? .failure("") : nil }
    switch kind {
    case "s":
      guard let number = Int(text.string), number >= 0, number < texts.count else { throw damaged }
      return Self.text(texts[number])
    case "inlineStr", "str": return Self.text(text.string)
    case "b": return .flag(text.string == "1" || text.string == "true")
    case "e": return .failure(text.string)
    case "d": return PartialDate(text.string.prefix(10)).map(SheetValue.date)
    default:
      // libc's reading of numbers does not depend on the locale in a program that sets none.
      guard let number = Double(text.string), number.isFinite else { throw damaged }
      guard let format = formats.date(style: style) else { return .number(number) }
      return format.date(of: number, from1904: from1904).map(SheetValue.date) ?? .number(number)
    }
  }

  private static func text(_ text: String) -> SheetValue? {
    let trimmed = text.trimmedForCell
    return trimmed.isEmpty ? nil : .text(trimmed)
  }

  private var damaged: SpreadsheetFault {
    .damaged(part: "\(name), \(CellAddress(column: max(0, column), row: max(1, row.number)))")
  }
}
