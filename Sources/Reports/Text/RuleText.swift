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
    let sections = RuleSection.all.map { section in
      style.paint(section.heading[language], .heading) + "\n"
        + wrap(section.text(of: rule)[language], after: "  ", width: style.width)
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

/// The headings under which every rule is documented, in the order of a page.
struct RuleSection {
  let heading: BilingualText
  let text: @Sendable (RuleDocumentation) -> BilingualText

  init(_ heading: BilingualText, _ text: @escaping @Sendable (RuleDocumentation) -> BilingualText) {
    self.heading = heading
    self.text = text
  }

  func text(of rule: RuleDocumentation) -> BilingualText { text(rule) }

  static let all = [
    RuleSection(BilingualText(de: "Was gemeldet wird", en: "What it flags"), \.flags),
    RuleSection(BilingualText(de: "Warum das wichtig ist", en: "Why it matters"), \.reason),
    RuleSection(BilingualText(de: "Was zu tun ist", en: "What to do"), \.remedy),
    RuleSection(BilingualText(de: "Beispiel", en: "Example"), \.example),
  ]
}
