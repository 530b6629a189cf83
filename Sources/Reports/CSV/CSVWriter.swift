/// Rows of comma-separated values (RFC 4180): CRLF between lines, quotes where a cell needs them.
///
/// A cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, tab or
/// carriage return and is no number) gets an apostrophe in front (OWASP, "CSV Injection").
struct CSVWriter {
  private(set) var text = ""

  mutating func add(_ cells: [String]) {
    text += cells.map(Self.quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    var cell = cell
    if let first = cell.utf8.first, "=+-@\t\r".utf8.contains(first), Double(cell) == nil {
      cell = "'" + cell
    }
    guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
