import Portfolio
import Testing

@testable import RegistryFiles

@Suite("Excel workbooks")
struct WorkbookTests {
  private func sheet(_ workbook: TestWorkbook, limits: SheetLimits = SheetLimits()) throws -> Sheet
  {
    let sheets = try SpreadsheetFile.sheets(
      of: workbook.bytes(), file: "liste.xlsx", limits: limits)
    return try #require(sheets.first)
  }

  private func values(_ rows: String, styles: String? = nil) throws -> [SheetValue] {
    var workbook = TestWorkbook(rows: rows)
    if let styles { workbook.set("xl/styles.xml", styles) }
    return try sheet(workbook).rows.flatMap { $0.cells.map(\.value) }
  }

  // MARK: Cells

  @Test("texts, numbers, truth values, failures and dates are read as the cell shows them")
  func values() throws {
    let row = """
      <row r="2"><c t="inlineStr"><is><t> A </t></is></c><c><v>1.5</v></c><c t="b"><v>1</v></c>\
      <c t="e"><v>#REF!</v></c><c t="d"><v>2024-03-15T00:00:00</v></c>\
      <c t="str"><f>A1</f><v>Formel</v></c><c><f>1+1</f></c><c s="0"/></row>
      """
    let date = PartialDate(year: 2024, month: 3, day: 15)
    #expect(
      try values(row) == [
        .text("A"), .number(1.5), .flag(true), .failure("#REF!"), .date(try #require(date)),
        .text("Formel"), .failure(""),
      ])
  }

  @Test("shared strings are joined of their runs, without phonetic guides, and unescaped")
  func sharedStrings() throws {
    let strings = """
      <sst><si><t>eins</t></si><si><r><t>zw</t></r><r><t xml:space="preserve">ei </t></r>\
      <rPh><t>ni</t></rPh></si><si><t>a_x000A_b_x005F_x0041_</t></si></sst>
      """
    let rows = """
      <row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row>
      """
    let cells = try sheet(TestWorkbook(rows: rows, sharedStrings: strings)).rows[0].cells
    #expect(cells.map(\.value) == [.text("zwei"), .text("eins"), .text("a\nb_x0041_")])
  }

  @Test(
    "a number is a date where its format shows one, as precisely as that",
    arguments: [
      ("dd.mm.yyyy", "2024-03-15"), ("mmm yy", "2024-03"), ("[$-407]mmmm yyyy", "2024-03"),
      ("yyyy", "2024"), ("d. mmmm yyyy hh:mm", "2024-03-15"), ("General", nil), ("0.00", nil),
      ("#,##0.00 \"Mai\"", nil), ("[$€-407] #,##0", nil), ("hh:mm", nil), ("mm:ss", nil),
      ("\"Stand\" 0", nil), ("0.00E+00", nil), ("[h]:mm", nil), ("#,##0;[Red]-#,##0", nil),
      ("0\\d", nil),
    ])
  func dateFormats(code: String, expected: String?) throws {
    let escaped = code.replacing("\"", with: "&quot;")
    let styles = """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="\(escaped)"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>
      """
    let read = try values("<row><c s=\"1\"><v>45366</v></c></row>", styles: styles)
    #expect(read == [expected.flatMap { PartialDate($0) }.map(SheetValue.date) ?? .number(45_366)])
  }

