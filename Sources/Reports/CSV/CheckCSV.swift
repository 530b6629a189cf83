public import Findings
public import Portfolio

/// `dach check --format csv`: one line for each finding.
public enum CheckCSV {
  static let columns = [
    "rule", "severity", "score", "subjects", "departments", "message", "action", "fingerprint",
    "since", "file", "line",
  ]

  public static func render(_ result: CheckResult, language: Language) -> String {
    var csv = CSVWriter()
    csv.add(columns)
    for finding in result.findings {
      csv.add([
        finding.rule, finding.severity.rawValue, String(finding.score),
        finding.subjects.map(\.id).joined(separator: "|"),
        finding.departments.joined(separator: "|"), finding.message[language],
        finding.action[language], finding.fingerprint, finding.since?.description ?? "",
        finding.location?.file ?? "", finding.location.map { String($0.line) } ?? "",
      ])
    }
    return csv.text
  }
}
