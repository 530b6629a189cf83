/// The unit that is registered: one digital undertaking of one department.
///
/// Everything but id and title may be missing, because a registry begins with what sources say;
/// the check names what is missing.
public struct Project: Sendable, Hashable {
  public var id: String
  /// Earlier ids, oldest first; each still resolves to this project.
  public var formerly: [String]
  /// The id this record asked for when another record already had it. Both are kept.
  public var claims: String?
  public var title: String
  /// What it does and for whom, in one to five sentences.
  public var summary: String?
  /// Id of the owning department.
  public var department: String?
  /// Id of an office inside that department.
  public var office: String?
  /// Id of the sub-strategy it belongs to.
  public var strategy: String?
  /// Ids of its themes, the main one first.
  public var themes: [String]
  public var alignments: [Alignment]
  public var status: ProjectStatus?
  public var period: Period?
  public var budget: Budget?
  /// A function mailbox, never a person's.
  public var contact: String?
  public var partners: [Partner]
  /// Whom it serves.
  public var audience: [String]
  public var technologies: [String]
  /// Ids of the services it provides to others.
  public var provides: [String]
  /// Ids of the services it needs.
  public var requires: [String]
  public var links: [Link]
  /// Ids of the citizens' contributions it takes up.
  public var contributions: [String]
  public var visibility: Visibility?
  /// What a reader should know besides, e.g. where sources contradict each other.
  public var notes: [String]
  public var sources: [SourceReference]
  /// When the owner last said that all of this is still true.
  public var confirmed: PartialDate?
  /// Into which project it was merged. It is then archived, and its ids stand for that one.
  public var merged: Merger?
  public var location: SourceLocation?

  public init(
    id: String, formerly: [String] = [], claims: String? = nil, title: String,
    summary: String? = nil, department: String? = nil, office: String? = nil,
    strategy: String? = nil, themes: [String] = [], alignments: [Alignment] = [],
    status: ProjectStatus? = nil, period: Period? = nil, budget: Budget? = nil,
    contact: String? = nil, partners: [Partner] = [], audience: [String] = [],
    technologies: [String] = [], provides: [String] = [], requires: [String] = [],
    links: [Link] = [], contributions: [String] = [], visibility: Visibility? = nil,
    notes: [String] = [], sources: [SourceReference] = [], confirmed: PartialDate? = nil,
    merged: Merger? = nil, location: SourceLocation? = nil
  ) {
    self.id = id
    self.formerly = formerly
    self.claims = claims
    self.title = title
    self.summary = summary
    self.department = department
    self.office = office
    self.strategy = strategy
    self.themes = themes
    self.alignments = alignments
    self.status = status
    self.period = period
    self.budget = budget
    self.contact = contact
    self.partners = partners
    self.audience = audience
    self.technologies = technologies
    self.provides = provides
    self.requires = requires
    self.links = links
    self.contributions = contributions
    self.visibility = visibility
    self.notes = notes
    self.sources = sources
    self.confirmed = confirmed
    self.merged = merged
    self.location = location
  }
}

public enum ProjectStatus: String, Sendable, CaseIterable {
  case idea, planned, running, completed, discontinued
}
