/// An accepted exception: findings of one rule about these subjects are not raised until it expires.
public struct Waiver: Sendable, Hashable {
  /// A rule's name, e.g. `gap/department-expected`.
  public var rule: String
  /// Ids of the finding's subjects, e.g. guideline and department.
  public var subjects: [String]
  public var reason: String
  /// Who approved it: a function or a department, never a person's name.
  public var approver: String
  public var approved: PartialDate?
  /// The last day on which it holds.
  public var expires: PartialDate?
  public var location: SourceLocation?

  public init(
    rule: String, subjects: [String], reason: String, approver: String,
    approved: PartialDate? = nil, expires: PartialDate? = nil, location: SourceLocation? = nil
  ) {
    self.rule = rule
    self.subjects = subjects
    self.reason = reason
    self.approver = approver
    self.approved = approved
    self.expires = expires
    self.location = location
  }

  /// Whether it still holds on `day`.
  public func isInForce(on day: CalendarDay) -> Bool {
    guard let expires else { return true }
    return day <= expires.lastDay
  }
}
