import Foundation
import Portfolio
import ProjectTables
import Reports
import TestSupport
import Testing

@testable import RegistryFiles

@Suite("Lists out and back in")
struct RoundTripTests {
  private static let rounds = 60

  private enum Form: CaseIterable { case csv, xlsx }

  /// What is read of the list that the registry is written to.
  private func table(
    _ portfolio: Portfolio, _ form: Form, _ language: Language, department: String? = nil
  ) throws -> ProjectTable {
    let list = ProjectList(portfolio, department: department, language: language)
    let bytes: [UInt8]
    switch form {
    case .csv: bytes = Array(ProjectListCSV.render(list).utf8)
    case .xlsx:
      bytes = try withTemporaryFolder { folder in
        let path = folder.appending(path: "liste.xlsx").path
        try ProjectListXLSX.write(list, to: path, day: CalendarDay(daysSinceEpoch: 20_000))
        return Array(try Data(contentsOf: URL(filePath: path)))
      }
    }
    return try ProjectTable(among: SpreadsheetFile.sheets(of: bytes, file: "liste"))
  }

  @Test("importing an export changes nothing, whatever the texts")
  func identity() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomProjects(seed: seed)
    for round in 0..<Self.rounds {
      let portfolio = random.portfolio()
      for form in Form.allCases {
        for language in [Language.german, .english] {
          let table = try table(portfolio, form, language)
          var work = TableImport(into: portfolio)
          let outcome = work.add(table)
          let comment: Comment = "seed \(seed), round \(round), \(form), \(language)"
          let other = outcome.rows.filter { $0.kind != .unchanged }.flatMap(\.cells)
            .filter { if case .unchanged = $0.state { false } else { true } }
          #expect(other.isEmpty, comment)
          #expect(outcome.count(.unchanged) == portfolio.projects.count, comment)
          let isSame = work.portfolio == portfolio
          #expect(isSame, comment)
        }
      }
    }
  }

  @Test("of an export with one cell edited, exactly that cell changes")
  func edit() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomProjects(seed: seed)
    let edits: [(ProjectColumn, String, (Project) -> Bool)] = [
      (.title, "Neuer Titel", { $0.title == "Neuer Titel" }),
      (.summary, "Neu; mit Semikolon", { $0.summary == "Neu; mit Semikolon" }),
      (.status, "Eingestellt", { $0.status == .discontinued }),
      (.confirmed, "15.03.2999", { $0.confirmed == PartialDate("2999-03-15") }),
      (.themes, "Verkehr, Kultur", { $0.themes == ["verkehr", "bildung"] }),
      (.audience, "Eltern; Kinder", { $0.audience == ["Eltern", "Kinder"] }),
      (.technologies, "-", { $0.technologies.isEmpty }),
      (.budget, "1.234,57 €", { $0.budget?.cents == 123_457 }),
    ]
    for round in 0..<Self.rounds {
      let portfolio = random.portfolio()
      let (column, text, isMade) = random.pick(edits)
      let place = random.pick(Array(portfolio.projects.indices))
      let form = random.pick(Form.allCases)
      let table = try table(portfolio, form, .german)
      let index = try #require(table.header.index(of: column))
      var sheet = table.sheet
      let row = try #require(sheet.rows.firstIndex { $0[0]?.text == portfolio.projects[place].id })
      sheet.rows[row].cells.removeAll { $0.column == index }
      sheet.rows[row].cells.append(SheetCell(column: index, value: .text(text)))
      sheet.rows[row].cells.sort { $0.column < $1.column }
      var work = TableImport(into: portfolio)
      let outcome = work.add(try ProjectTable(among: [sheet]))
      let comment: Comment = "seed \(seed), round \(round), \(column), \(form)"
      #expect(outcome.refusedCells.isEmpty, comment)
      let isDone = isMade(work.portfolio.projects[place])
      #expect(isDone, comment)
      var others = work.portfolio
      others.projects[place] = portfolio.projects[place]
      let areSame = others == portfolio
      #expect(areSame, comment)
      let changed = outcome.rows.flatMap(\.cells).filter {
        if case .changed = $0.state { true } else { false }
      }
      #expect(changed.allSatisfy { $0.column == column } && changed.count <= 1, comment)
    }
  }

  @Test("a department's list holds its projects alone, and its choices are understood")
  func department() throws {
    var random = RandomProjects(seed: 7)
    let portfolio = random.portfolio()
    let table = try table(portfolio, .xlsx, .german, department: "bau")
    #expect(table.rows.count == portfolio.projects.count { $0.department == "bau" })
    #expect(table.sheet.name == "Projekte")
    #expect(!table.unreadSheets.contains("Listen"), "the lists to choose from are hidden")
    let names = RegistryNames(portfolio)
    for column in ProjectColumn.allCases {
      for choice in names.choices(for: column, department: "kultur", in: .german) ?? [] {
        var work = TableImport(into: portfolio, department: "kultur")
        let sheet = Sheet(
          file: "x",
          rows: [
            row(1, ["Titel", "Sichtbarkeit", column.name.german]),
            row(2, ["Neu", "intern", choice]),
          ])
        guard column != .visibility, column != .department else { continue }
        let outcome = work.add(try ProjectTable(among: [sheet]))
        #expect(outcome.count(.new) == 1, "\(column): \(choice) \(outcome.refusedCells)")
      }
    }
  }

  private func row(_ number: Int, _ texts: [String]) -> SheetRow {
    SheetRow(
      number: number,
      cells: texts.enumerated().map { SheetCell(column: $0.offset, value: .text($0.element)) })
  }

  @Test("no text is written as a formula")
  func formulas() throws {
    let dangerous = ["=1+1", "+1", "-1+1", "@A1", "\t=1", "\r=1"]
    var portfolio = Portfolio(departments: [Department(id: "bau", name: "=Bau")])
    portfolio.projects = dangerous.enumerated().map { index, text in
      Project(
        id: "p\(index)", title: text, summary: text, department: "bau", audience: [text],
        notes: [text])
    }
    let list = ProjectList(portfolio, language: .german)
    var rows = DelimitedRows(Array(ProjectListCSV.render(list).utf8.dropFirst(3)))
    while let row = try rows.next() {
      for cell in row.cells where Double(cell) == nil {
        #expect(!"=+-@\t\r".contains(cell.first ?? "a"), "\(cell)")
      }
    }
    let xml = try withTemporaryFolder { folder in
      let path = folder.appending(path: "liste.xlsx").path
      try ProjectListXLSX.write(list, to: path, day: CalendarDay(daysSinceEpoch: 20_000))
      return try sheetXML(path)
    }
    #expect(xml.contains("<c "))
    #expect(!xml.contains("<f>") && !xml.contains("<f "))
  }

  private func sheetXML(_ path: String) throws -> String {
    let archive = try ZipArchive(
      Array(try Data(contentsOf: URL(filePath: path))), limits: SheetLimits())
    var bytes: [UInt8] = []
    for number in 1...3 {
      try archive.read("xl/worksheets/sheet\(number).xml") { bytes.append(contentsOf: $0) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
