public import Portfolio

/// The roadmap's four questions for every theme complex, answered from the registry.
public struct Roadmap: Sendable, Hashable {
  /// The day on which the answers are true.
  public let asOf: CalendarDay
  public let themes: [RoadmapTheme]
  /// Where new solutions are conceivable that no single theme is responsible for.
  public let everywhere: [RoadmapItem]
}

/// One theme complex.
public struct RoadmapTheme: Sendable, Hashable {
  public let id: String
  public let name: String
  /// How many projects there are by phase, as declared and as reviewed.
  public let coverage: CoverageOverview.Row
  /// Where do we stand? What runs first, then what is planned, proposed and finished.
  public let standing: [RoadmapItem]
  /// Which existing solutions are developed further?
  public let develop: [RoadmapItem]
  /// Where are new solutions conceivable?
  public let new: [RoadmapItem]
  /// Where is networking needed?
  public let network: [RoadmapItem]

  /// The items of a question.
  public subscript(question: RoadmapQuestion) -> [RoadmapItem] {
    switch question {
    case .standing: standing
    case .develop: develop
    case .new: new
    case .network: network
    }
  }
}

/// The questions that the roadmap puts to every theme complex, in its order.
public enum RoadmapQuestion: String, Sendable, CaseIterable {
  case standing, develop, new, network

  public var heading: BilingualText {
    switch self {
    case .standing: BilingualText(de: "Wo stehen wir?", en: "Where do we stand?")
    case .develop:
      BilingualText(
        de: "Welche bestehenden Lösungen werden weiterentwickelt?",
        en: "Which existing solutions are developed further?")
    case .new:
      BilingualText(
        de: "Wo sind neue Lösungen denkbar?", en: "Where are new solutions conceivable?")
    case .network:
      BilingualText(de: "Wo ist Vernetzung nötig?", en: "Where is networking needed?")
    }
  }

  /// What is said where a question has no items.
  public var nothing: BilingualText {
    switch self {
    case .standing:
      BilingualText(de: "Noch kein Projekt registriert.", en: "No project registered yet.")
    case .develop:
      BilingualText(
        de:
          "Kein Projekt läuft bald aus, wird von der Bürgerschaft gewünscht oder von anderen gebraucht.",
        en: "No project ends soon, is asked for by citizens or is needed by others.")
    case .new: BilingualText(de: "Keine offene Erwartung.", en: "No expectation is open.")
    case .network:
      BilingualText(de: "Keine fehlende Vernetzung erkannt.", en: "No missing link found.")
    }
  }
}

/// One line of an answer.
public struct RoadmapItem: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A project, and how far it is.
    case project
    /// Ends within the horizon, and no successor is registered.
    case endingWithoutSuccessor
    /// Takes up what citizens asked for.
    case askedByCitizens
    /// Provides what projects of other departments need, or others build on it.
    case usedByOthers
    /// What the check flags; `finding` says it.
    case finding
    /// An idea of citizens that the city has called a gap.
    case admittedGap
  }

  public let kind: Kind
  /// What it is about.
  public let subject: Subject
  /// The finding that it comes from, for kind `finding`.
  public let finding: Finding?
  /// One or two full sentences.
  public let sentence: BilingualText
}
