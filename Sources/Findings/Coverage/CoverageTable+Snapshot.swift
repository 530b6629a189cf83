internal import Portfolio

extension CoverageTable {
  /// Counts or sums up the projects under every row and column.
  ///
  /// `reviewed` counts projects whose alignment the steward has reviewed for the guideline's
  /// present revision: where rows or columns are guidelines the alignment to that guideline,
  /// otherwise any of the project's alignments.
  ///
  /// Linear in the projects and the size of the table.
  public static func make(
    _ snapshot: Snapshot, rows: CoverageDimension = .guidelines,
    columns: CoverageDimension = .departments, measure: CoverageMeasure = .projects
  ) -> CoverageTable {
    let (rowAxis, columnAxis) = (CoverageAxis(rows, snapshot), CoverageAxis(columns, snapshot))
    let selection = MeasuredProjects(
      snapshot, measure, includesDiscontinued: rows == .status || columns == .status)
    let grid = CoverageGrid(
      snapshot, rowAxis, columnAxis, selection.projects,
      exclusion: KindExclusion(snapshot, rows: rows, columns: columns))
    let expected = ExpectedCells(snapshot, rows: rows, columns: columns)
    let figure = { (projects: [Int]) in selection.figure(projects, in: snapshot) }
    let total = { (tally: Tally) in
      CoverageTotal(declared: figure(tally.declared), reviewed: figure(tally.reviewed))
    }
    var cells: [CoverageCell] = []
    cells.reserveCapacity(grid.cells.count)
    for (row, rowItem) in rowAxis.items.enumerated() {
      for (column, columnItem) in columnAxis.items.enumerated() {
        let tally = grid.cells[row * columnAxis.items.count + column]
        let entry = expected.entry(row: rowItem, column: columnItem)
        cells.append(
          CoverageCell(
            row: rowItem.id, column: columnItem.id, declared: figure(tally.declared),
            reviewed: figure(tally.reviewed), expected: entry?.minimum ?? 0,
            gap: entry?.lacking ?? 0, isWaived: entry?.state == .waived))
      }
    }
    return CoverageTable(
      rowDimension: rows, columnDimension: columns, measure: measure, rows: rowAxis.items,
      columns: columnAxis.items, cells: cells, rowTotals: grid.rows.map(total),
      columnTotals: grid.columns.map(total), total: total(grid.total),
      currency: selection.currency,
      otherCurrencies: selection.otherCurrencies.map { snapshot.projects[$0].id })
  }
}

/// Projects of one cell or total, each once, by index.
private struct Tally {
  private(set) var declared: [Int] = []
  private(set) var reviewed: [Int] = []

  /// Projects arrive one after the other, so looking at the last is enough.
  mutating func add(_ project: Int, isReviewed: Bool) {
    if declared.last != project { declared.append(project) }
    if isReviewed && reviewed.last != project { reviewed.append(project) }
  }
}

private struct CoverageGrid {
  private(set) var cells: [Tally]
  private(set) var rows: [Tally]
  private(set) var columns: [Tally]
  private(set) var total = Tally()

  init(
    _ snapshot: Snapshot, _ rowAxis: CoverageAxis, _ columnAxis: CoverageAxis, _ projects: [Int],
    exclusion: KindExclusion?
  ) {
    let (rowCount, columnCount) = (rowAxis.items.count, columnAxis.items.count)
    cells = Array(repeating: Tally(), count: rowCount * columnCount)
    rows = Array(repeating: Tally(), count: rowCount)
    columns = Array(repeating: Tally(), count: columnCount)
    for project in projects {
      let anyReviewed = snapshot.isReviewed(project)
      for (row, rowReviewed) in rowAxis.entries(of: project, otherwise: anyReviewed) {
        for (column, columnReviewed) in columnAxis.entries(of: project, otherwise: anyReviewed)
        where exclusion?.excludes(row: row, column: column) != true {
          let isReviewed = rowReviewed && columnReviewed
          cells[row * columnCount + column].add(project, isReviewed: isReviewed)
          rows[row].add(project, isReviewed: isReviewed)
          columns[column].add(project, isReviewed: isReviewed)
          total.add(project, isReviewed: isReviewed)
        }
      }
    }
  }
}

/// In a table of guidelines by their kind, a goal has nothing to do with fields of action, even if
/// a project serves both.
private struct KindExclusion {
  /// By guideline, the place of its kind.
  private let places: [Int]
  private let kindsAreRows: Bool

