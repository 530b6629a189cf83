/// A sub-strategy (Fach- oder Teilstrategie) that a department leads under the umbrella.
public struct SubStrategy: Sendable, Hashable {
  public var id: String
  public var name: String
  public var summary: String?
  /// Id of the department in charge.
  public var lead: String?
  /// The sub-strategy on which all others build.
  public var isFoundation: Bool
  public var period: Period?
  public var budget: Budget?
  public var decisions: [CouncilDecision]
  public var notes: [String]
  /// Ids of `Source`s.
  public var sources: [String]
  public var location: SourceLocation?

  public init(
    id: String, name: String, summary: String? = nil, lead: String? = nil,
    isFoundation: Bool = false, period: Period? = nil, budget: Budget? = nil,
    decisions: [CouncilDecision] = [], notes: [String] = [], sources: [String] = [],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.lead = lead
    self.isFoundation = isFoundation
    self.period = period
    self.budget = budget
    self.decisions = decisions
    self.notes = notes
    self.sources = sources
    self.location = location
  }
}

/// What the city council or one of its committees decided or was told.
public struct CouncilDecision: Sendable, Hashable {
  public var date: PartialDate?
  /// `council`, a committee's name, or nil where no source says.
  public var body: String?
  public var text: String

  public init(date: PartialDate? = nil, body: String? = nil, text: String) {
    self.date = date
    self.body = body
    self.text = text
  }
}
