/// What two projects said about themselves when a verdict on them was reached: what it rests on.
///
/// Kept in words and not as a check sum, for two reasons: how much a text has changed can be
/// measured only against the text, and whoever is asked again wants to read what is new.
public struct VerdictBasis: Sendable, Hashable {
  /// One project's part in it.
  public struct Side: Sendable, Hashable {
    public var title: String
    public var summary: String?
    /// Ids of the services it provided and required.
    public var provides: [String]
    public var requires: [String]

    public init(
      title: String, summary: String? = nil, provides: [String] = [], requires: [String] = []
    ) {
      self.title = title
      self.summary = summary
      self.provides = provides
      self.requires = requires
    }

    public init(_ project: Project) {
      self.init(
        title: project.title, summary: project.summary, provides: project.provides,
        requires: project.requires)
    }
  }

  /// In the order in which the verdict names the two.
  public var first: Side
  public var second: Side

  public init(first: Side, second: Side) {
    self.first = first
    self.second = second
  }
}
