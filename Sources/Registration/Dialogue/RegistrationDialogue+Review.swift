internal import Findings
internal import Portfolio
internal import Reports

/// The last look at a project before it is registered.
extension RegistrationDialogue {
  /// Shows all answers until they are confirmed; each can be changed by its number.
  mutating func review() -> Outcome {
    while true {
      let steps = registration.steps
      show(steps)
      let question = BilingualText(
        de: "So registrieren? [j = ja, Nummer = ändern, v = verwerfen, . = später]",
        en: "Register it like this? [y = yes, number = change, d = discard, . = later]")
      console.write("\n" + style.paint(question[language], .heading) + " > ")
      switch DialogueInput(console.readLine()) {
      case .pause: return .paused
      case .text(let text) where Self.isYes(text): return .confirmed(registration.project)
      case .text("v"), .text("d"): return .dropped
      case .text(let text):
        if let number = Int(text), steps.indices.contains(number - 1) {
          guard change(steps[number - 1]) else { return .paused }
        }
      case .skip, .explain, .back, .clear, .listAll: break
      }
    }
  }

  private func show(_ steps: [RegistrationStep]) {
    let width = steps.map { $0.name[language].count }.max() ?? 0
    let missing = BilingualText(de: "fehlt", en: "missing")
    var lines = [""]
    for (index, step) in steps.enumerated() {
      let number = String(index + 1)
      let name = step.name[language]
      let head =
        String(repeating: " ", count: max(0, 4 - number.count)) + number + "  " + name
        + String(repeating: " ", count: width - name.count + 2)
      let value = value(of: step)
      let text = value ?? (step.isEssential ? missing[language] : "–")
      let body = style.lines(of: text, indent: head.count)
      for (place, line) in body.enumerated() {
        let rest = String(line.dropFirst(head.count))
        let start = place == 0 ? head : String(line.prefix(head.count))
        lines.append(start + (value == nil ? style.paint(rest, .quiet) : rest))
      }
    }
    console.write(lines.joined(separator: "\n") + "\n")
  }

  /// False where somebody stops.
  private mutating func change(_ step: RegistrationStep) -> Bool {
    console.write("\n" + style.paint(step.question[language], .heading) + "\n")
    offer(step)
    while true {
      prompt(step)
      switch DialogueInput(console.readLine()) {
      case .pause: return false
      case .skip, .back: return true
      case .explain: console.write(indented(step.reason[language]))
      case .listAll: showAll(step)
      case .clear where step.isRequired: break
      case .clear:
        registration.clear(step)
        keep(registration.answers)
        return true
      case .text(let text): if take(text, step) { return true }
      }
    }
  }
}
