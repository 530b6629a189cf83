public import Findings
public import Portfolio

/// `dach align` for the terminal: what a text serves and why, what is there already, and whom to
/// talk to.
public struct AlignmentText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  /// - Parameter project: nil for an idea.
  public func render(_ advice: AlignmentAdvice, of project: Project?) -> String {
    var blocks: [String] = []
    if let project { blocks.append(wrap(project.title, after: "", width: style.width)) }
    blocks += services(advice)
    blocks += [
      block(
        BilingualText(de: "Was es schon gibt", en: "What is there already"),
        advice.similar.map(similar)),
      block(
        BilingualText(de: "Mit wem Sie sprechen sollten", en: "Whom to talk to"),
        advice.contacts.map(contact)),
    ]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  public func render(_ list: AlignmentList, of snapshot: Snapshot) -> String {
    let entries = list.entries.map { entry -> String in
      let project = snapshot.projects[entry.project]
      let name = project.title + " " + style.paint("[\(project.id)]", .quiet)
      let lines = [entry.themes, entry.guidelines].map { scores in
        scores.map { "\(snapshot.name(of: $0.target)) \(percentage($0.probability))" }
          .joined(separator: " · ")
      }
      return ([name] + lines.map { wrap($0, after: "    ", width: style.width) })
        .joined(separator: "\n")
    }
    return entries.joined(separator: "\n\n") + "\n"
  }

  private func services(_ advice: AlignmentAdvice) -> [String] {
    guard (advice.themes + advice.guidelines).contains(where: { !$0.explanation.terms.isEmpty })
    else {
      let silent = BilingualText(
        de: """
          Kein Wort des Textes spricht für einen Themenkomplex oder eine Leitlinie. Beschreiben Sie \
          in ein, zwei Sätzen, was entstehen soll und für wen.
          """,
        en: """
          No word of the text speaks for a theme or a guideline. Describe in a sentence or two what \
          is to be made, and for whom.
          """)
      return [wrap(silent[language], after: "", width: style.width)]
    }
    return [
      block(BilingualText(de: "Themenkomplexe", en: "Themes"), advice.themes.map(service)),
      block(BilingualText(de: "Leitlinien", en: "Guidelines"), advice.guidelines.map(service)),
    ]
  }

  private func block(_ heading: BilingualText, _ items: [String]) -> String {
    let none = BilingualText(de: "  nichts gefunden", en: "  nothing found")
    return ([style.paint(heading[language], .heading)] + (items.isEmpty ? [none[language]] : items))
      .joined(separator: "\n")
  }

  private func service(_ service: AlignmentAdvice.Service) -> String {
    let explanation = service.explanation
    let declared = BilingualText(de: " (eingetragen)", en: " (declared)")
    var lines = [
      percentage(explanation.probability).rightAligned(to: 7) + "  " + service.name
        + (service.isDeclared ? declared[language] : "")
    ]
    // What is unlikely needs no reasons.
    guard explanation.probability >= Self.leastExplained else { return lines[0] }
    if !explanation.terms.isEmpty {
      let terms = explanation.terms.map { Quotation.of($0)[language] }.joined(separator: ", ")
      let speaks = BilingualText(de: "dafür sprechen \(terms)", en: "in favour: \(terms)")
      lines.append(wrap(speaks[language], after: "         ", width: style.width))
    }
    if let sentence = explanation.sentence {
      lines.append(
        wrap(Quotation.of(sentence)[language], after: "         ", width: style.width))
    }
    return lines.joined(separator: "\n")
  }

  private static let leastExplained = 0.2

  private func similar(_ project: SimilarProject) -> String {
    let owner = project.departmentName.map { " (\($0))" } ?? ""
    let id = "[\(project.id)]"
    let room = max(style.width - 11 - id.count - owner.count, 20)
    return "         " + project.title.truncated(to: room) + owner + " " + style.paint(id, .quiet)
  }

  private func contact(_ contact: AlignmentAdvice.Contact) -> String {
    let unknown = BilingualText(
      de: "noch kein Funktionspostfach eingetragen", en: "no function mailbox entered yet")
    let mailboxes =
      contact.mailboxes.isEmpty ? unknown[language] : contact.mailboxes.joined(separator: ", ")
    let titles = Enumeration.of(contact.projects.map(Quotation.of), limit: 3)[language]
    return wrap(
      "\(contact.department): \(mailboxes), \(language == .german ? "zu" : "about") \(titles)",
      after: "         ", width: style.width)
  }
}
