public import Portfolio

/// A project in the making: the answers given so far, each as it was understood.
public struct Registration: Sendable {
  /// What it will be added to.
  public let portfolio: Portfolio
  private var understood: [RegistrationStep: Answer] = [:]
  private let departments: [String: Department]

  public init(in portfolio: Portfolio) {
    self.portfolio = portfolio
    departments = Dictionary(
      portfolio.departments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// With earlier answers; those that are no longer possible are left out.
  public init(in portfolio: Portfolio, answers: [RegistrationStep: String]) {
    self.init(in: portfolio)
    for step in RegistrationStep.allCases {
      guard let text = answers[step] else { continue }
      try? answer(text, to: step)
    }
  }

  /// The answers in words that are understood again.
  public var answers: [RegistrationStep: String] { understood.mapValues(\.written) }

  public func isAnswered(_ step: RegistrationStep) -> Bool { understood[step] != nil }

  /// Stores an answer.
  ///
  /// - Throws: `RefusedAnswer`; the answer before, if any, then stays.
  public mutating func answer(
    _ text: String, to step: RegistrationStep
  ) throws(RefusedAnswer) {
    let answer = try Answer.read(text, to: step, among: choices(for: step))
    try check(answer, to: step)
    let earlier = understood.updateValue(answer, forKey: step)
    // Offices belong to one department, reasons to one guideline.
    guard let earlier, earlier != answer else { return }
    if step == .department { understood[.office] = nil }
    if step == .guideline { understood[.rationale] = nil }
  }

  public mutating func clear(_ step: RegistrationStep) { understood[step] = nil }

  /// Faults that only show when two answers are seen together.
  private func check(_ answer: Answer, to step: RegistrationStep) throws(RefusedAnswer) {
    guard case .date(let date) = answer else { return }
    let other = step == .start ? understood[.end] : understood[.start]
    guard case .date(let otherDate) = other else { return }
    let (start, end) = step == .start ? (date, otherDate) : (otherDate, date)
    if start.firstDay > end.lastDay {
      throw RefusedAnswer(
        de: "Das Ende (\(end)) läge vor dem Beginn (\(start)).",
        en: "The end (\(end)) would come before the start (\(start)).")
    }
  }

  /// The questions that arise, given the answers so far.
  public var steps: [RegistrationStep] {
    RegistrationStep.allCases.filter { step in
      switch step {
      case .rationale: understood[.guideline] != nil
      case .office, .themes, .guideline, .secondary, .requires, .provides, .strategy:
        !choices(for: step).isEmpty
      default: true
      }
    }
  }

  /// Without an id; see `ProjectID`.
  public var project: Project {
    let guidelines = portfolio.strategy?.guidelines ?? []
    var project = Project(id: "", title: "")
    for step in RegistrationStep.allCases {
      if let answer = understood[step] { project.take(answer, to: step, guidelines: guidelines) }
    }
    return project
  }

  /// The department that was chosen.
  var department: Department? {
    guard case .chosen(let ids) = understood[.department] else { return nil }
    return ids.first.flatMap { departments[$0] }
  }

  /// The guideline that was chosen as the main one.
  var mainGuideline: String? {
    guard case .chosen(let ids) = understood[.guideline] else { return nil }
    return ids.first
  }
}
