/// An alignment to a registered guideline, by index.
public struct ResolvedAlignment: Sendable, Hashable {
  public let project: Int
  public let guideline: Int
  /// Whether it was made for the guideline's present revision.
  public let isCurrent: Bool
  public let isReviewed: Bool
  /// Its place in the project's `alignments`.
  public let position: Int
}
