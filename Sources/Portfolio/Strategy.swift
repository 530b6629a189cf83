/// The umbrella strategy (Dachstrategie): vision, functions, guidelines, themes, basic services,
/// and what is known about how it came about.
public struct Strategy: Sendable, Hashable {
  public var id: String
  public var name: String
  public var summary: String?
  public var vision: String?
  /// Id of the department in charge.
  public var lead: String?
  public var functions: [StrategyFunction]
  public var guidelines: [Guideline]
  public var themes: [Theme]
  public var services: [Service]
  /// Motions, committee and council decisions and other steps, in order of date.
  public var milestones: [Milestone]
  /// Further sourced statements: organisation, preparation, parts, former names …
  public var statements: [Statement]
  public var figures: [KeyFigure]
  /// What no source says, so that nobody guesses it.
  public var openQuestions: [String]
  public var checks: CheckSettings
  public var sources: [Source]
  public var location: SourceLocation?

  public init(
    id: String, name: String, summary: String? = nil, vision: String? = nil, lead: String? = nil,
    functions: [StrategyFunction] = [], guidelines: [Guideline] = [], themes: [Theme] = [],
    services: [Service] = [], milestones: [Milestone] = [], statements: [Statement] = [],
    figures: [KeyFigure] = [], openQuestions: [String] = [],
    checks: CheckSettings = CheckSettings(), sources: [Source] = [],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.name = name
    self.summary = summary
    self.vision = vision
    self.lead = lead
    self.functions = functions
    self.guidelines = guidelines
    self.themes = themes
    self.services = services
    self.milestones = milestones
    self.statements = statements
    self.figures = figures
    self.openQuestions = openQuestions
    self.checks = checks
    self.sources = sources
    self.location = location
  }
}

/// What the umbrella strategy is meant to do in the strategy's own terms.
public struct StrategyFunction: Sendable, Hashable {
  public var id: String
  public var name: String
  public var text: String
  /// Ids of `Source`s.
  public var sources: [String]

  public init(id: String, name: String, text: String, sources: [String] = []) {
    self.id = id
    self.name = name
    self.text = text
    self.sources = sources
  }
}

/// A dated step on the strategy's way.
public struct Milestone: Sendable, Hashable {
  public var date: PartialDate
  public var kind: MilestoneKind
  public var text: String
  /// Ids of `Source`s.
  public var sources: [String]

  public init(date: PartialDate, kind: MilestoneKind, text: String, sources: [String] = []) {
    self.date = date
    self.kind = kind
    self.text = text
    self.sources = sources
  }
}

public enum MilestoneKind: String, Sendable, CaseIterable {
  case motion, committee, council, participation, step
}

/// A sourced sentence about the strategy.
public struct Statement: Sendable, Hashable {
  public var topic: String
  public var text: String
  /// Ids of `Source`s.
  public var sources: [String]

  public init(topic: String, text: String, sources: [String] = []) {
    self.topic = topic
    self.text = text
    self.sources = sources
  }
}

/// A published figure, its value as the source words it ("über 250").
public struct KeyFigure: Sendable, Hashable {
  public var name: String
  public var value: String
  public var date: PartialDate?
  /// Ids of `Source`s.
  public var sources: [String]

  public init(name: String, value: String, date: PartialDate? = nil, sources: [String] = []) {
    self.name = name
    self.value = value
    self.date = date
    self.sources = sources
  }
}
