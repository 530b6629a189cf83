import Testing

@testable import RegistryFiles

@Suite("CSV files as sheets")
struct SeparatedValuesTests {
  private func sheet(_ text: String) throws -> Sheet {
    try #require(SpreadsheetFile.sheets(of: Array(text.utf8), file: "x.csv").first)
  }

  @Test("rows count as in a spreadsheet program, whatever lines they span")
  func rowNumbers() throws {
    let sheet = try sheet("a;b\r\n\r\n\"c\nd\";e\r\n;\r\nf;\r\n")
    #expect(sheet.rows.map(\.number) == [1, 3, 5])
    #expect(sheet.rows[1].cells.map(\.value) == [.text("c\nd"), .text("e")])
  }

  @Test(
    "the separator is found out below titles without any, and not by commas in prose",
    arguments: [
      ("Liste\n\na;b\n1;2\n", ";"), ("a,b\n1,2\n", ","), ("a\tb\n1\t2\n", "\t"),
      ("Titel, Stand, mit Komma\na;b\nx, y, z;1\nu;2\n", ";"), ("a|b\n", "|"),
      ("\"a;b;c\",d\n\"e;f;g\",h\n", ","),
    ])
  func separators(text: String, expected: String) {
    #expect(
      SeparatorGuess.separator(of: Array(text.utf8)).map { String(UnicodeScalar($0)) } == expected)
  }

  @Test(
    "the guard before formulas is taken away again, and only that",
    arguments: [
      "=1+1", "+49", "-x", "@a", "'=1", "''+1", "'s Hertogenbosch", "'", "", "-5", "a=1", "\t=1",
      " =1", " '=1", "' =1",
    ])
  func formulaGuard(text: String) {
    let written = FormulaGuard.added(to: text)
    #expect(FormulaGuard.removed(from: written) == text)
    #expect(!"=+-@\t\r".contains(written.first ?? "a") || Double(written) != nil)
  }

  @Test(
    "files of other kinds are named",
    arguments: [
      ("%PDF-1.7", SpreadsheetFault.otherFile), ("<html><table>", .webPage),
      ("<?xml version=\"1.0\"?><Workbook/>", .otherFile), ("a\0b", .otherFile),
    ])
  func otherFiles(text: String, expected: SpreadsheetFault) {
    #expect(throws: expected) { try sheet(text) }
  }

  @Test("a faulty row is told, and limits hold")
  func limits() throws {
    #expect(throws: SpreadsheetFault.separatedValues(line: 2, cell: 1, unclosed: true)) {
      try sheet("a;b\n\"c;d\n")
    }
    var limits = SheetLimits()
    limits.rows = 10
    let rows = Array(String(repeating: "a;b\n", count: 11).utf8)
    #expect(throws: SpreadsheetFault.tooManyRows(sheet: nil, limit: 10)) {
      try SpreadsheetFile.sheets(of: rows, file: "x.csv", limits: limits)
    }
  }

  @Test("a file of headings is written and read back")
  func headingFile() throws {
    let entries = [
      HeadingFile.Entry(heading: "Projektleitung / Amt: \"x\"", field: "department"),
      HeadingFile.Entry(heading: "=Bemerkung", field: "ignore"),
    ]
    let read = HeadingFile(try HeadingFile(entries: entries).bytes(), name: "x.yaml")
    #expect(read.diagnostics.isEmpty)
    #expect(read.entries.map(\.heading) == entries.map(\.heading))
    #expect(read.entries.map(\.field) == entries.map(\.field))
    let faulty = HeadingFile(Array("columns:\n- {heading: a}\n- b\nspalten: []\n".utf8), name: "x")
    #expect(faulty.diagnostics.map(\.code) == ["missing-value", "wrong-form", "unknown-key"])
  }
}
