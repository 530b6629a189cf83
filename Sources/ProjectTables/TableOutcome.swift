internal import Portfolio
public import RegistryFiles

/// What became of a list, cell by cell.
public struct TableOutcome: Sendable {
  public enum State: Sendable, Hashable {
    case new(String)
    case changed(from: String, to: String)
    case unchanged(String)
    case refused(value: String, CellRefusal)
  }

  public struct Cell: Sendable, Hashable {
    public let address: CellAddress
    /// Nil where a fault concerns no column of the list.
    public let column: ProjectColumn?
    public let heading: String
    public internal(set) var state: State

    public var refusal: CellRefusal? {
      if case .refused(_, let refusal) = state { refusal } else { nil }
    }

    mutating func refuse(_ refusal: CellRefusal) {
      let value =
        switch state {
        case .new(let value), .changed(_, let value), .unchanged(let value): value
        case .refused(let value, _): value
        }
      state = .refused(value: CellRefusal.short(value), refusal)
    }
  }

  public enum Kind: String, Sendable, CaseIterable {
    case new, changed, unchanged, refused
  }

  public struct Row: Sendable {
    public let number: Int
    public internal(set) var kind = Kind.refused
    /// Nil where a new project was refused before it had one.
    public internal(set) var id: String?
    public internal(set) var title = ""
    /// Cells of columns that are taken over, empty ones left out, by column.
    public internal(set) var cells: [Cell] = []
    /// The project that a new one may be a duplicate of: one that is registered, or one further up
    /// in the list.
    public var similar: Similar?

    public var isRefused: Bool { cells.contains { $0.refusal != nil } }
  }

  public struct Similar: Sendable, Hashable {
    public let id: String
    public let title: String
    /// The department's name.
    public let department: String?

    public init(id: String, title: String, department: String?) {
      self.id = id
      self.title = title
      self.department = department
    }
  }

  /// Why a row was passed over.
  public enum Passing: Sendable, Hashable {
    case headline, sum
    /// Nothing stands in the columns that are taken over.
    case nothingUsed
  }

  public let file: String
  public let sheet: String?
  public let header: TableHeader
  public let hiddenColumns: [Int]
  public let hiddenRows: [Int]
  /// Names of further sheets of the workbook, which were not read.
  public let unreadSheets: [String]
  public var rows: [Row] = []
  public internal(set) var passed: [(row: Int, reason: Passing)] = []

  init(
    file: String, sheet: String?, header: TableHeader, hiddenColumns: [Int], hiddenRows: [Int],
    unreadSheets: [String]
  ) {
    self.file = file
    self.sheet = sheet
    self.header = header
    self.hiddenColumns = hiddenColumns
    self.hiddenRows = hiddenRows
    self.unreadSheets = unreadSheets
  }

  public func count(_ kind: Kind) -> Int { rows.count { $0.kind == kind } }

  public var refusedCells: [Cell] {
    rows.flatMap { row in row.cells.filter { $0.refusal != nil } }
  }

  /// How many cells say something else than before.
  public var changedCells: Int {
    rows.filter { $0.kind == .changed }.reduce(0) { count, row in
      count + row.cells.count { if case .changed = $0.state { true } else { false } }
    }
  }
}
