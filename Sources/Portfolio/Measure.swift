/// A measure (Maßnahme, Handlungsempfehlung) of the roadmap.
public struct Measure: Sendable, Hashable {
  public var id: String
  public var title: String
  public var description: String?
  /// Id of the theme it belongs to.
  public var theme: String
  /// Id of the department expected to carry it out.
  public var lead: String?
  public var by: PartialDate?
  /// Ids of the projects that carry it out.
  public var projects: [String]
  /// Ids of `Source`s.
  public var sources: [String]
  public var location: SourceLocation?

  public init(
    id: String, title: String, description: String? = nil, theme: String, lead: String? = nil,
    by: PartialDate? = nil, projects: [String] = [], sources: [String] = [],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.theme = theme
    self.lead = lead
    self.by = by
    self.projects = projects
    self.sources = sources
    self.location = location
  }
}
