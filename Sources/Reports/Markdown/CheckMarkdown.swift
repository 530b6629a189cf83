public import Findings
public import Portfolio

/// `dach check --format markdown`: the check as a document, for minutes, wikis and issues. Every
/// finding is listed.
public struct CheckMarkdown {
  let language: Language
  /// Put before the files of findings.
  let root: String?

  public init(language: Language, root: String?) {
    self.language = language
    self.root = root
  }

  public func render(
    _ result: CheckResult, overview: CoverageOverview, title: String
  ) -> String {
    let parts =
      ["# \(MarkdownText.escaped(title))", head(result), functions(result.functions)]
      + coverage(overview) + [counts(result)]
      + RuleCategory.allCases.flatMap { section($0, result) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func head(_ result: CheckResult) -> String {
    CheckWording(result: result, language: language).subtitle
  }

  private func functions(_ figures: FunctionFigures) -> String {
    let heading = FunctionFigure.heading[language]
    let items = figures.all.map {
      "- **\($0.function.name[language])**: \(percentage($0.value)). \($0.sentence[language])"
    }
    return "## \(heading)\n\n" + items.joined(separator: "\n")
  }

  private func coverage(_ overview: CoverageOverview) -> [String] {
    CoveragePhases.sections(overview).flatMap { heading, rows in
      let table = MarkdownText.table(
        [heading[language]] + CoveragePhases.columns.map { $0.heading[language] },
        rows.map { row in
          [MarkdownText.escaped(row.name)]
            + CoveragePhases.columns.map { String($0.projects(row).count) }
        }, numbers: 1..<(CoveragePhases.columns.count + 1))
      return [table, CoveragePhases.legend(rows)?[language]].compactMap { $0 }
    }
  }

  private func counts(_ result: CheckResult) -> String {
    let wording = CheckWording(result: result, language: language)
    return (["## \(wording.findingsHeading)", wording.counts] + wording.details.map { $0 + "." })
      .joined(separator: "\n\n")
  }

  private func section(_ category: RuleCategory, _ result: CheckResult) -> [String] {
    let findings = result.findings.filter { $0.category == category }
    guard !findings.isEmpty else { return [] }
    return [
      "### \(category.name[language]) (\(findings.count))",
      findings.map(item).joined(separator: "\n"),
    ]
  }

  private func item(_ finding: Finding) -> String {
    var lines = [
      "- **\(finding.severity.label[language].capitalizedFirst)**: "
        + MarkdownText.escaped(finding.message[language])
    ]
    if let reasons = finding.reasons(language) {
      lines.append("  " + MarkdownText.escaped(reasons))
    }
    lines.append("  → " + MarkdownText.escaped(finding.action[language]))
    lines.append("  " + particulars(finding))
    // A backslash at the end of a line breaks it.
    return lines.joined(separator: "\\\n")
  }

  private func particulars(_ finding: Finding) -> String {
    var parts = ["`\(finding.rule)`"]
    if let score = finding.tellingScore { parts.append(percentage(score)) }
    if let since = finding.sinceText(language) { parts.append(since) }
    if let place = finding.place(under: root) { parts.append("`\(place)`") }
    parts.append(finding.idLabel(language) + " `\(finding.fingerprint)`")
    return parts.joined(separator: " · ")
  }
}
