/// An earlier wording of a guideline, kept so that one can see what a revision changed.
public struct GuidelineWording: Sendable, Hashable {
  /// The revision that was worded so.
  public var revision: Int
  public var name: String
  public var description: String?
  /// The last day on which it was in force.
  public var until: PartialDate?

  public init(
    revision: Int, name: String, description: String? = nil, until: PartialDate? = nil
  ) {
    self.revision = revision
    self.name = name
    self.description = description
    self.until = until
  }
}
