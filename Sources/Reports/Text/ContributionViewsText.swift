public import Findings
public import Portfolio

/// `dach contributions`: what citizens asked for and what became of it, for the terminal.
public struct ContributionViewsText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ views: ContributionViews) -> String {
    guard !views.contributions.isEmpty else {
      return BilingualText(
        de: "Keine Beiträge registriert.", en: "No contributions registered.")[language] + "\n"
    }
    let count = views.contributions.count
    let heading = BilingualText(
      de: "\(count) \(count == 1 ? "Beitrag" : "Beiträge") aus der Bürgerbeteiligung",
      en: "\(count) contribution\(count == 1 ? "" : "s") by citizens")
    let kinds: [ContributionAnswer.Kind?] = ContributionAnswer.Kind.allCases + [nil]
    let counts = kinds.map { ($0, views.count($0)) }.filter { $0.1 > 0 }
      .map { "\(label($0.0)) \($0.1)" }
    let head = style.paint(heading[language], .heading) + "  " + counts.joined(separator: " · ")
    return ([head] + views.contributions.map(view)).joined(separator: "\n\n") + "\n"
  }

  private func label(_ kind: ContributionAnswer.Kind?) -> String {
    kind?.label[language] ?? BilingualText(de: "ohne Antwort", en: "no answer")[language]
  }

  private func view(_ view: ContributionView) -> String {
    let state = style.paint(
      label(view.answer?.kind), view.answer == nil ? .warning : .good)
    var lines = ["  " + state + "  " + style.paint(view.id, .quiet)]
    lines.append(wrap(view.title, after: "    ", width: style.width))
    if let sentence = view.answer?.sentence {
      lines.append(wrap(sentence, after: "    → ", width: style.width))
    }
    lines += view.projects.map { "    + \($0.title) (\($0.id))" }
    lines += view.suggestions.map { suggestion in
      let label = BilingualText(de: "ähnlich", en: "alike")[language]
      return "    ? \(suggestion.project.title) (\(suggestion.project.id)), \(label): "
        + percentage(suggestion.similarity)
    }
    return lines.joined(separator: "\n")
  }
}
