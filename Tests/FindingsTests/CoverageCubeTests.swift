@testable import Findings
import Portfolio
import TestSupport
import Testing

@Suite("The coverage cube")
struct CoverageCubeTests {
  /// A portfolio in which every dimension has values, several values, and none.
  private func portfolio(seed: UInt64) -> Portfolio {
    var random = SeededRandom(seed: seed)
    func some<Value>(_ values: [Value], _ limit: Int) -> [Value] {
      Array(
        values.shuffled(using: &random).prefix(Int.random(in: 0...limit, using: &random)))
    }
    func maybe<Value>(_ value: Value) -> Value? {
      Bool.random(using: &random) ? value : nil
    }
    var portfolio = Sample.portfolio
    portfolio.changeGuideline("inklusiv") { $0.kind = .field }
    portfolio.projects = (0..<24).map { number in
      Project(
        id: "p\(number)", title: "Projekt \(number)",
        department: some(["kultur", "it", "umwelt"], 1).first, strategy: maybe("verwaltung"),
        themes: some(["freizeit", "daten"], 2),
        alignments: some(["innovativ", "inklusiv"], 2).map {
          Alignment(
            guideline: $0, role: .primary, revision: 1,
            review: maybe(ReviewState.reviewed) ?? .declared)
        },
        status: some(ProjectStatus.allCases, 1).first,
        period: maybe(
          Period(start: maybe(Sample.date("2024")), end: maybe(Sample.date("2027-03")))),
        budget: maybe(Budget(cents: Int64(number) * 100, currency: number < 18 ? "EUR" : "CHF")),
        partners: some(PartnerSector.allCases, 2).map { Partner(name: "P", sector: $0) },
        audience: some((0..<60).map { "Zielgruppe \($0)" }, 3),
        visibility: maybe(Visibility(level: number < 12 ? .public : .internal)))
    }
    return portfolio
  }

  @Test("any two dimensions by any measure: every number equals its list, and totals count once")
  func totals() {
    let seed = UInt64.random(in: .min ... .max)
    let portfolio = portfolio(seed: seed)
    let snapshot = Snapshot(portfolio, asOf: Sample.today)
    for rows in CoverageDimension.allCases {
      for columns in CoverageDimension.allCases where columns != rows {
        for measure in CoverageMeasure.allCases {
          let table = CoverageTable.make(snapshot, rows: rows, columns: columns, measure: measure)
          check(table, portfolio, "\(rows) × \(columns), \(measure), seed \(seed)")
        }
      }
    }
  }

  private func check(_ table: CoverageTable, _ portfolio: Portfolio, _ comment: Comment) {
    func value(_ projects: [String]) -> Int64 {
      table.measure == .budget
        ? projects.reduce(0) { $0 + (portfolio[$1].budget?.cents ?? 0) } : Int64(projects.count)
    }
    var ofRows = table.rows.map { _ in Set<String>() }
    var ofColumns = table.columns.map { _ in Set<String>() }
    for row in table.rows.indices {
      for column in table.columns.indices {
        let cell = table.cell(row: row, column: column)
        let (declared, reviewed) = (cell.declared, cell.reviewed)
        let isSound =
          declared.value == value(declared.projects) && reviewed.value == value(reviewed.projects)
          && Set(reviewed.projects).isSubset(of: declared.projects)
          && Set(declared.projects).count == declared.projects.count
        if !isSound { Issue.record("\(cell.row) × \(cell.column): \(cell), \(comment)") }
        ofRows[row].formUnion(declared.projects)
        ofColumns[column].formUnion(declared.projects)
      }
    }
    for (total, union) in zip(table.rowTotals + table.columnTotals, ofRows + ofColumns) {
      #expect(Set(total.declared.projects) == union, comment)
      #expect(total.declared.value == value(total.declared.projects), comment)
    }
    #expect(Set(table.total.declared.projects) == ofRows.reduce([]) { $0.union($1) }, comment)
    #expect(table.total.declared.value == value(table.total.declared.projects), comment)
    // Every project that a measure counts stands somewhere.
    let counted = portfolio.projects.filter { project in
      let isCounted =
        table.rowDimension == .status || table.columnDimension == .status
        || project.status != .discontinued
      switch table.measure {
      case .projects, .reviewedShare: return isCounted
      case .running: return project.status == .running
      case .budget: return isCounted && project.budget?.currency == table.currency
      }
    }
    #expect(Set(table.total.declared.projects) == Set(counted.map(\.id)), comment)
  }

  @Test("goals and fields: a goal stands under goals alone, even of a project that serves both")
  func kinds() throws {
    let snapshot = Snapshot(
      {
        var portfolio = Sample.portfolio
        portfolio.changeGuideline("inklusiv") { $0.kind = .field }
        portfolio["akte"].alignments[1].review = .reviewed
        return portfolio
      }(), asOf: Sample.today)
    let table = CoverageTable.make(snapshot, rows: .guidelines, columns: .kind)
    #expect(table.columns.map(\.id) == ["goal", "field"])
    let numbers = table.rows.indices.map { row in
      table.columns.indices.map { table.cell(row: row, column: $0).declared.value }
    }
    #expect(numbers == [[4, 0], [0, 4]])
    let kinds = CoverageTable.make(snapshot, rows: .kind, columns: .departments)
    #expect(kinds.rowTotals.map { $0.reviewed.projects } == [[], ["akte"]])
  }

  @Test("the reviewed share is reviewed over declared, and nothing where nothing is declared")
  func reviewedShare() throws {
    let snapshot = Snapshot(
      {
        var portfolio = Sample.portfolio
        portfolio["akte"].alignments[0].review = .reviewed
        return portfolio
      }(), asOf: Sample.today)
    let table = CoverageTable.make(snapshot, measure: .reviewedShare)
    let cell = try #require(table.cells.first { $0.row == "innovativ" && $0.column == "it" })
    #expect(cell.reviewedShare == 0.5)
    #expect(table.cells.first { $0.column == "stift" }?.reviewedShare == nil)
    #expect(table.total.reviewedShare == 0.25)
  }

  @Test("a missing contribution is a gap in its cell, a waived one is marked as such")
  func gaps() throws {
    var portfolio = Sample.portfolio
    portfolio.changeGuideline("innovativ") {
      $0.expects = ["stift", "it"].map { Expected(contributor: .department($0), minimum: 3) }
    }
    portfolio.waivers = [
      Waiver(
        rule: "gap/department-expected", subjects: ["innovativ", "stift"], reason: "…",
        approver: "it")
    ]
    let table = CoverageTable.make(Snapshot(portfolio, asOf: Sample.today))
    let cells = table.cells.filter { $0.expected > 0 }
    #expect(cells.map(\.column) == ["it", "stift"])
    #expect(cells.map(\.gap) == [1, 0])
    #expect(cells.map(\.isWaived) == [false, true])
  }

  @Test("many audiences are shown by frequency, the rest together")
  func audiences() {
    var portfolio = Sample.portfolio
    portfolio.projects = (0..<50).map { number in
      var project = Sample.project("p\(number)", of: "it")
      project.audience = ["Alle", "Gruppe \(number)"]
      return project
    }
    let table = CoverageTable.make(
      Snapshot(portfolio, asOf: Sample.today), rows: .audience, columns: .departments)
    #expect(table.rows.count == 41)
    #expect(table.rows.first?.id == "Alle" && table.rows.last?.id == "+")
    #expect(table.rowTotals.last?.declared.value == 11)
  }
}
