/// What one participation process asked, and what citizens contributed.
public struct Participation: Sendable, Hashable {
  public var id: String
  public var name: String
  public var formats: [ParticipationFormat]
  public var contributions: [Contribution]
  /// What came out of it as a whole, in sourced sentences.
  public var results: [Statement]
  public var notes: [String]
  public var location: SourceLocation?

  public init(
    id: String, name: String, formats: [ParticipationFormat] = [],
    contributions: [Contribution] = [], results: [Statement] = [], notes: [String] = [],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.formats = formats
    self.contributions = contributions
    self.results = results
    self.notes = notes
    self.location = location
  }
}

/// A way in which citizens took part: a survey, an event, an e-participation.
public struct ParticipationFormat: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case survey, event, eParticipation, workshop, other
  }

  public var id: String
  public var name: String
  public var kind: Kind
  public var purpose: String?
  public var period: Period?
  /// As the sources word it, one entry for each differing statement ("über 400").
  public var participants: [String]
  /// Ids of `Source`s.
  public var sources: [String]
  public var location: SourceLocation?

  public init(
    id: String, name: String, kind: Kind, purpose: String? = nil, period: Period? = nil,
    participants: [String] = [], sources: [String] = [], location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.purpose = purpose
    self.period = period
    self.participants = participants
    self.sources = sources
    self.location = location
  }
}

/// An idea that citizens brought in, and what became of it.
public struct Contribution: Sendable, Hashable {
  public var id: String
  public var title: String
  public var text: String?
  /// Id of the format it came in by.
  public var format: String?
  /// Id of the theme it belongs to.
  public var theme: String?
  public var date: PartialDate?
  public var answer: ContributionAnswer?
  public var location: SourceLocation?

  public init(
    id: String, title: String, text: String? = nil, format: String? = nil, theme: String? = nil,
    date: PartialDate? = nil, answer: ContributionAnswer? = nil, location: SourceLocation? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.format = format
    self.theme = theme
    self.date = date
    self.answer = answer
    self.location = location
  }
}

/// The city's public answer to a contribution.
public struct ContributionAnswer: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case exists, planned, gap, declined
  }

  public var kind: Kind
  /// Id of the project that answers it.
  public var project: String?
  /// The sentence the public reads.
  public var sentence: String?
  public var date: PartialDate?

  public init(
    kind: Kind, project: String? = nil, sentence: String? = nil, date: PartialDate? = nil
  ) {
    self.kind = kind
    self.project = project
    self.sentence = sentence
    self.date = date
  }
}
