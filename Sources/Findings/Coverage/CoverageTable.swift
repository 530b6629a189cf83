public import Portfolio

/// How the projects spread over two dimensions, e.g. guidelines and departments.
///
/// Every number is made from the list beside it, so the two cannot disagree. Totals count a
/// project once, even where it stands in several cells of the row or column.
public struct CoverageTable: Sendable, Hashable {
  public let rowDimension: CoverageDimension
  public let columnDimension: CoverageDimension
  public let measure: CoverageMeasure
  public let rows: [CoverageItem]
  public let columns: [CoverageItem]
  /// Row after row; each row has a cell for every column.
  public let cells: [CoverageCell]
  public let rowTotals: [CoverageTotal]
  public let columnTotals: [CoverageTotal]
  public let total: CoverageTotal
  /// ISO 4217 code of the sums, for the measure `budget`.
  public let currency: String?
  /// Ids of projects left out because their budget is in another currency.
  public let otherCurrencies: [String]

  public func cell(row: Int, column: Int) -> CoverageCell { cells[row * columns.count + column] }
}

/// What rows or columns stand for.
public enum CoverageDimension: String, Sendable, CaseIterable {
  /// Goals and fields of action, by the guidelines that a project serves.
  case kind
  case guidelines, themes, strategies, departments, status, audience, sector, year, visibility
}

/// What is counted or summed up.
public enum CoverageMeasure: String, Sendable, CaseIterable {
  /// Projects that are not discontinued (in a table by status: all).
  case projects
  /// Projects that are running.
  case running
  /// Budgets of the projects that are not discontinued, in hundredths of the currency's unit.
  case budget
  /// Of the projects that are not discontinued, the share with a reviewed alignment. Its figures
  /// are the numbers of projects from which the share follows.
  case reviewedShare
}

/// A row or a column.
public struct CoverageItem: Sendable, Hashable {
  /// The thing's id; `-` for the projects that have no value in this dimension.
  public let id: String
  public let name: BilingualText
}

/// Projects of one row and one column.
public struct CoverageCell: Sendable, Hashable {
  /// Ids of the row and the column.
  public let row: String
  public let column: String
  public let declared: CoverageFigure
  /// Those whose alignment the steward has reviewed; see `CoverageTable.make`.
  public let reviewed: CoverageFigure
  /// Fewest contributions that the strategy expects here by now; 0 where it expects none.
  public let expected: Int
  /// How many of these are missing and not waived. A contribution through a linked or bundled
  /// project counts, and an undertaking of several projects counts once, so that this is not
  /// always the difference of the two numbers; see `ExpectedCoverage`.
  public let gap: Int
  /// Whether contributions are missing here that an exception lets off.
  public let isWaived: Bool

  /// Reviewed over declared projects, 0…1; nil where there is no project.
  public var reviewedShare: Double? { reviewed.share(of: declared) }
}

/// A row's, a column's or the table's total.
public struct CoverageTotal: Sendable, Hashable {
  public let declared: CoverageFigure
  public let reviewed: CoverageFigure

  /// Reviewed over declared projects, 0…1; nil where there is no project.
  public var reviewedShare: Double? { reviewed.share(of: declared) }
}

/// A number with the projects it is made from.
public struct CoverageFigure: Sendable, Hashable {
  /// Number of `projects`, or for the measure `budget` the sum of their budgets in hundredths.
  public let value: Int64
  /// Ids of the projects, in the order of the portfolio.
  public let projects: [String]

  fileprivate func share(of all: CoverageFigure) -> Double? {
    all.projects.isEmpty ? nil : Double(projects.count) / Double(all.projects.count)
  }
}
