/// A project's claim to serve a guideline.
public struct Alignment: Sendable, Hashable {
  public enum Role: String, Sendable, CaseIterable {
    case primary, secondary
  }

  /// Id of the guideline.
  public var guideline: String
  public var role: Role
  /// Why the project serves it.
  public var rationale: String?
  /// The guideline's revision for which the claim was made.
  public var revision: Int
  public var review: ReviewState
  /// 1-based line in the project's file.
  public var line: Int?

  public init(
    guideline: String, role: Role, rationale: String? = nil, revision: Int = 1,
    review: ReviewState = .declared, line: Int? = nil
  ) {
    self.guideline = guideline
    self.role = role
    self.rationale = rationale
    self.revision = revision
    self.review = review
    self.line = line
  }
}

/// Whether only the department says so, or the steward has looked at it.
public enum ReviewState: String, Sendable, CaseIterable {
  case declared, reviewed
}
