public import Findings
public import Portfolio

/// The check for the terminal: one screen with the four functions and the coverage, then the
/// findings one by one.
public struct CheckText {
  let style: TerminalStyle
  let language: Language
  /// Put before the files of findings, so that a terminal or editor can open them.
  let root: String?
  /// How many findings of one rule are listed where they stand in a group.
  let groupLimit: Int

  /// - Parameter showsAll: whether no finding is left out for brevity.
  public init(
    style: TerminalStyle, language: Language, root: String? = nil, showsAll: Bool = false
  ) {
    self.style = style
    self.language = language
    self.root = root
    groupLimit = showsAll ? Int.max : 8
  }

  /// - Parameter limit: how many duplicate and network findings each department is shown.
  public func render(
    _ result: CheckResult, overview: CoverageOverview, title: String, limit: Int
  ) -> String {
    let shown = result.shown(perDepartment: groupLimit == Int.max ? Int.max : limit)
    return
      ([head(result, title: title), functions(result.functions)]
      + CoverageText(style: style, language: language).overview(overview)
      + [counts(result)] + RuleCategory.allCases.compactMap { section($0, of: shown) })
      .joined(separator: "\n\n") + "\n"
  }

  private func head(_ result: CheckResult, title: String) -> String {
    let subtitle = CheckWording(result: result, language: language).subtitle
    return style.paint("\(title) · \(subtitle)", .heading)
  }

  private func functions(_ figures: FunctionFigures) -> String {
    let heading = FunctionFigure.heading
    let nameWidth = figures.all.map(\.function.name[language].count).max() ?? 0
    let lines = figures.all.map { figure in
      let name = figure.function.name[language].padded(to: nameWidth)
      let start =
        "  \(name)  \(bar(figure.value, width: 10))  \(percentage(figure.value).rightAligned(to: 5))  "
      return wrap(figure.sentence[language], after: start, width: style.width)
    }
    return style.paint(heading[language], .heading) + "\n" + lines.joined(separator: "\n")
  }

  private func counts(_ result: CheckResult) -> String {
    let wording = CheckWording(result: result, language: language)
    let details = wording.details.map { "\n" + style.paint("  \($0)", .quiet) }.joined()
    guard !result.findings.isEmpty else { return style.paint(wording.counts, .good) + details }
    let severities = Severity.allCases
      .map { ($0, result.count($0)) }.filter { $0.1 > 0 }
      .map { style.paint($0.0.counted($0.1)[language], $0.0.role) }
    return style.paint(wording.findingsHeading, .heading) + "  "
      + severities.joined(separator: ", ") + "  (\(wording.categories))" + details
  }

  private func section(_ category: RuleCategory, of shown: ShownFindings) -> String? {
    let findings = shown.findings.filter { $0.category == category }
    let rest = shown.hidden[category] ?? 0
    guard !findings.isEmpty || rest > 0 else { return nil }
    let text = FindingText(style: style, language: language, root: root)
    var parts = [style.paint(category.name[language], .heading)]
    parts += FindingGroup.grouping(findings).map { text.render($0, limit: groupLimit) }
    if rest > 0 {
      let text = BilingualText(
        de: "… und \(rest) weitere; --all zeigt alle, --department ID die einer Dienststelle.",
        en: "… and \(rest) more; --all shows all, --department ID those of one department.")
      parts.append(style.paint("  " + text[language], .quiet))
    }
    return parts.joined(separator: "\n\n")
  }
}
