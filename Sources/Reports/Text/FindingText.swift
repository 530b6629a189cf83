internal import Findings
internal import Portfolio

/// Findings for the terminal: where, why, what to do.
struct FindingText {
  let style: TerminalStyle
  let language: Language
  let root: String?

  func render(_ group: FindingGroup, limit: Int) -> String {
    guard group.isList, let rule = group.findings.first.flatMap({ Rules.named($0.rule) }) else {
      return group.findings.map(render).joined(separator: "\n\n")
    }
    return list(group, documentation: rule.documentation, limit: limit)
  }

  func render(_ finding: Finding) -> String {
    var lines = [heading(finding)]
    lines.append(wrap(finding.message[language], after: "    ", width: style.width))
    lines += finding.shownEvidence.map {
      wrap($0.detail[language], after: "    + ", width: style.width)
    }
    lines.append(wrap(finding.action[language], after: "    → ", width: style.width))
    return lines.joined(separator: "\n")
  }

  /// The rule's title and remedy once, then each finding's own sentence and place.
  private func list(
    _ group: FindingGroup, documentation rule: RuleDocumentation, limit: Int
  ) -> String {
    let count = group.findings.count
    let severity = group.findings[0].severity
    let title = "\(rule.title[language]): \(count)×"
    var lines = [
      "  " + style.paint(severity.label[language], severity.role) + "  " + title
        + style.paint("  \(rule.name)", .quiet)
    ]
    lines.append(wrap(rule.remedy[language], after: "    → ", width: style.width))
    for finding in group.findings.prefix(limit) {
      let place = finding.place(under: root).map { " (\($0))" } ?? ""
      lines.append(wrap(finding.message[language] + place, after: "    • ", width: style.width))
    }
    if count > limit {
      let rest = BilingualText(
        de: "… und \(count - limit) weitere; --all zeigt alle.",
        en: "… and \(count - limit) more; --all shows all.")
      lines.append(style.paint("    " + rest[language], .quiet))
    }
    return lines.joined(separator: "\n")
  }

  private func heading(_ finding: Finding) -> String {
    var parts = [finding.rule]
    if let score = finding.tellingScore { parts.append(percentage(score)) }
    if let since = finding.sinceText(language) { parts.append(since) }
    if let place = finding.place(under: root) { parts.append(place) }
    let severity = style.paint(finding.severity.label[language], finding.severity.role)
    return "  " + severity + style.paint("  " + parts.joined(separator: "  "), .quiet)
  }
}
