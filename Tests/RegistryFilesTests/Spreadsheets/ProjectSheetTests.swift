import Foundation
import Portfolio
import TestSupport
import Testing

@testable import RegistryFiles

@Suite("Lists of projects as CSV")
struct ProjectSheetTests {
  private func sheet(_ text: String) -> ProjectSheet { sheet(Array(text.utf8)) }

  private func sheet(_ bytes: [UInt8]) -> ProjectSheet { ProjectSheet(bytes, name: "liste.csv") }

  private func faults(_ text: String) -> [String] {
    sheet(text).diagnostics.map { "\($0.line) \($0.code)" }
  }

  @Test("a plain list is read as it stands")
  func plain() throws {
    let sheet = sheet(
      "id,title,summary\np1,Onleihe,\"Bücher, Filme\nund Musik\"\np2,\"Der \"\"Bot\"\"\",\n")
    #expect(sheet.diagnostics.isEmpty)
    #expect(sheet.projects.map(\.id) == ["p1", "p2"])
    #expect(sheet.projects[0].summary == "Bücher, Filme\nund Musik")
    #expect(sheet.projects[1].title == "Der \"Bot\"")
    #expect(sheet.projects[1].summary == nil)
    #expect(sheet.projects.map(\.location?.line) == [2, 4])
  }

  @Test("a German Excel's CSV is read: semicolons, Windows-1252, CRLF, German headings and dates")
  func germanExcel() throws {
    let text = """
      Lfd. Nr.;Projekttitel;Kurzbeschreibung;Referat;Stand;Beginn;Ende;Zielgruppen;Kosten\r
      1;Wärmeplan;\"Für Straßen; überall\";Umweltamt;laufend;01.03.2021;12/2024;Eltern, Kinder;1.250,50\r

      """
    let bytes = try #require(text.data(using: .windowsCP1252))
    let sheet = sheet(Array(bytes))
    #expect(sheet.diagnostics.isEmpty)
    let project = try #require(sheet.projects.first)
    #expect(project.id == "1")
    #expect(project.title == "Wärmeplan")
    #expect(project.summary == "Für Straßen; überall")
    #expect(project.department == "Umweltamt")
    #expect(project.status == .running)
    #expect(project.period?.start?.description == "2021-03-01")
    #expect(project.period?.end?.description == "2024-12")
    #expect(project.audience == ["Eltern", "Kinder"])
  }

  @Test("every byte of Windows-1252 is read as the system's converter reads it")
  func windows1252() throws {
    for byte in UInt8(0x80)...0xFF {
      // 0xFF keeps the whole from being valid UTF-8.
      let expected = String(bytes: [byte], encoding: .windowsCP1252)
      let read = String(decoding: SpreadsheetText.utf8([byte, 0x61, 0xFF]), as: UTF8.self)
      if let expected { #expect(read == expected + "aÿ", "byte \(byte)") }
      #expect(read.unicodeScalars.count == 3)
    }
  }

  @Test(
    "byte order marks are understood",
    arguments: [
      ([0xEF, 0xBB, 0xBF] as [UInt8], String.Encoding.utf8), ([0xFF, 0xFE], .utf16LittleEndian),
      ([0xFE, 0xFF], .utf16BigEndian),
    ])
  func byteOrderMark(mark: [UInt8], encoding: String.Encoding) throws {
    let body = try #require("id\ttitle\nä\tWärme\n".data(using: encoding))
    let sheet = sheet(mark + Array(body))
    #expect(sheet.diagnostics.isEmpty)
    #expect(sheet.projects.map(\.title) == ["Wärme"])
    #expect(sheet.projects.map(\.id) == ["ä"])
  }

  @Test("Excel's line about the separator is followed")
  func separatorLine() {
    #expect(sheet("sep=|\r\nid|title\r\na|X, Y; Z\r\n").projects.map(\.title) == ["X, Y; Z"])
  }

  @Test("a list without ids goes by its lines, and blank rows are passed over")
  func withoutIDs() {
    let sheet = sheet("Titel;Beschreibung\nA;\n;\n\nB;b\n")
    #expect(sheet.diagnostics.isEmpty)
    #expect(sheet.projects.map(\.id) == ["2", "5"])
  }

  @Test("a short row lacks its last cells; empty ones beyond the heading do not matter")
  func shortRow() {
    let sheet = sheet("id,title,summary\na,X\nb,Y,y,,\n")
    #expect(sheet.diagnostics.isEmpty)
    #expect(sheet.projects.map(\.summary) == [nil, "y"])
  }

  @Test(
    "faults are told with their row",
    arguments: [
      ("", ["0 empty-list"]), ("\n\n", ["0 empty-list"]), ("id,title\n", ["0 empty-list"]),
      ("id,text\na,b\n", ["1 missing-column"]),
      ("id,title\na,b\na,c\n", ["3 duplicate-id"]),
      ("id,title\n,b\nc,\n", ["2 missing-value", "3 missing-value"]),
      ("id,title\na,b,c\n", ["2 ragged-row"]), ("title,Titel,name\na,b,c\n", []),
      ("Titel,Name\na,b\n", ["1 repeated-column"]),
      ("id,title\na,\"b\nc,d\n", ["2 unclosed-quote"]),
      ("id,title\na,\"b\" c\n", ["2 text-after-quote"]),
      ("id,title,start,status\na,b,bald,irgendwie\n", ["2 not-understood", "2 not-understood"]),
    ])
  func faults(text: String, expected: [String]) {
    #expect(faults(text) == expected)
  }

  @Test("a message names row and column")
  func place() throws {
    let fault = try #require(sheet("id,title\na,b\nb,c,d\n").diagnostics.first)
    #expect(fault.message.german.contains("Zeile 3, Spalte 3"))
    #expect(fault.message.english.contains("row 3, column 3"))
  }

  @Test("one huge cell is refused, and not copied around")
  func hugeCell() throws {
    let bytes = Array("id,title\na,".utf8) + Array(repeating: UInt8(ascii: "x"), count: 50 << 20)
    let fault = try #require(sheet(bytes).diagnostics.first)
    #expect(fault.code == "value-too-long")
    #expect(fault.message.english.contains("row 2, column 2: 50 MiB"))
  }

  @Test("of very many faults the first hundred are told")
  func manyFaults() {
    let text = "id,title\n" + String(repeating: "a,\n", count: 1000)
    #expect(sheet(text).diagnostics.count == 100)
  }

  @Test("what a list writes is read back, whatever the cells hold")
  func roundTrip() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededRandom(seed: seed)
    let signs: [Character] = ["a", "ä", ",", ";", "\"", "\n", "|", "\t", " ", "€"]
    for _ in 0..<200 {
      let rows = (0..<Int.random(in: 1...5, using: &generator)).map { row in
        (0..<3).map { column -> String in
          let length = Int.random(in: 0...6, using: &generator)
          let text = String((0..<length).map { _ in signs.randomElement(using: &generator) ?? "a" })
          // Blanks at the ends of a cell are nobody's intention.
          return "r\(row)c\(column)" + text + "e"
        }
      }
      let text = ([["id", "title", "summary"]] + rows).map { cells in
        cells.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
          .joined(separator: ";")
      }.joined(separator: "\r\n")
      let sheet = sheet(text)
      #expect(sheet.diagnostics.isEmpty, "seed \(seed)")
      #expect(
        sheet.projects.map { [$0.id, $0.title, $0.summary ?? ""] } == rows, "seed \(seed)")
    }
  }
}
