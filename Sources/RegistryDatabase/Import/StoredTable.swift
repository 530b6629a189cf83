/// A table of the registry as the import sees it: what identifies a row, what counts as its
/// content, and what is only kept along.
///
/// Staging tables, comparisons and updates are all made from these descriptions, so that a column
/// is named once. Names come from this file alone and never from input.
struct StoredTable: Sendable {
  let name: String
  /// The record that a row is part of.
  let kind: RecordKind
  /// What changes to it are called in a report, e.g. `links`; nil for a record's main row.
  let list: String?
  /// Columns that identify a row.
  let key: [String]
  /// Columns whose change is a change of the record.
  let content: [String]
  /// Columns that follow the source without being a change, such as line numbers.
  let silent: [String]
  /// SQL that yields the record's id from a row under the given alias.
  let record: @Sendable (_ row: String) -> String

  init(
    _ name: String, of kind: RecordKind, list: String? = nil, key: [String],
    content: [String] = [], silent: [String] = [],
    record: @escaping @Sendable (_ row: String) -> String
  ) {
    self.name = name
    self.kind = kind
    self.list = list
    self.key = key
    self.content = content
    self.silent = silent
    self.record = record
  }

  /// Where it is silent, the place of a record among those of its file, which an import counts out.
  static let place = "position"

  /// All columns that travel, in the order in which they are staged.
  var columns: [String] { key + content + silent }

  /// Whether the table holds nothing whose change would be a change of the record.
  var isSilent: Bool { content.isEmpty && !silent.isEmpty }

  /// Temporary tables of an import: the rows as they come in, and how they differ.
  var staging: String { "staged_\(name)" }
  var difference: String { "difference_\(name)" }

  /// `left.a = right.a AND left.b = right.b` over the key.
  func sameKey(_ left: String, _ right: String) -> String {
    key.map { "\(left).\($0) = \(right).\($0)" }.joined(separator: " AND ")
  }

  /// `ROW(left.a, left.b) IS DISTINCT FROM ROW(right.a, right.b)`; false for no columns.
  static func differ(_ columns: [String], _ left: String, _ right: String) -> String {
    guard !columns.isEmpty else { return "false" }
    return "ROW(\(list(columns, of: left))) IS DISTINCT FROM ROW(\(list(columns, of: right)))"
  }

  /// `row.a, row.b`.
  static func list(_ columns: [String], of row: String) -> String {
    columns.map { "\(row).\($0)" }.joined(separator: ", ")
  }
}