  @Test(
    "days count from 1900, with Lotus's 29 February, or from 1904",
    arguments: [
      (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (45_366.75, "2024-03-15"),
      (2_958_465, "9999-12-31"),
    ])
  func days(serial: Double, expected: String) throws {
    #expect(DateFormat.day.date(of: serial, from1904: false) == PartialDate(expected))
    if serial > 1462 {
      #expect(DateFormat.day.date(of: serial - 1462, from1904: true) == PartialDate(expected))
    }
    for wrong in [0, 60, -1, .nan, .infinity, 1e300] as [Double] {
      #expect(DateFormat.day.date(of: wrong, from1904: false) == nil)
    }
  }

  // MARK: Sheets

  @Test("hidden rows and columns are left out and told")
  func hidden() throws {
    let rows =
      TestWorkbook.row(1, "a", "b", "c")
      + "<row r=\"3\" hidden=\"1\"><c t=\"inlineStr\"><is><t>x</t></is></c></row>"
      + TestWorkbook.row(5, "d", "", "f")
    let sheet = try sheet(
      TestWorkbook(rows: rows, before: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"))
    #expect(sheet.rows.map(\.number) == [1, 5])
    #expect(sheet.rows.map { $0.cells.map(\.column) } == [[0, 2], [0, 2]])
    #expect(sheet.hiddenColumns == [1])
    #expect(sheet.hiddenRows == [3])
  }

  @Test("a cell merged over rows holds for each of them; one across columns is a headline")
  func merged() throws {
    let rows =
      TestWorkbook.row(1, "Kopf") + TestWorkbook.row(2, "a", "A") + TestWorkbook.row(3, "b")
      + TestWorkbook.row(4, "c")
    let merges = "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"B2:B3\"/></mergeCells>"
    let sheet = try sheet(TestWorkbook(rows: rows, after: merges))
    #expect(sheet.rows.map(\.isHeadline) == [true, false, false, false])
    #expect(sheet.rows.map { $0[1] } == [nil, .text("A"), .text("A"), nil])
  }

  @Test(
    "addresses are read and written",
    arguments: [
      ("A1", 0, 1), ("Z9", 25, 9), ("AA10", 26, 10), ("XFD1048576", 16_383, 1_048_576),
    ])
  func addresses(text: String, column: Int, row: Int) {
    #expect(CellAddress(text) == CellAddress(column: column, row: row))
    #expect(CellAddress(column: column, row: row).description == text)
    for wrong in [
      "", "A", "1", "A0", "a1", "XFE1", "A1048577", "A1A", "ÄA1", "A99999999999999999999",
    ] {
      #expect(CellAddress(wrong) == nil)
    }
  }

  @Test(
    "the sheet that is named is read, hidden or not, and a wrong name is told with those there are")
  func sheets() throws {
    let book = try TestWorkbook(rows: TestWorkbook.row(1, "a")).bytes()
    #expect(try SpreadsheetFile.sheets(of: book, file: "x", sheet: "BLATT").count == 1)
    #expect(throws: SpreadsheetFault.unknownSheet("Blat", present: ["Blatt"])) {
      try SpreadsheetFile.sheets(of: book, file: "x", sheet: "Blat")
    }
  }

  // MARK: Harm

  private func fault(
    _ workbook: TestWorkbook, _ limits: SheetLimits = SheetLimits()
  ) throws -> SpreadsheetFault? {
    let bytes = try workbook.bytes()
    do throws(SpreadsheetFault) {
      _ = try SpreadsheetFile.sheets(of: bytes, file: "liste.xlsx", limits: limits)
      return nil
    } catch { return error }
  }

  @Test("entities are refused, those that multiply and those from files")
  func entities() throws {
    let laughs = """
      <!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      """
    let outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
    for declaration in [
      laughs, outside, "<!DOCTYPE worksheet SYSTEM \"http://example.org/x.dtd\">",
    ] {
      var book = TestWorkbook()
      let row = "<row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row>"
      book.set(
        "xl/worksheets/sheet1.xml",
        declaration + "<worksheet><sheetData>\(row)</sheetData></worksheet>")
      #expect(try fault(book) == .documentType(part: "xl/worksheets/sheet1.xml"))
      var strings = TestWorkbook(rows: TestWorkbook.row(1, "a"))
      strings.set("xl/sharedStrings.xml", declaration + "<sst><si><t>&a;</t></si></sst>")
      #expect(try fault(strings) == .documentType(part: "xl/sharedStrings.xml"))
    }
  }

  @Test("what swells when unpacked is refused before it has swollen")
  func bombs() throws {
    var book = TestWorkbook(rows: TestWorkbook.row(1, "a"))
    book.set("xl/sharedStrings.xml", "<sst>" + String(repeating: " ", count: 64 << 20) + "</sst>")
    #expect(try fault(book) == .suspiciousRatio(part: "xl/sharedStrings.xml", limit: 400))
    var limits = SheetLimits()
    limits.unpackedBytes = 1 << 16
    let large = TestWorkbook(
      rows: (1...2000).map { TestWorkbook.row($0, "\($0 * 7919 % 10_007)") }.joined())
    #expect(try fault(large, limits) == .unpacksTooLarge(limit: 1 << 16))
  }

  @Test("parts that no list needs are not even unpacked")
  func untouchedParts() throws {
    var book = TestWorkbook(rows: TestWorkbook.row(1, "a"))
    book.set("xl/media/bild.png", String(repeating: "\0", count: 32 << 20))
    book.set("../../../../tmp/dach-angriff", "boese")
    book.set("/etc/dach-angriff", "boese")
    #expect(try fault(book) == nil)
    #expect(FileStatus("/tmp/dach-angriff") == nil)
    #expect(FileStatus("/etc/dach-angriff") == nil)
  }

  @Test("a target outside the archive is not followed")
  func outsideTarget() throws {
    var book = TestWorkbook(rows: TestWorkbook.row(1, "a"))
    book.set(
      "xl/_rels/workbook.xml.rels",
      TestWorkbook.relations([("rId1", "worksheet", "../../../../etc/passwd")]))
    #expect(try fault(book) == .damaged(part: "etc/passwd"))
  }

  @Test("a million rows are refused at the limit")
  func manyRows() throws {
    var rows = ""
    for number in 1...1_048_576 { rows += "<row><c><v>\(number)</v></c></row>" }
    #expect(try fault(TestWorkbook(rows: rows)) == .tooManyRows(sheet: "Blatt", limit: 100_000))
  }

  @Test("a million empty rows with formatting are no rows")
  func emptyRows() throws {
    var rows = TestWorkbook.row(1, "a")
    for number in 2...1_000_000 {
      rows +=
        "<row r=\"\(number)\"><c r=\"A\(number)\" s=\"1\"/><c r=\"B\(number)\" s=\"1\"/></row>"
    }
    let book = TestWorkbook(rows: rows)
    #expect(try sheet(book).rows.count == 1)
  }

  @Test("limits for cells, texts and merged ranges hold")
  func limits() throws {
    var limits = SheetLimits()
    limits.cells = 100
    let many = String(repeating: "<c><v>1</v></c>", count: 101)
    #expect(
      try fault(TestWorkbook(rows: "<row>\(many)</row>"), limits)
        == .tooManyCells(sheet: "Blatt", limit: 100))
    limits = SheetLimits()
    limits.cellBytes = 100
    let long = TestWorkbook.row(1, String(repeating: "x", count: 101))
    #expect(
      try fault(TestWorkbook(rows: long), limits)
        == .cellTooLong(CellAddress(column: 0, row: 1), sheet: "Blatt", limit: 100))
    limits = SheetLimits()
    limits.cells = 1000
    let rows = (1...100).map { TestWorkbook.row($0, "a") }.joined()
    let merges = String(repeating: "<mergeCell ref=\"A1:A1048576\"/>", count: 100)
    #expect(
      try fault(TestWorkbook(rows: rows, after: "<mergeCells>\(merges)</mergeCells>"), limits)
        == .tooManyCells(sheet: "Blatt", limit: 1000))
  }

  @Test(
    "cells that cannot be are told with their place",
    arguments: [
      "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>7</v></c></row>",
      "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>-1</v></c></row>",
      "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>99999999999999999999</v></c></row>",
      "<row r=\"2\"><c r=\"B2\"><v>eins</v></c></row>",
      "<row r=\"2\"><c r=\"B2\"><v>1e999</v></c></row>",
      "<row r=\"2\"><c r=\"A2\"/><c r=\"B2\"/><c r=\"B2\"/></row>",
    ])
  func brokenCells(row: String) throws {
    #expect(
      try fault(TestWorkbook(rows: row, sharedStrings: "<sst><si><t>a</t></si></sst>"))
        == .damaged(part: "Blatt, B2"))
  }

  @Test("rows out of order, endless nesting and torn XML are damage")
  func damage() throws {
    let rows = [
      TestWorkbook.row(2, "a") + TestWorkbook.row(1, "b"), TestWorkbook.row(0, "a"),
      TestWorkbook.row(1_048_577, "a"), "<row><c>", "<row></c></row>",
      String(repeating: "<x>", count: 100_000),
    ]
    for row in rows {
      guard case .damaged = try fault(TestWorkbook(rows: row)) else {
        Issue.record("not refused: \(row.prefix(60))")
        continue
      }
    }
  }

  @Test("a workbook cut off or changed at any place is read or refused, and nothing worse")
  func mutations() throws {
    let whole = try TestWorkbook(
      rows: (1...20).map { TestWorkbook.row($0, "a\($0)", "b") }.joined()
    ).bytes()
    for length in stride(from: 0, to: whole.count, by: 7) {
      _ = try? SpreadsheetFile.sheets(of: Array(whole[..<length]), file: "x")
    }
    for place in stride(from: 0, to: whole.count, by: 3) {
      var changed = whole
      changed[place] ^= 0xFF
      _ = try? SpreadsheetFile.sheets(of: changed, file: "x")
    }
    #expect(throws: SpreadsheetFault.damaged(part: nil)) {
      try SpreadsheetFile.sheets(of: Array(whole[..<(whole.count / 2)]), file: "x")
    }
  }
}
