@testable import Findings
import Portfolio
import Testing

@Suite("Coverage")
struct CoverageTests {
  private func snapshot(_ change: (inout Portfolio) -> Void = { _ in }) -> Snapshot {
    var portfolio = Sample.portfolio
    change(&portfolio)
    return Snapshot(portfolio, asOf: Sample.today)
  }

  @Test("guidelines by departments: declared, reviewed and expected, with the projects beside")
  func guidelinesByDepartments() throws {
    let table = CoverageTable.make(
      snapshot {
        $0["akte"].alignments[0].review = .reviewed
        $0["wald"].status = .discontinued
        $0.changeGuideline("innovativ") {
          $0.expects = [Expected(contributor: .department("it"), minimum: 2)]
        }
      })
    let cell = try #require(table.cells.first { $0.row == "innovativ" && $0.column == "it" })
    #expect(cell.declared == CoverageFigure(value: 2, projects: ["akte", "konto"]))
    #expect(cell.reviewed == CoverageFigure(value: 1, projects: ["akte"]))
    #expect(cell.expected == 2)
    let other = try #require(table.cells.first { $0.row == "inklusiv" && $0.column == "it" })
    #expect(other.reviewed.projects == [] && other.expected == 0)
    let umwelt = try #require(table.cells.first { $0.row == "innovativ" && $0.column == "umwelt" })
    #expect(umwelt.declared.projects == [])
  }

  @Test("turned round, the table says the same")
  func turned() {
    let snapshot = snapshot {
      $0.changeGuideline("innovativ") {
        $0.expects = [Expected(contributor: .department("it"), minimum: 3)]
      }
    }
    let table = CoverageTable.make(snapshot)
    let turned = CoverageTable.make(snapshot, rows: .departments, columns: .guidelines)
    for row in table.rows.indices {
      for column in table.columns.indices {
        let (cell, other) = (
          table.cell(row: row, column: column), turned.cell(row: column, column: row)
        )
        #expect(cell.declared == other.declared && cell.expected == other.expected)
      }
    }
  }

  @Test("the budget adds up one currency and names the projects in another")
  func budget() {
    let table = CoverageTable.make(
      snapshot {
        $0["akte"].budget = Budget(cents: 1050)
        $0["konto"].budget = Budget(cents: 200)
        $0["wald"].budget = Budget(cents: 700, currency: "CHF")
      }, rows: .themes, columns: .departments, measure: .budget)
    #expect(table.currency == "EUR")
    #expect(table.otherCurrencies == ["wald"])
    #expect(table.total.declared == CoverageFigure(value: 1250, projects: ["akte", "konto"]))
  }

  @Test("a project stands in every year in which it runs, and once in the total")
  func years() {
    let table = CoverageTable.make(
      snapshot {
        $0["akte"].period = Period(start: Sample.date("2024-06"), end: Sample.date("2025"))
        $0["konto"].period = Period(start: Sample.date("2025"))
        $0["wald"].period = Period(start: Sample.date("1998"), end: Sample.date("1999"))
      }, rows: .year, columns: .status)
    let lists = Dictionary(
      uniqueKeysWithValues: zip(table.rows.map(\.id), table.rowTotals.map(\.declared.projects)))
    #expect(lists["2024"] == ["akte"])
    #expect(lists["2025"] == ["akte", "konto"])
    #expect(lists["2026"] == ["konto"])
    #expect(lists["2016"] == ["wald"])
    #expect(lists["-"] == ["museum"])
    #expect(table.total.declared.value == 4)
  }

  @Test("only running projects are counted as running")
  func running() {
    let table = CoverageTable.make(
      snapshot { $0["akte"].status = .planned }, rows: .departments, columns: .themes,
      measure: .running)
    #expect(table.total.declared.projects == ["museum", "konto", "wald"])
  }

  @Test(
    "every number equals its list, and every total is the union of its cells",
    arguments: CoverageDimension.allCases)
  func numbersAndLists(rows: CoverageDimension) {
    let snapshot = snapshot {
      $0["museum"].themes = ["freizeit", "daten"]
      $0["museum"].partners = [
        Partner(name: "A", sector: .science), Partner(name: "B", sector: .science),
        Partner(name: "C", sector: .business),
      ]
      $0["akte"].alignments[1].review = .reviewed
      $0["konto"].department = nil
      $0["wald"].status = nil
      $0["wald"].alignments = []
    }
    for columns in CoverageDimension.allCases {
      let table = CoverageTable.make(snapshot, rows: rows, columns: columns)
      #expect(table.cells.count == table.rows.count * table.columns.count)
      for cell in table.cells {
        #expect(cell.declared.value == Int64(cell.declared.projects.count))
        #expect(cell.reviewed.value == Int64(cell.reviewed.projects.count))
        #expect(Set(cell.declared.projects).count == cell.declared.projects.count)
        #expect(Set(cell.declared.projects).isSuperset(of: cell.reviewed.projects))
      }
      for (row, total) in table.rowTotals.enumerated() {
        let cells = table.columns.indices.map { table.cell(row: row, column: $0) }
        #expect(Set(total.declared.projects) == Set(cells.flatMap(\.declared.projects)))
        #expect(total.declared.value == Int64(Set(total.declared.projects).count))
      }
      for (column, total) in table.columnTotals.enumerated() {
        let cells = table.rows.indices.map { table.cell(row: $0, column: column) }
        #expect(Set(total.declared.projects) == Set(cells.flatMap(\.declared.projects)))
      }
      #expect(table.total.declared.projects == ["museum", "akte", "konto", "wald"])
    }
  }

  @Test("the overview lists projects by phase and says when the last running one ends")
  func overview() {
    let overview = CoverageOverview.make(
      snapshot {
        $0["akte"].period = Period(end: Sample.date("2027-03"))
        $0["konto"].period = Period(end: Sample.date("2027-06-10"))
        $0["wald"].status = .idea
        $0["museum"].status = nil
        $0["konto"].alignments[0].review = .reviewed
      })
    let row = overview.guidelines[0]
    #expect(row.declared.running == ["akte", "konto"])
    #expect(row.declared.idea == ["wald"])
    #expect(row.declared.unknown == ["museum"])
    #expect(row.reviewed.all == ["konto"])
    #expect(row.isExpected)
    #expect(row.lastRunningEnd == .ends(Sample.day("2027-06-10")))
    #expect(
      overview.themes.map(\.lastRunningEnd) == [.nothingRunning, .ends(Sample.day("2027-06-10"))])
    #expect(overview.strategies.map(\.declared.all) == [["akte", "konto"]])
  }
}
