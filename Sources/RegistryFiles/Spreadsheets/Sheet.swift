public import Portfolio

/// A sheet of a spreadsheet as its readers see it: without hidden rows and columns, and without
/// rows in which nothing stands.
public struct Sheet: Sendable, Hashable {
  /// The file's path as it was named.
  public var file: String
  /// Nil for a CSV file, which has one sheet without a name.
  public var name: String?
  public var rows: [SheetRow]
  /// Columns that are hidden and were not read, although something stands in them.
  public var hiddenColumns: [Int]
  /// Numbers of rows that are hidden, or filtered out, and were not read, although something
  /// stands in them.
  public var hiddenRows: [Int]

  public init(
    file: String, name: String? = nil, rows: [SheetRow] = [], hiddenColumns: [Int] = [],
    hiddenRows: [Int] = []
  ) {
    self.file = file
    self.name = name
    self.rows = rows
    self.hiddenColumns = hiddenColumns
    self.hiddenRows = hiddenRows
  }
}

/// A row in which something stands.
public struct SheetRow: Sendable, Hashable {
  /// As the spreadsheet program counts, from 1.
  public var number: Int
  /// By column; empty cells are left out.
  public var cells: [SheetCell]
  /// Whether it is a headline: a single cell, merged across several columns.
  public var isHeadline: Bool

  public init(number: Int, cells: [SheetCell], isHeadline: Bool = false) {
    self.number = number
    self.cells = cells
    self.isHeadline = isHeadline
  }

  /// What stands in a column.
  public subscript(column: Int) -> SheetValue? {
    // Rows of lists have a cell in nearly every column, so the place is near.
    if column < cells.count, cells[column].column == column { return cells[column].value }
    return cells.first { $0.column == column }?.value
  }
}

public struct SheetCell: Sendable, Hashable {
  /// From 0.
  public var column: Int
  public var value: SheetValue

  public init(column: Int, value: SheetValue) {
    self.column = column
    self.value = value
  }
}

/// What stands in a cell.
public enum SheetValue: Sendable, Hashable {
  /// Without white space at its ends, and not empty.
  case text(String)
  case number(Double)
  /// As precisely as the cell shows it.
  case date(PartialDate)
  case flag(Bool)
  /// A formula's failure, as the program writes it, e.g. `#REF!`.
  case failure(String)

  /// What a reader of the sheet sees, with a decimal comma.
  public var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): Self.text(of: number)
    case .date(let date): date.description
    case .flag(let flag): flag ? "ja" : "nein"
    case .failure(let failure): failure
    }
  }

  private static func text(of number: Double) -> String {
    if let whole = Int64(exactly: number) { return String(whole) }
    return number.description.split(separator: ".", omittingEmptySubsequences: false)
      .joined(separator: ",")
  }
}

/// A cell's place as spreadsheet programs name it, e.g. `B7`.
public struct CellAddress: Sendable, Hashable, CustomStringConvertible {
  /// From 0.
  public var column: Int
  /// From 1.
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads `B7`; nil for anything else, and beyond the last cell that a sheet can have.
  public init?(_ text: some StringProtocol) {
    var (column, row) = (0, 0)
    var hasDigits = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        hasDigits = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= Self.mostColumns, row <= Self.mostRows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(column: column - 1, row: row)
  }

  /// Excel's limits.
  public static let mostColumns = 16_384
  public static let mostRows = 1_048_576

  public var description: String { Self.letters(of: column) + String(row) }

  /// `A`, …, `Z`, `AA`, …
  public static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let letter = UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      letters = String(letter) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
