/// A guideline (Leitlinie) of the umbrella strategy that projects serve.
public struct Guideline: Sendable, Hashable {
  public var id: String
  public var name: String
  public var kind: GuidelineKind
  public var description: String?
  /// Further words by which its projects can be recognised.
  public var keywords: [String]
  /// Raised when the wording changes; alignments made for an earlier revision are then outdated.
  public var revision: Int
  /// Wordings of earlier revisions, as far as they are known.
  public var earlier: [GuidelineWording]
  public var expects: [Expectation]
  /// Ids of `Source`s.
  public var sources: [String]
  public var location: SourceLocation?

  public init(
    id: String, name: String, kind: GuidelineKind, description: String? = nil,
    keywords: [String] = [], revision: Int = 1, earlier: [GuidelineWording] = [],
    expects: [Expectation] = [],
    sources: [String] = [], location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.description = description
    self.keywords = keywords
    self.revision = revision
    self.earlier = earlier
    self.expects = expects
    self.sources = sources
    self.location = location
  }
}

public enum GuidelineKind: String, Sendable, CaseIterable {
  /// Ziel.
  case goal
  /// Handlungsfeld.
  case field
}
