/// The findings that are shown by default: all gaps, and of duplicates and missing networking the
/// best few of each department, because a long list is not read.
public struct ShownFindings: Sendable, Hashable {
  public let findings: [Finding]
  /// How many more there are, by category; categories without a rest are missing.
  public let hidden: [RuleCategory: Int]
}

extension CheckResult {
  /// Keeps a duplicate or network finding while at least one of its departments has been shown
  /// fewer than `limit` of that category; findings without a department count as one department.
  public func shown(perDepartment limit: Int) -> ShownFindings {
    var shown: [Finding] = []
    var hidden: [RuleCategory: Int] = [:]
    var counts: [RuleCategory: [String: Int]] = [:]
    for finding in findings {
      let category = finding.category
      guard category != .gap, finding.severity != .error else {
        shown.append(finding)
        continue
      }
      let departments = finding.departments.isEmpty ? [""] : finding.departments
      let hasRoom = departments.contains { counts[category]?[$0, default: 0] ?? 0 < limit }
      guard hasRoom else {
        hidden[category, default: 0] += 1
        continue
      }
      for department in departments { counts[category, default: [:]][department, default: 0] += 1 }
      shown.append(finding)
    }
    return ShownFindings(findings: shown, hidden: hidden)
  }
}
