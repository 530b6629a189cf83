public import Findings
public import Portfolio

/// A rule's page and the list of rules, for the terminal.
public struct RuleText {
  let style: TerminalStyle
  let language: Language

  public init(style: TerminalStyle, language: Language) {
    self.style = style
    self.language = language
  }

  /// Everything `dach explain` says about a rule.
  public func page(_ rule: RuleDocumentation) -> String {
    let title = "\(rule.name) · \(rule.severity.label[language])"
    let sections = rule.sections.map { section in
      style.paint(section.heading[language], .heading) + "\n"
        + wrap(section.text[language], after: "  ", width: style.width)
    }
    return ([style.paint(title, rule.severity.role), rule.title[language]] + sections)
      .joined(separator: "\n\n")
  }

  /// One line for each rule, by category.
  public func list(_ rules: [RuleDocumentation]) -> String {
    RuleCategory.allCases.map { category in
      var table = TextTable([.init(""), .init(""), .init("", shrinks: true)])
      table.rows = rules.filter { $0.category == category }
        .map { [$0.name, $0.severity.label[language], $0.title[language]] }
      let lines = table.lines(style: style, indent: 2).dropFirst()
      return style.paint(category.name[language], .heading) + "\n" + lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
