/// A theme complex (Themenkomplex): an area of life into which the roadmap is divided.
public struct Theme: Sendable, Hashable {
  public var id: String
  public var name: String
  /// Other names it goes by, e.g. the one used towards citizens.
  public var aliases: [String]
  public var description: String?
  public var keywords: [String]
  public var expects: [Expectation]
  /// Ids of `Source`s.
  public var sources: [String]
  public var location: SourceLocation?

  public init(
    id: String, name: String, aliases: [String] = [], description: String? = nil,
    keywords: [String] = [], expects: [Expectation] = [], sources: [String] = [],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.description = description
    self.keywords = keywords
    self.expects = expects
    self.sources = sources
    self.location = location
  }
}
