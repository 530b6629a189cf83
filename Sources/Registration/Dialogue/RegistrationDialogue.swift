internal import Findings
public import Portfolio
public import Reports

/// Registers a project by question and answer in a terminal.
public struct RegistrationDialogue {
  public enum Outcome: Sendable, Hashable {
    /// Without an id; see `ProjectID`.
    case confirmed(Project)
    /// To be gone on with; the answers are kept.
    case paused
    /// Nothing is to be kept.
    case dropped
  }

  var registration: Registration
  let day: CalendarDay
  let language: Language
  let style: TerminalStyle
  let console: any DialogueConsole
  /// Called with the answers after each of them.
  let keep: ([RegistrationStep: String]) -> Void
  /// The list that numbers refer to.
  var shown = ChoiceList(choices: [], suggested: [])
  var advice: RegistrationAdvice

  public init(
    _ registration: Registration, asOf day: CalendarDay, language: Language, style: TerminalStyle,
    console: any DialogueConsole, keep: @escaping ([RegistrationStep: String]) -> Void
  ) {
    self.registration = registration
    self.day = day
    self.language = language
    self.style = style
    self.console = console
    self.keep = keep
    advice = RegistrationAdvice(asOf: day)
  }

  /// Asks until the project is confirmed, or until somebody stops.
  public mutating func run() -> Outcome {
    greet()
    let start =
      registration.steps.filter(\.isEssential)
      .lastIndex { registration.isAnswered($0) }.map { $0 + 1 } ?? 0
    guard askAll(\.isEssential, from: start) else { return .paused }
    if !hasDetails {
      switch wantsDetails() {
      case true?: guard askAll({ !$0.isEssential }, from: 0) else { return .paused }
      case false?: break
      case nil: return .paused
      }
    }
    return review()
  }

  // MARK: Questions

  private enum Move {
    case next, back, pause
  }

  /// False where somebody stops.
  private mutating func askAll(
    _ isAsked: (RegistrationStep) -> Bool, from start: Int
  ) -> Bool {
    var place = start
    while true {
      // Answers decide which questions follow.
      let steps = registration.steps.filter(isAsked)
      guard place < steps.count else { return true }
      switch ask(steps[place], number: place + 1, of: steps.count) {
      case .next: place += 1
      case .back: place = max(place - 1, 0)
      case .pause: return false
      }
    }
  }

  private mutating func ask(_ step: RegistrationStep, number: Int, of count: Int) -> Move {
    let heading = "\(number)/\(count)  " + step.question[language]
    console.write("\n" + style.paint(heading, .heading) + "\n")
    offer(step)
    while true {
      prompt(step)
      switch DialogueInput(console.readLine()) {
      case .pause: return .pause
      case .back: return .back
      case .explain: console.write(indented(step.reason[language]))
      case .listAll: showAll(step)
      case .clear:
        registration.clear(step)
        keep(registration.answers)
      case .skip where step.isRequired && !registration.isAnswered(step):
        say(
          BilingualText(
            de: "Ohne diese Angabe lässt sich kein Projekt eintragen.",
            en: "Without this no project can be registered."), .warning)
      case .skip: return .next
      case .text(let text):
        if take(text, step) { return .next }
      }
    }
  }

  /// Whether the answer could be taken.
  mutating func take(_ text: String, _ step: RegistrationStep) -> Bool {
    let typed = shown.replacingNumbers(in: text, areSeveral: step.form == .choices)
    do {
      try registration.answer(typed, to: step)
    } catch {
      say(error.text, .warning)
      if !error.choices.isEmpty {
        shown = ChoiceList(
          choices: Array(error.choices.prefix(ChoiceList.longestShown)), suggested: [])
        console.write(shown.lines(style).joined(separator: "\n") + "\n")
      }
      return false
    }
    keep(registration.answers)
    confirm(step, typed: text)
    if step == .title || step == .summary { showSimilar(step) }
    return true
  }

  /// Says how an answer was understood, where that is not what was typed.
  private func confirm(_ step: RegistrationStep, typed: String) {
    let value = value(of: step)
    if let value, value != typed {
      console.write("      " + style.paint("→ \(value)", .good) + "\n")
    }
  }

  private var hasDetails: Bool {
    registration.answers.keys.contains { !$0.isEssential }
  }

  /// Nil where somebody stops.
  private func wantsDetails() -> Bool? {
    let count = registration.steps.count { !$0.isEssential }
    let question = BilingualText(
      de: """
        Das Wichtigste ist beisammen. Es gibt \(count) weitere Fragen (Zielgruppen, Partner, \
        Basisdienste, Budget …); sie lassen sich auch später beantworten. Jetzt gleich? [j/N]
        """,
      en: """
        The most important is there. There are \(count) more questions (audience, partners, \
        services, budget …); they can be answered later as well. Now? [y/N]
        """)
    console.write("\n" + paragraph(question[language]) + " ")
    switch DialogueInput(console.readLine()) {
    case .pause: return nil
    case .text(let text): return Self.isYes(text)
    case .skip, .explain, .back, .clear, .listAll: return false
    }
  }

  static func isYes(_ text: String) -> Bool {
    ["j", "ja", "y", "yes"].contains(text.lowercased())
  }
}
