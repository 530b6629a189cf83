public import Findings
public import Portfolio

/// `dach match` for the terminal: the likeliest pairs, each with both titles.
public struct MatchText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  public func render(_ matching: ListMatching, projects: [Project]) -> String {
    let count = matching.matches.count
    guard count > 0 else {
      let none = BilingualText(
        de: "Kein Paar ist wahrscheinlich dasselbe Vorhaben.",
        en: "No pair is likely the same undertaking.")
      return none[language] + "\n"
    }
    let heading = BilingualText(
      de: count == 1
        ? "1 Paar ist wahrscheinlich dasselbe Vorhaben:"
        : "\(count) Paare sind wahrscheinlich dasselbe Vorhaben:",
      en: count == 1
        ? "1 pair is likely the same undertaking:"
        : "\(count) pairs are likely the same undertaking:"
    )
    var lines = [heading[language], ""]
    for match in matching.matches {
      let share = percentage(match.score).rightAligned(to: 7)
      lines.append(style.paint(share, .warning) + "  " + name(projects[match.left]))
      lines.append(String(repeating: " ", count: 9) + name(projects[match.right]))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func name(_ project: Project) -> String {
    let id = "[\(project.id)]"
    let room = max(style.width - 10 - id.count, 12)
    return project.title.truncated(to: room) + " " + style.paint(id, .quiet)
  }
}
