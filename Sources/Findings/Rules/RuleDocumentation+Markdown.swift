public import Portfolio

extension RuleDocumentation {
  /// The parts of a rule's page under their headings, in order.
  public var sections: [(heading: BilingualText, text: BilingualText)] {
    [
      (BilingualText(de: "Was gemeldet wird", en: "What is flagged"), flags),
      (BilingualText(de: "Warum das wichtig ist", en: "Why it matters"), reason),
      (BilingualText(de: "Was zu tun ist", en: "What to do"), remedy),
      (BilingualText(de: "Beispiel", en: "Example"), example),
    ]
  }

  /// The rule's page as Markdown, as `docs/rules.md` shows it.
  public func markdown(_ language: Language) -> String {
    let severityHeading = BilingualText(de: "Schwere", en: "Severity")[language]
    let head = """
      ## `\(name)`: \(title[language])

      \(severityHeading): \(severity.label[language])

      """
    return sections.reduce(head) { page, section in
      page + "\n### \(section.heading[language])\n\n\(section.text[language])\n"
    }
  }
}

extension Rules {
  /// All rules' pages as one Markdown document.
  public static func markdown(_ language: Language) -> String {
    let title = BilingualText(de: "# Regeln der Prüfung", en: "# Rules of the check")
    return ([title[language] + "\n"] + all.map { $0.documentation.markdown(language) })
      .joined(separator: "\n")
  }
}