  /// Nil for all other tables.
  init?(_ snapshot: Snapshot, rows: CoverageDimension, columns: CoverageDimension) {
    guard Set([rows, columns]) == [.guidelines, .kind] else { return nil }
    kindsAreRows = rows == .kind
    places = snapshot.guidelines.map { GuidelineKind.allCases.firstIndex(of: $0.kind) ?? 0 }
  }

  func excludes(row: Int, column: Int) -> Bool {
    let (guideline, kind) = kindsAreRows ? (column, row) : (row, column)
    // Beyond the guidelines comes the row of projects without any.
    return guideline < places.count && places[guideline] != kind
  }
}

extension CoverageAxis {
  /// A project's places, each with whether it is reviewed.
  fileprivate func entries(
    of project: Int, otherwise anyReviewed: Bool
  ) -> [(place: Int, isReviewed: Bool)] {
    let places = places[project]
    guard let isReviewed else { return places.map { ($0, anyReviewed) } }
    return Array(zip(places, isReviewed[project]))
  }
}

/// The projects that a measure counts, and how it turns them into a number.
private struct MeasuredProjects {
  private let measure: CoverageMeasure
  let projects: [Int]
  let currency: String?
  let otherCurrencies: [Int]

  init(_ snapshot: Snapshot, _ measure: CoverageMeasure, includesDiscontinued: Bool) {
    self.measure = measure
    let counted = snapshot.projects.indices.filter {
      includesDiscontinued || snapshot.phase(of: $0).countsForCoverage
    }
    switch measure {
    case .projects, .running, .reviewedShare:
      projects =
        measure == .running ? counted.filter { snapshot.phase(of: $0) == .running } : counted
      currency = nil
      otherCurrencies = []
    case .budget:
      let funded = counted.filter { snapshot.projects[$0].budget != nil }
      let mostUsed = Self.mostUsedCurrency(funded, in: snapshot)
      projects = funded.filter { snapshot.projects[$0].budget?.currency == mostUsed }
      otherCurrencies = funded.filter { snapshot.projects[$0].budget?.currency != mostUsed }
      currency = mostUsed
    }
  }

  /// Amounts of different currencies cannot be added; ties go to the first in the alphabet.
  private static func mostUsedCurrency(_ projects: [Int], in snapshot: Snapshot) -> String {
    var counts: [String: Int] = [:]
    for project in projects {
      if let currency = snapshot.projects[project].budget?.currency {
        counts[currency, default: 0] += 1
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "EUR"
  }

  func figure(_ projects: [Int], in snapshot: Snapshot) -> CoverageFigure {
    let value: Int64 =
      measure == .budget
      ? projects.reduce(0) { sum, project in
        // A sum beyond 64 bits of cents is no budget of a city; it stops at the largest.
        let (next, overflows) = sum.addingReportingOverflow(
          snapshot.projects[project].budget?.cents ?? 0)
        return overflows ? .max : next
      } : Int64(projects.count)
    return CoverageFigure(value: value, projects: projects.map { snapshot.projects[$0].id })
  }
}

/// Where the strategy expects something, for tables of guidelines or themes by departments or
/// themes, whichever way round they lie.
private struct ExpectedCells {
  private struct Cell: Hashable {
    let row: String
    let column: String
  }

  private var entries: [Cell: ExpectedCoverage.Entry] = [:]

  init(_ snapshot: Snapshot, rows: CoverageDimension, columns: CoverageDimension) {
    guard rows.subject != nil, columns.subject != nil else { return }
    let sides = [(rows, columns, false), (columns, rows, true)]
    for entry in ExpectedCoverage.make(snapshot).entries where entry.isDue {
      for (expecting, contributing, isTurned) in sides
      where expecting.subject == entry.place.kind && contributing.subject == entry.contributor.kind
      {
        let (place, contributor) = (entry.place.id, entry.contributor.id)
        let cell =
          isTurned ? Cell(row: contributor, column: place) : Cell(row: place, column: contributor)
        entries[cell] = entry
      }
    }
  }

  func entry(row: CoverageItem, column: CoverageItem) -> ExpectedCoverage.Entry? {
    entries.isEmpty ? nil : entries[Cell(row: row.id, column: column.id)]
  }
}

extension CoverageDimension {
  /// What its items are, for those that expectations name.
  fileprivate var subject: Subject.Kind? {
    switch self {
    case .guidelines: .guideline
    case .themes: .theme
    case .departments: .department
    case .kind, .strategies, .status, .audience, .sector, .year, .visibility: nil
    }
  }
}
