/// A typed connection from one project to another, stated by the first.
public struct Link: Sendable, Hashable {
  /// Id of the other project.
  public var project: String
  public var kind: LinkKind
  public var note: String?
  /// When the other side confirmed it; a link stated from both sides needs no confirmation.
  public var confirmed: PartialDate?
  /// 1-based line in the project's file.
  public var line: Int?

  public init(
    project: String, kind: LinkKind, note: String? = nil, confirmed: PartialDate? = nil,
    line: Int? = nil
  ) {
    self.project = project
    self.kind = kind
    self.note = note
    self.confirmed = confirmed
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
