/// Rows of comma-separated values (RFC 4180): CRLF between lines, quotes where a cell needs them.
///
/// A cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, tab or
/// carriage return and is no number) gets an apostrophe in front (OWASP, "CSV Injection").
struct CSVWriter {
  private(set) var text = ""
  private let separator: Character

  /// - Parameter separator: A semicolon for lists that German spreadsheet programs are to open.
  init(separator: Character = ",") { self.separator = separator }

  mutating func add(_ cells: [String]) {
    text += cells.map(quoted).joined(separator: String(separator)) + "\r\n"
  }

  private func quoted(_ cell: String) -> String {
    var cell = cell
    if let first = cell.utf8.first, "=+-@\t\r".utf8.contains(first), Double(cell) == nil {
      cell = "'" + cell
    }
    guard cell.unicodeScalars.contains(where: isSpecial) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    "\"\r\n".unicodeScalars.contains(scalar) || separator.unicodeScalars.first == scalar
  }
}
