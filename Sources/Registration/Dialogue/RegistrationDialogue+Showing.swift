internal import Findings
internal import Portfolio
internal import Reports

/// What a registration's dialogue shows before and between answers.
extension RegistrationDialogue {
  func greet() {
    let title = BilingualText(de: "Ein Projekt registrieren", en: "Registering a project")
    let keys = BilingualText(
      de: """
        Eingabetaste: überspringen · ? wozu das gefragt wird · < eine Frage zurück · - Antwort löschen \
        · . unterbrechen. Jede Antwort wird sofort aufgehoben; auch nach Strg-C geht es später hier \
        weiter.
        """,
      en: """
        Enter: skip · ? why it is asked · < back one question · - clear the answer · . pause. Each \
        answer is kept at once; after Ctrl-C, too, you can go on here later.
        """)
    console.write(style.paint(title[language], .heading) + "\n" + paragraph(keys[language]) + "\n")
  }

  /// Shows what can be chosen, with what the description speaks for.
  mutating func offer(_ step: RegistrationStep) {
    let choices = registration.choices(for: step, in: language)
    let suggestions = advice.suggestions(for: step, registration)
    shown = ChoiceList(choices: choices, suggested: Set(suggestions.map(\.id)))
    if !choices.isEmpty, shown.isShort {
      console.write(shown.lines(style).joined(separator: "\n") + "\n")
    } else if !choices.isEmpty {
      say(
        BilingualText(
          de: "\(choices.count) stehen zur Wahl: Teil des Namens tippen, oder * für alle.",
          en: "There are \(choices.count) choices: type part of a name, or * for all."), .quiet)
    }
    for suggestion in suggestions { console.write(indented("★ " + suggestion.text[language])) }
    offerWords(step)
  }

  private func offerWords(_ step: RegistrationStep) {
    let words = registration.wordsInUse(for: step, limit: 8)
    guard step.form == .list, !words.isEmpty else { return }
    let text = BilingualText(
      de: "Andere nennen: " + words.joined(separator: ", "),
      en: "Others say: " + words.joined(separator: ", "))
    say(text, .quiet)
  }

  mutating func showAll(_ step: RegistrationStep) {
    let suggested = shown.suggested
    shown = ChoiceList(
      choices: registration.choices(for: step, in: language), suggested: suggested)
    console.write(shown.lines(style).joined(separator: "\n") + "\n")
  }

  /// The prompt names what was answered before.
  func prompt(_ step: RegistrationStep) {
    let present = value(of: step).map { " [\($0)]" } ?? ""
    console.write("   " + style.paint(present, .quiet) + " > ")
  }

  /// Warns of what is registered already.
  mutating func showSimilar(_ step: RegistrationStep) {
    let hint = advice.similar(to: registration, isTitleOnly: step == .title)
    guard !hint.pairs.isEmpty else {
      if step == .summary {
        say(
          BilingualText(
            de: "Ähnliches ist nicht registriert.", en: "Nothing like it is registered."),
          .good)
      }
      return
    }
    let text = DuplicatesText(style: style, language: language).render(hint)
    console.write("\n" + text)
    say(
      BilingualText(
        de: """
          Ist Ihres schon dabei? Dann hier mit . unterbrechen und dort ergänzen: dach update ID. Sonst \
          einfach weiter.
          """,
        en: """
          Is yours among them? Then pause here with . and amend that one: dach update ID. Otherwise \
          just go on.
          """), .quiet)
  }

  // MARK: Text

  /// An answer as people read it; nil where there is none.
  func value(of step: RegistrationStep) -> String? {
    guard let written = registration.answers[step] else { return nil }
    let project = registration.project
    switch step.form {
    case .choice, .choices:
      let names = Dictionary(
        registration.choices(for: step, in: language).map { ($0.id, $0.name) },
        uniquingKeysWith: { first, _ in first })
      return written.split(separator: ",").map { part in
        let id = part.filter { $0 != " " }
        return names[id] ?? id
      }.joined(separator: ", ")
    case .date: return PartialDate(written)?.wording[language] ?? written
    case .money: return project.budget.map { MoneyText(language).text($0) }
    case .list where step == .partners:
      return project.partners.map { partner in
        partner.name + (partner.sector.map { " (\($0.label[language]))" } ?? "")
      }.joined(separator: ", ")
    case .list, .text, .mailbox: return written
    }
  }

  func say(_ text: BilingualText, _ role: TerminalStyle.Role) {
    let lines = paragraph(text[language], indent: 6)
    console.write(style.paint(lines, role) + "\n")
  }

  func indented(_ text: String) -> String { paragraph(text, indent: 6) + "\n" }

  func paragraph(_ text: String, indent: Int = 0) -> String {
    style.lines(of: text, indent: indent).joined(separator: "\n")
  }
}
