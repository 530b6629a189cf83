/// An entry of the audit trail, as it is printed and exported.
public struct AuditEntry: Sendable, Hashable {
  public let number: Int64
  /// ISO 8601, in UTC, with microseconds.
  public let moment: String
  /// The database role that did it.
  public let role: String
  /// `verdict`, `waiver`, `merger`, `label`, `import` or `account`.
  public let kind: String
  /// `added`, `changed` or `removed`.
  public let operation: String
  /// Ids of what it is about.
  public let subjects: [String]
  /// JSON of what it said before and says now; nil where there was or is nothing.
  public let old: String?
  public let new: String?

  public init(
    number: Int64, moment: String, role: String, kind: String, operation: String,
    subjects: [String], old: String?, new: String?
  ) {
    self.number = number
    self.moment = moment
    self.role = role
    self.kind = kind
    self.operation = operation
    self.subjects = subjects
    self.old = old
    self.new = new
  }
}
