internal import Portfolio
internal import RegistryFiles

/// The heading of a list: in which rows it stands, and what each column is used for.
public struct TableHeader: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    /// From 0.
    public let index: Int
    /// As it stands in the list; two rows of headings are joined.
    public let heading: String
    public let use: Use

    public var letters: String { CellAddress.letters(of: index) }
  }

  public enum Use: Sendable, Hashable {
    /// - Parameter unit: What 1 stands for in a column of amounts, in units of the currency.
    case column(ProjectColumn, unit: Int64)
    case ignored(Reason)

    public var column: ProjectColumn? {
      if case .column(let column, _) = self { column } else { nil }
    }
  }

  /// Why a column is not taken over.
  public enum Reason: Sendable, Hashable {
    case unknown(suggestion: ProjectColumn?)
    case asTold
    /// Running numbers of the list itself.
    case sequence
    /// Names of persons, which the registry does not keep.
    case personal
    /// Another column holds the same, under its very name.
    case covered(by: String)
    /// Ids of another system, none of which the registry knows.
    case foreignIDs
  }

  /// The numbers of its rows, as the spreadsheet program counts.
  public let rows: ClosedRange<Int>
  public internal(set) var columns: [Column]

  public func index(of column: ProjectColumn) -> Int? {
    columns.first { $0.use.column == column }?.index
  }

  /// The heading of a column that is used.
  public func heading(of column: ProjectColumn) -> String? {
    columns.first { $0.use.column == column }?.heading
  }
}

/// Why no heading was found, or none that can be used.
public enum HeaderFault: Error, Sendable, Hashable {
  /// No row names a title or an id. The row that looks most like a heading has these.
  case missing(headings: [String], row: Int)
  /// Several columns stand for the same, and neither is its very name.
  case ambiguous(ProjectColumn, [TableHeader.Column])
  case empty
}
