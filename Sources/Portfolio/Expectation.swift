/// Who is expected to contribute to a guideline or theme, how much, and by when.
public struct Expectation: Sendable, Hashable {
  public enum Contributor: Sendable, Hashable {
    case department(String)
    case theme(String)
  }

  public enum Obligation: String, Sendable, CaseIterable {
    /// Without a contribution there is a gap.
    case must
    /// Welcome; its absence is no gap.
    case may
    /// Need not contribute; never a gap.
    case exempt
  }

  public var contributor: Contributor
  public var obligation: Obligation
  /// Fewest projects that fulfil the expectation; at least 1.
  public var minimum: Int
  /// Before this date the absence is no gap.
  public var by: PartialDate?

  public init(
    contributor: Contributor, obligation: Obligation = .must, minimum: Int = 1,
    by: PartialDate? = nil
  ) {
    self.contributor = contributor
    self.obligation = obligation
    self.minimum = minimum
    self.by = by
  }
}
