import Portfolio
import ProjectTables
import RegistryFiles
import Reports

/// What became of lists, as JSON.
struct TableOutcomeJSON: Encodable {
  struct Column: Encodable {
    let column: String
    let heading: String
    /// Null where the column is not taken over.
    let field: String?
    let reason: String?
    let suggestion: String?
  }

  struct Cell: Encodable {
    /// Null for what concerns no cell of the list.
    let cell: String?
    let field: String?
    let state: String
    let old: String?
    let new: String?
    let message: String?
  }

  struct Row: Encodable {
    let row: Int
    let state: String
    let id: String?
    let title: String
    /// Id of a project that a new one may be a duplicate of.
    let similar: String?
    let cells: [Cell]
  }

  struct Passed: Encodable {
    let row: Int
    let reason: String
  }

  struct List: Encodable {
    let file: String
    let sheet: String?
    let headingRows: [Int]
    let columns: [Column]
    let hiddenColumns: [String]
    let hiddenRows: [Int]
    let unreadSheets: [String]
    let counts: [String: Int]
    let rows: [Row]
    let passedOver: [Passed]
  }

  let dryRun: Bool
  let stored: Bool
  let lists: [List]
  /// What was imported besides; null where nothing was.
  let changes: ImportJSON?

  init(
    _ outcomes: [TableOutcome], isDryRun: Bool, isStored: Bool, report: ImportJSON?,
    in language: Language
  ) {
    dryRun = isDryRun
    stored = isStored
    lists = outcomes.map { List($0, language) }
    changes = report
  }
}

extension TableOutcomeJSON.List {
  init(_ outcome: TableOutcome, _ language: Language) {
    self.init(
      file: outcome.file, sheet: outcome.sheet,
      headingRows: Array(outcome.header.rows),
      columns: outcome.header.columns.map(TableOutcomeJSON.Column.init),
      hiddenColumns: outcome.hiddenColumns.map(CellAddress.letters),
      hiddenRows: outcome.hiddenRows, unreadSheets: outcome.unreadSheets,
      counts: Dictionary(
        uniqueKeysWithValues: TableOutcome.Kind.allCases.map { ($0.rawValue, outcome.count($0)) }),
      rows: outcome.rows.map { row in
        TableOutcomeJSON.Row(
          row: row.number, state: row.kind.rawValue, id: row.id, title: row.title,
          similar: row.kind == .new ? row.similar?.id : nil,
          cells: row.cells.map { TableOutcomeJSON.Cell($0, language) })
      },
      passedOver: outcome.passed.map { .init(row: $0.row, reason: "\($0.reason)") })
  }
}

extension TableOutcomeJSON.Column {
  init(_ column: TableHeader.Column) {
    switch column.use {
    case .column(let field, _):
      self.init(
        column: column.letters, heading: column.heading, field: field.rawValue, reason: nil,
        suggestion: nil)
    case .ignored(let reason):
      let (word, suggestion): (String, ProjectColumn?) =
        switch reason {
        case .unknown(let suggestion): ("unknown", suggestion)
        case .asTold: ("ignored", nil)
        case .sequence: ("sequence", nil)
        case .personal: ("personal", nil)
        case .covered: ("covered", nil)
        case .foreignIDs: ("foreignIDs", nil)
        }
      self.init(
        column: column.letters, heading: column.heading, field: nil, reason: word,
        suggestion: suggestion?.rawValue)
    }
  }
}

extension TableOutcomeJSON.Cell {
  init(_ cell: TableOutcome.Cell, _ language: Language) {
    let (state, old, new, message): (String, String?, String?, String?) =
      switch cell.state {
      case .new(let new): ("new", nil, new, nil)
      case .changed(let old, let new): ("changed", old, new, nil)
      case .unchanged(let value): ("unchanged", value, value, nil)
      case .refused(let value, let refusal):
        ("refused", nil, value.isEmpty ? nil : value, refusal.text[language])
      }
    self.init(
      cell: cell.heading.isEmpty ? nil : cell.address.description, field: cell.column?.rawValue,
      state: state, old: old,
      new: new, message: message)
  }
}
