public import Portfolio

/// A link whose both ends are registered, by the projects' indices.
public struct ResolvedLink: Sendable, Hashable {
  public let source: Int
  public let target: Int
  public let kind: LinkKind
  public let state: LinkState
  /// Its place in the source project's `links`.
  public let position: Int
}

/// Whether the other side knows of a link.
public enum LinkState: String, Sendable, CaseIterable {
  /// The other side has confirmed it.
  case confirmed
  /// Both projects name each other, which needs no confirmation.
  case mutual
  /// Only one side says so, and waits for the other's answer.
  case proposed
  /// The other side says that it is not so.
  case declined
}

/// A link to a project that is not registered (any more).
public struct UnresolvedLink: Sendable, Hashable {
  public let source: Int
  /// The id that resolves to nothing.
  public let target: String
  /// Its place in the source project's `links`.
  public let position: Int
}
