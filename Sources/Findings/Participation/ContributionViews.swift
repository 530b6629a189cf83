public import Portfolio

/// What citizens asked for, and what became of it.
public struct ContributionViews: Sendable, Hashable {
  /// In the order of the portfolio.
  public let contributions: [ContributionView]

  /// Those without an answer.
  public var unanswered: ContributionViews {
    ContributionViews(contributions: contributions.filter { $0.answer == nil })
  }

  /// How many were answered so; `nil` counts those without an answer.
  public func count(_ kind: ContributionAnswer.Kind?) -> Int {
    contributions.count { $0.answer?.kind == kind }
  }
}

/// One contribution with its answer.
public struct ContributionView: Sendable, Hashable {
  public let id: String
  public let title: String
  public let text: String?
  /// Id and name of the participation it came in by.
  public let participation: String
  public let participationName: String
  /// Id of its theme.
  public let theme: String?
  public let date: PartialDate?
  public let answer: ContributionAnswer?
  /// Projects in use that answer it or take it up, without repetition.
  public let projects: [NamedProject]
  /// For a contribution without an answer, projects whose texts are most like it, best first.
  public let suggestions: [Suggestion]

  public struct NamedProject: Sendable, Hashable {
    public let index: Int
    public let id: String
    public let title: String
  }

  public struct Suggestion: Sendable, Hashable {
    public let project: NamedProject
    /// Likeness of the texts as a cosine, 0…1; no probability.
    public let similarity: Double
  }
}

extension ContributionAnswer.Kind {
  /// What people call it.
  public var label: BilingualText {
    switch self {
    case .exists: BilingualText(de: "gibt es schon", en: "exists already")
    case .planned: BilingualText(de: "ist geplant", en: "is planned")
    case .gap: BilingualText(de: "ist eine Lücke", en: "is a gap")
    case .declined: BilingualText(de: "wird nicht verfolgt", en: "is not pursued")
    }
  }
}
