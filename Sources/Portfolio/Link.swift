/// A typed connection from one project to another, stated by the first.
public struct Link: Sendable, Hashable {
  /// Id of the other project.
  public var project: String
  public var kind: LinkKind
  public var note: String?
  /// When it was stated, so that its age is known; nil where nobody noted it.
  public var proposed: PartialDate?
  /// When the other side confirmed it; a link stated from both sides needs no confirmation.
  public var confirmed: PartialDate?
  /// That the other side says it is not so. The link stays on record and counts for nothing.
  public var declined: Refusal?
  /// 1-based line in the project's file.
  public var line: Int?

  public init(
    project: String, kind: LinkKind, note: String? = nil, proposed: PartialDate? = nil,
    confirmed: PartialDate? = nil, declined: Refusal? = nil, line: Int? = nil
  ) {
    self.project = project
    self.kind = kind
    self.note = note
    self.proposed = proposed
    self.confirmed = confirmed
    self.declined = declined
    self.line = line
  }
}

public enum LinkKind: String, Sendable, CaseIterable {
  case dependsOn, buildsOn, sharesDataWith, coordinatesWith, partOf, replaces

  /// Whether the first project cannot do without the second.
  public var isDependency: Bool { self == .dependsOn || self == .buildsOn }

  /// Whether the statement reads the same from either side.
  public var isSymmetric: Bool { self == .sharesDataWith || self == .coordinatesWith }
}
