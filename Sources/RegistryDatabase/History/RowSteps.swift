/// SQL for rows through time. The versions of a row are the one in its table and those that
/// `row_history` keeps; all are compared as JSON objects of their columns.
extension StoredTable {
  /// Whether nothing but their place tells entries of a record apart.
  var isPlaced: Bool { key.contains(Self.place) }

  /// The column that holds the id of the record a row belongs to; nil where there is but one such
  /// record, or none has an id.
  var owner: String? {
    switch kind {
    case .strategy where list != nil: nil
    case .verdict, .waiver: nil
    case .participation where list != nil: "participation"
    default: key[0]
    }
  }

  /// Whether `row_history.record`, which is indexed, is that id.
  var isFoundByRecord: Bool { owner == key[0] }

  /// What tells a row from others of its record: the rest of the key.
  func identity(without owner: String?) -> [String] { key.filter { $0 != owner } }

  /// The columns whose values a history tells. Of a record's own row that includes its id, which a
  /// rename changes, and whether it is in use.
  func told(without owner: String?) -> [String] {
    let own = list == nil && self.owner == "id" ? ["id"] : []
    let archived = name == StoredTable.project.name ? ["archived_at"] : []
    return own + content.filter { $0 != owner && !(isPlaced && $0 == Self.place) } + archived
  }

  /// A live row as `row_history` would keep it.
  static let liveContent = "to_jsonb(live) - '{valid_from,search}'::text[]"

  /// The columns of a step from a relation that has a `number` and `old_row` and `new_row`, both
  /// `jsonb`, one row for each field: the number, key, whether there is a row before and after, the
  /// field's name and values. They have to be ordered by number and `field.place`.
  func fieldColumns(without owner: String?) -> String {
    let rest = identity(without: owner).filter { $0 != Self.place }
    let key = rest.map { "coalesce(coalesce(new_row, old_row) ->> '\($0)', '')" }
    return """
      number, ARRAY[\(key.joined(separator: ", "))]::text[], old_row IS NOT NULL, new_row IS NOT NULL,
      field.name, \(Self.value("field.before")), \(Self.value("field.after"))
      """
  }

  /// `false` and an empty list are what a file leaves out.
  private static func value(_ json: String) -> String {
    """
    CASE WHEN jsonb_typeof(\(json)) <> 'array' AND \(json) <> 'false' THEN \(json) #>> '{}' END,
    CASE WHEN jsonb_typeof(\(json)) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(\(json))) END
    """
  }

  /// The fields to join to such a relation.
  func fields(without owner: String?) -> String {
    let values = told(without: owner).enumerated().map { place, column in
      "(\(place), '\(Self.fieldName(column))', old_row -> '\(column)', new_row -> '\(column)')"
    }
    guard !values.isEmpty else {
      return
        "(SELECT 0 AS place, NULL AS name, NULL::jsonb AS before, NULL::jsonb AS after) AS field"
    }
    return
      "LATERAL (VALUES \(values.joined(separator: ", "))) AS field (place, name, before, after)"
  }

  private static func fieldName(_ column: String) -> String {
    column == "archived_at" ? "archived" : FieldName.of(column: column)
  }
}

/// Collects the rows of fields, which come one step after the other, into steps.
struct RowStepReader<Group: Hashable> {
  private(set) var groups: [Group: [RowStep]] = [:]
  private let table: StoredTable
  private let list: String?
  private var number: Int64?
  private var group: Group?
  private var key: [String] = []
  private var before: [RowStep.Field]?
  private var after: [RowStep.Field]?

  init(_ table: StoredTable, list: String?) {
    self.table = table
    self.list = list
  }

  /// - Parameter column: Where the columns of `fieldColumns` begin.
  mutating func read(_ row: borrowing Row, of group: Group, from column: Int) throws {
    let number = try row.decode(column, as: Int64.self)
    if number != self.number {
      finish()
      (self.number, self.group) = (number, group)
      key = try row.decode(column + 1)
      before = try row.decode(column + 2) ? [] : nil
      after = try row.decode(column + 3) ? [] : nil
    }
    guard let name = try row.decodeIfPresent(column + 4, as: String.self) else { return }
    before?.append(RowStep.Field(name: name, value: try Self.value(row, column + 5)))
    after?.append(RowStep.Field(name: name, value: try Self.value(row, column + 7)))
  }

  /// Ends the last step.
  mutating func finish() {
    defer { (number, group) = (nil, nil) }
    guard let group else { return }
    groups[group, default: []].append(
      RowStep(table: table, list: list, key: key, before: before, after: after))
  }

  private static func value(_ row: borrowing Row, _ column: Int) throws -> RecordChange.Value? {
    if let text = try row.decodeIfPresent(column, as: String.self) { return .one(text) }
    let items = try row.decodeIfPresent(column + 1, as: [String].self) ?? []
    return items.isEmpty ? nil : .list(items)
  }
}
