/// A published page that a statement rests on, as cited by a single record.
public struct SourceReference: Sendable, Hashable {
  public var url: String
  /// The date the page shows.
  public var published: PartialDate?
  /// When the page was last read.
  public var accessed: PartialDate?

  public init(url: String, published: PartialDate? = nil, accessed: PartialDate? = nil) {
    self.url = url
    self.published = published
    self.accessed = accessed
  }
}

/// A source that several records of the strategy cite by its id.
public struct Source: Sendable, Hashable {
  public var id: String
  /// What the source is, in a few words.
  public var title: String
  /// Missing where the page may not be linked, e.g. because it names private persons.
  public var url: String?
  public var published: PartialDate?

  public init(id: String, title: String, url: String? = nil, published: PartialDate? = nil) {
    self.id = id
    self.title = title
    self.url = url
    self.published = published
  }
}
