import Testing

@testable import Reports

@Suite("CSV")
struct CSVWriterTests {
  private func line(_ cells: String...) -> String {
    var csv = CSVWriter()
    csv.add(cells)
    return csv.text
  }

  @Test("ends lines with CRLF and quotes only where needed (RFC 4180)")
  func quotes() {
    #expect(line("a", "b c", "d,e", "f\"g", "h\ni") == "a,b c,\"d,e\",\"f\"\"g\",\"h\ni\"\r\n")
  }

  @Test(
    "takes the edge off what a spreadsheet would run as a formula",
    arguments: ["=1+1", "+49 911", "-x", "@SUM(A1)", "\t=1", "\r=1"])
  func neutralises(cell: String) {
    let text = line(cell)
    #expect(text.hasPrefix("'") || text.hasPrefix("\"'"))
  }

  @Test("leaves negative numbers alone")
  func keepsNumbers() {
    #expect(line("-2.5") == "-2.5\r\n")
  }
}
