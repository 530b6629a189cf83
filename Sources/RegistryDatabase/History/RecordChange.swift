/// What one change did to one record and to what belongs to it.
public struct RecordChange: Sendable, Hashable {
  /// What a change did to the record itself or to an entry of one of its lists.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    case added, changed, removed
  }

  /// A single value, or a list of them.
  public enum Value: Sendable, Hashable {
    case one(String)
    case list([String])
  }

  /// A field whose value became another one; nil where there was or is none.
  public struct Field: Sendable, Hashable {
    /// As in the registry's files, e.g. `period.start`.
    public let name: String
    public let before: Value?
    public let after: Value?
  }

  /// The record's own fields, or one entry of one of its lists.
  public struct Entry: Sendable, Hashable {
    /// The list, as in the registry's files, e.g. `links`; nil for the record's own fields.
    public let list: String?
    /// What the entry is called in the list, e.g. the other project and the kind of a link.
    public let key: [String]
    public let action: Action
    /// Those that differ.
    public let fields: [Field]

    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
  }

  public let change: Change
  /// The record's own fields first, then list by list.
  public let entries: [Entry]
}

/// A row before and after a change, or before and after several of them.
struct RowStep {
  struct Field: Hashable {
    let name: String
    let value: RecordChange.Value?
  }

  let table: StoredTable
  /// The list's name, or nil for the record's own row.
  let list: String?
  /// What tells the row from others of its list, without the record's id and its place.
  let key: [String]
  /// All fields, whether they differ or not; nil where there was no such row.
  let before: [Field]?
  let after: [Field]?

  /// What differs; nil where nothing does, as when a row only got another line number.
  private func entry(ignoring ignored: String? = nil) -> RecordChange.Entry? {
    let names = (after ?? before ?? []).map(\.name).filter { $0 != ignored }
    func value(_ name: String, _ fields: [Field]?) -> RecordChange.Value? {
      fields?.first { $0.name == name }?.value
    }
    let fields = names.compactMap { name -> RecordChange.Field? in
      let (old, new) = (value(name, before), value(name, after))
      return old == new ? nil : RecordChange.Field(name: name, before: old, after: new)
    }
    let action: RecordChange.Action =
      before == nil ? .added : after == nil ? .removed : .changed
    if action == .changed, fields.isEmpty { return nil }
    return RecordChange.Entry(list: list, key: key, action: action, fields: fields)
  }

  /// What differs in one record, its own row first, then list by list.
  ///
  /// That an entry moved because others came or went is no change worth telling. Entries that only
  /// their place tells apart are compared by content: one that went is removed, and those that
  /// moved up are what they were.
  static func entries(_ steps: [RowStep]) -> [RecordChange.Entry] {
    let order = StoredTable.all.map(\.name)
    let tables = Dictionary(grouping: steps) { $0.list ?? "" }
    return tables.values.sorted { one, other in
      let (a, b) = (one[0], other[0])
      if (a.list == nil) != (b.list == nil) { return a.list == nil }
      let (first, second) = (order.firstIndex(of: a.table.name), order.firstIndex(of: b.table.name))
      return (first ?? 0, a.list ?? "") < (second ?? 0, b.list ?? "")
    }.flatMap(listed)
  }

  private static func listed(_ steps: [RowStep]) -> [RecordChange.Entry] {
    let steps = steps[0].table.isPlaced ? byContent(steps) : steps
    let place = FieldName.of(column: StoredTable.place)
    let entries = steps.compactMap { $0.entry(ignoring: place) }
    return entries.isEmpty ? steps.compactMap { $0.entry() } : entries
  }

  private static func byContent(_ steps: [RowStep]) -> [RowStep] {
    struct Content: Hashable {
      let key: [String]
      let fields: [Field]
    }
    var counts: [Content: Int] = [:]
    for step in steps {
      if let before = step.before {
        counts[Content(key: step.key, fields: before), default: 0] -= 1
      }
      if let after = step.after { counts[Content(key: step.key, fields: after), default: 0] += 1 }
    }
    // In their order, what went before what came.
    func left(_ side: (RowStep) -> [Field]?, sign: Int) -> [RowStep] {
      steps.compactMap { step in
        guard let fields = side(step) else { return nil }
        let content = Content(key: step.key, fields: fields)
        guard let count = counts[content], count * sign > 0 else { return nil }
        counts[content] = count - sign
        return RowStep(
          table: step.table, list: step.list, key: step.key, before: sign < 0 ? fields : nil,
          after: sign > 0 ? fields : nil)
      }
    }
    return left(\.before, sign: -1) + left(\.after, sign: 1)
  }
}
