import Portfolio
import RegistryFiles
import Testing

@testable import ProjectTables

@Suite("Headings of lists")
struct HeadingTests {
  @Test(
    "headings are recognised in many spellings",
    arguments: [
      ("Projekttitel", ProjectColumn.title), ("PROJEKTNAME", .title), ("Titel ", .title),
      ("Projektleitung / Amt", .office), ("Zuständige(s) Referat", .department),
      ("Kosten (brutto)", .budget),
      ("Kosten in €", .budget), ("Gesamtkosten [T€]", .budget), ("Laufzeit bis", .end),
      ("Beginn/Ende", .period), ("E-Mail", .contact), ("Weitere Leitlinien", .furtherGuidelines),
      ("Massnahme", .title), ("Dienst-\nstelle", .department), ("Lfd. Nr.", nil),
      ("Bemerkung", nil),
      ("Kosten 2025", nil), ("furtherGuidelines", .furtherGuidelines), ("Zielgruppe(n)", .audience),
    ])
  func spellings(heading: String, expected: ProjectColumn?) {
    #expect(ColumnHeading.meaning(of: heading)?.column == expected)
  }

  @Test(
    "units of money are taken from the heading",
    arguments: [
      ("Kosten in T€", Int64(1000)), ("Kosten (TEUR)", 1000), ("Budget in Tsd. Euro", 1000),
      ("Mittel in Mio. €", 1_000_000), ("Kosten in Euro", 1), ("Kosten", 1), ("Betrag [k€]", 1000),
    ])
  func units(heading: String, unit: Int64) {
    #expect(ColumnHeading.meaning(of: heading)?.unit == unit)
    #expect(ColumnHeading.meaning(of: heading)?.column == .budget)
  }

  @Test(
    "what is not recognised gets a suggestion where one is near",
    arguments: [
      ("Zielgrupe", ProjectColumn.audience), ("Kosten 2025", .budget), ("Xyz", nil),
      ("Ansprechpartner", nil), ("Nr.", nil),
    ])
  func suggestions(heading: String, expected: ProjectColumn?) {
    #expect(ColumnHeading.suggestion(for: heading) == expected)
  }

  @Test("every column's names stand for it alone", arguments: ProjectColumn.allCases)
  func names(column: ProjectColumn) {
    for name in [column.rawValue, column.name.german, column.name.english] {
      #expect(ColumnHeading.meaning(of: name)?.column == column, "\(name)")
    }
  }

  @Test("what somebody says about a heading counts before what it looks like")
  func mapping() throws {
    var mapping = ColumnMapping()
    mapping.set("Projekttitel", .ignore)
    mapping.set("bemerkung", .column(.title))
    let table = try ProjectTable(
      among: [sheet([["Projekttitel", "Bemerkung", "Stand"], ["a", "b", "läuft"]])],
      mapping: mapping)
    #expect(table.header.index(of: .title) == 1)
    #expect(table.header.columns[0].use == .ignored(.asTold))
    #expect(ColumnMapping.Target("Dienststelle") == .column(.department))
    #expect(ColumnMapping.Target("ignore") == .ignore)
    #expect(ColumnMapping.Target("Unsinn") == nil)
  }

  @Test("of two columns for the same the one of that very name is taken, else both are told")
  func ambiguous() throws {
    let table = try ProjectTable(among: [
      sheet([["Bezeichnung", "Titel", "Stand"], ["a", "b", "läuft"]])
    ])
    #expect(table.header.index(of: .title) == 1)
    #expect(table.header.columns[0].use == .ignored(.covered(by: "B")))
    #expect(throws: HeaderFault.self) {
      try ProjectTable(among: [
        sheet([["Bezeichnung", "Vorhaben", "Stand"], ["a", "b", "läuft"]])
      ])
    }
  }

  private func sheet(_ rows: [[String]]) -> Sheet {
    Sheet(
      file: "x",
      rows: rows.enumerated().map { number, texts in
        SheetRow(
          number: number + 1,
          cells: texts.enumerated().compactMap {
            $0.element.isEmpty ? nil : SheetCell(column: $0.offset, value: .text($0.element))
          })
      })
  }
}
