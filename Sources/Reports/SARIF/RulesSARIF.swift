internal import Findings
internal import Portfolio

/// The rules as SARIF lists them, each with its page as help.
struct RulesSARIF {
  let rules: [RuleDocumentation]

  /// The program with its rules.
  func driver(_ language: Language) -> SARIFLog.Component {
    component(language) { rule in
      (
        SARIFLog.Configuration(level: rule.severity.sarifLevel),
        SARIFLog.Tags(tags: [rule.category.rawValue])
      )
    }
  }

  /// The same texts in another language (§3.19.4).
  func translation(_ language: Language) -> SARIFLog.Component {
    var component = component(language) { _ in (nil, nil) }
    component.contents = ["localizedData"]
    component.isComprehensive = true
    return component
  }

  private func component(
    _ language: Language,
    _ settings: (RuleDocumentation) -> (SARIFLog.Configuration?, SARIFLog.Tags?)
  ) -> SARIFLog.Component {
    SARIFLog.Component(
      name: "dach", fullName: BilingualText(de: "Dachregister", en: "Dachregister")[language],
      language: language.rawValue,
      rules: rules.map { rule in
        let (configuration, tags) = settings(rule)
        return SARIFLog.Rule(
          id: rule.name, name: Self.identifier(rule.name),
          shortDescription: SARIFLog.Message(text: rule.title[language].capitalizedFirst),
          fullDescription: SARIFLog.Message(text: rule.flags[language]),
          help: help(rule, language), defaultConfiguration: configuration, properties: tags)
      })
  }

  private func help(_ rule: RuleDocumentation, _ language: Language) -> SARIFLog.Message {
    let sections = rule.sections.map { ($0.heading[language], $0.text[language]) }
    return SARIFLog.Message(
      text: sections.map { "\($0.0): \($0.1)" }.joined(separator: "\n\n"),
      markdown: sections.map { "**\($0.0)**\n\n\($0.1)" }.joined(separator: "\n\n"))
  }

  /// `gap/theme-empty` gives `GapThemeEmpty`: names are identifiers (§3.49.7).
  private static func identifier(_ name: String) -> String {
    name.split { $0 == "/" || $0 == "-" }.map { String($0).capitalizedFirst }.joined()
  }
}

extension Severity {
  /// §3.27.10
  var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
