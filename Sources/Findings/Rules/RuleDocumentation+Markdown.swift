public import Portfolio

extension RuleDocumentation {
  /// The rule's page as Markdown, as `dach explain` and `docs/rules.md` show it.
  public func markdown(_ language: Language) -> String {
    let headings = Headings(language)
    return """
      ## `\(name)`: \(title[language])

      \(headings.severity): \(severity.label[language])

      ### \(headings.flags)

      \(flags[language])

      ### \(headings.reason)

      \(reason[language])

      ### \(headings.remedy)

      \(remedy[language])

      ### \(headings.example)

      \(example[language])

      """
  }

  private struct Headings {
    let severity, flags, reason, remedy, example: String

    init(_ language: Language) {
      switch language {
      case .german:
        severity = "Schwere"
        flags = "Was gemeldet wird"
        reason = "Warum das wichtig ist"
        remedy = "Was zu tun ist"
        example = "Beispiel"
      case .english:
        severity = "Severity"
        flags = "What is flagged"
        reason = "Why it matters"
        remedy = "What to do"
        example = "Example"
      }
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
