/// That a project was merged into another, and what the other one took over from it: enough to
/// follow the trace, and to undo it.
public struct Merger: Sendable, Hashable {
  /// Id of the project that goes on.
  public var into: String
  /// Who decided: a function or a department, never a person's name.
  public var by: String?
  public var date: PartialDate?
  public var reason: String?
  public var taken: [TakenValue]

  public init(
    into: String, by: String? = nil, date: PartialDate? = nil, reason: String? = nil,
    taken: [TakenValue] = []
  ) {
    self.into = into
    self.by = by
    self.date = date
    self.reason = reason
    self.taken = taken
  }

  /// Adds a value in the order of fields: what depends on another one is given back before it.
  mutating func note(_ value: TakenValue) {
    let order = MergeField.allCases
    let rank = order.firstIndex(of: value.field) ?? 0
    let place = taken.firstIndex { (order.firstIndex(of: $0.field) ?? 0) > rank } ?? taken.count
    taken.insert(value, at: place)
  }
}

/// A value that the project which goes on took over from the merged one. The value itself stands
/// in the merged project's record.
public struct TakenValue: Sendable, Hashable {
  public var field: MergeField
  /// Which item of a list, see `MergeField.items`; nil for a field with a single value.
  public var item: String?
  /// What stood there before, where it was replaced, see `MergeField.value`.
  public var replaced: String?

  public init(_ field: MergeField, item: String? = nil, replaced: String? = nil) {
    self.field = field
    self.item = item
    self.replaced = replaced
  }
}
