internal import Findings

/// Findings of one rule that are told together: the rule once, then a line for each.
struct FindingGroup {
  let findings: [Finding]

  /// Fewer than this are told one by one, with their own action each.
  private static let smallest = 4

  /// Whether the findings are listed under one heading. Those that rest on weighed evidence stand
  /// on their own, since each must be judged by itself.
  var isList: Bool {
    findings.count >= Self.smallest && findings.allSatisfy(\.evidence.isEmpty)
  }

  /// Groups by rule and severity, each at the place of its first finding.
  static func grouping(_ findings: [Finding]) -> [FindingGroup] {
    struct Key: Hashable {
      let rule: String
      let severity: Severity
    }
    var places: [Key: Int] = [:]
    var groups: [[Finding]] = []
    for finding in findings {
      let key = Key(rule: finding.rule, severity: finding.severity)
      if let place = places[key] {
        groups[place].append(finding)
      } else {
        places[key] = groups.count
        groups.append([finding])
      }
    }
    return groups.map(FindingGroup.init)
  }
}
