public import Findings
public import Portfolio

/// The rules as JSON, for `dach rules` and `dach explain`.
public enum RuleReportJSON {
  struct Entry: Encodable {
    let rule: String
    let severity: String
    let title: String
    let flags: String
    let reason: String
    let remedy: String
    let example: String

    init(_ rule: RuleDocumentation, language: Language) {
      self.rule = rule.name
      severity = rule.severity.rawValue
      title = rule.title[language]
      flags = rule.flags[language]
      reason = rule.reason[language]
      remedy = rule.remedy[language]
      example = rule.example[language]
    }
  }

  public static func page(_ rule: RuleDocumentation, language: Language) throws -> String {
    try JSONText.render(Entry(rule, language: language))
  }

  public static func list(_ rules: [RuleDocumentation], language: Language) throws -> String {
    try JSONText.render(["rules": rules.map { Entry($0, language: language) }])
  }
}
