internal import Findings
internal import Portfolio

/// The words around a check's findings, the same in every format for people.
struct CheckWording {
  let result: CheckResult
  let language: Language

  /// "Prüfung vom 23.11.2026 · 108 Projekte, davon 85 aktiv"
  var subtitle: String {
    let day = DayText(language).text(result.asOf)
    let projects = result.projects
    return BilingualText(
      de: "Prüfung vom \(day) · \(projects.total) Projekte, davon \(projects.active) aktiv",
      en: "check of \(day) · \(projects.total) projects, \(projects.active) of them active")[
        language]
  }

  var findingsHeading: String { BilingualText(de: "Befunde", en: "Findings")[language] }

  /// "59 Warnungen, 21 Hinweise (Lücken 65 · Dubletten 1 …)".
  var counts: String {
    guard !result.findings.isEmpty else {
      let none =
        result.known == nil
        ? BilingualText(de: "Keine Befunde.", en: "No findings.")
        : BilingualText(de: "Keine neuen Befunde.", en: "No new findings.")
      return none[language]
    }
    let severities = Severity.allCases.map { ($0, result.count($0)) }.filter { $0.1 > 0 }
      .map { $0.0.counted($0.1)[language] }
    return severities.joined(separator: ", ") + " (\(categories))"
  }

  /// "Lücken 65 · Dubletten 1 · Fehlende Vernetzung 14"
  var categories: String {
    RuleCategory.allCases.map { ($0, result.count($0)) }.filter { $0.1 > 0 }
      .map { "\($0.0.name[language]) \($0.1)" }.joined(separator: " · ")
  }

  /// What exceptions silence and what the comparison with a baseline gave, a line each.
  var details: [String] {
    var details: [BilingualText] = []
    if result.waived > 0 {
      details.append(
        BilingualText(
          de: "\(result.waived) durch Ausnahmen stillgelegt",
          en: "\(result.waived) silenced by waivers"))
    }
    if let known = result.known, let resolved = result.resolved {
      let new = result.newFindings.count
      details.append(
        BilingualText(
          de: "\(new) neu, \(known.count) bekannt, \(resolved) seither erledigt",
          en: "\(new) new, \(known.count) known, \(resolved) closed since"))
    }
    return details.map { $0[language] }
  }
}

extension FunctionFigure {
  static let heading = BilingualText(
    de: "Die vier Funktionen der Dachstrategie", en: "The four functions of the umbrella strategy")
}
