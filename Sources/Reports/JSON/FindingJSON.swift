internal import Findings
internal import Portfolio

/// A finding in the form of `dach check --format json`.
struct FindingJSON: Encodable {
  struct Subject: Encodable {
    let kind: String
    let id: String
  }

  struct Evidence: Encodable {
    let field: String
    let weight: Double
    let detail: String
  }

  struct Location: Encodable {
    let file: String
    let line: Int
  }

  let rule: String
  let severity: String
  let score: Double
  let subjects: [Subject]
  let departments: [String]
  let message: String
  let action: String
  let evidence: [Evidence]
  let fingerprint: String
  let since: String?
  let location: Location?

  init(_ finding: Finding, language: Language) {
    rule = finding.rule
    severity = finding.severity.rawValue
    score = finding.score
    subjects = finding.subjects.map { Subject(kind: $0.kind.rawValue, id: $0.id) }
    departments = finding.departments
    message = finding.message[language]
    action = finding.action[language]
    evidence = finding.evidence.map {
      Evidence(field: $0.field, weight: $0.weight, detail: $0.detail[language])
    }
    fingerprint = finding.fingerprint
    since = finding.since?.description
    location = finding.location.map { Location(file: $0.file, line: $0.line) }
  }
}
