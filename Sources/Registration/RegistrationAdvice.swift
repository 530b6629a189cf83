public import Findings
public import Portfolio

/// What the registry knows about a project in the making: what resembles it, and what it serves.
public struct RegistrationAdvice: Sendable {
  /// A choice that the description speaks for, with the reason.
  public struct Suggestion: Sendable, Hashable {
    public let id: String
    public let text: BilingualText
  }

  private let day: CalendarDay
  /// Of the registry, made at the first question.
  private var index: DuplicateIndex?
  /// Of the description for which it was worked out last.
  private var services: (text: String, advice: AlignmentAdvice)?

  static let mostSimilar = 3
  static let mostSuggested = 2
  /// A title alone says little; less likely ones would only be in the way.
  static let leastScoreOfTitle = 0.3
  /// Less likely ones are no suggestion.
  static let leastProbability = 0.5

  public init(asOf day: CalendarDay) { self.day = day }

  /// The registered projects that it may be a duplicate of.
  public mutating func similar(
    to registration: Registration, isTitleOnly: Bool
  ) -> DuplicateHint {
    var draft = registration.project
    if isTitleOnly { draft = Project(id: "", title: draft.title) }
    let index = index ?? newIndex(of: registration.portfolio)
    self.index = index
    return index.hint(
      for: draft, asOf: day, limit: Self.mostSimilar,
      leastScore: isTitleOnly ? Self.leastScoreOfTitle : DuplicateHint.leastScore)
  }

  private func newIndex(of portfolio: Portfolio) -> DuplicateIndex {
    var index = DuplicateIndex(portfolio)
    index.learn(from: Snapshot(portfolio, asOf: day))
    return index
  }

  /// Themes or guidelines that title and description clearly serve.
  public mutating func suggestions(
    for step: RegistrationStep, _ registration: Registration
  ) -> [Suggestion] {
    guard [.themes, .guideline, .secondary].contains(step) else { return [] }
    let project = registration.project
    guard let summary = project.summary else { return [] }
    let text = project.title + ". " + summary
    if services?.text != text {
      let advice = AlignmentAdvice(
        text: text, in: registration.portfolio, asOf: day, limit: Self.mostSuggested)
      services = (text, advice)
    }
    guard let advice = services?.advice else { return [] }
    let served = step == .themes ? advice.themes : advice.guidelines
    return
      served
      .filter { $0.explanation.probability >= Self.leastProbability }
      .filter { step != .secondary || $0.id != registration.mainGuideline }
      .map(Self.suggestion)
  }

  private static func suggestion(_ service: AlignmentAdvice.Service) -> Suggestion {
    let terms = service.explanation.terms.prefix(3)
    let german = terms.map { "„\($0)“" }.joined(separator: ", ")
    let english = terms.map { "'\($0)'" }.joined(separator: ", ")
    return Suggestion(
      id: service.id,
      text: terms.isEmpty
        ? BilingualText(
          de: "\(service.name) passt zu Ihrer Beschreibung.",
          en: "\(service.name) fits your description.")
        : BilingualText(
          de: "\(service.name) passt zu Ihrer Beschreibung; dafür sprechen \(german).",
          en: "\(service.name) fits your description, because of \(english)."))
  }
}
