public import Portfolio

/// A check's findings by the department that has to act on them. A finding that concerns several
/// departments stands under each of them.
public struct DepartmentFindings: Sendable, Hashable {
  /// Index of the department; nil for what concerns none in particular.
  public let department: Int?
  /// In order: all that is found here.
  public let findings: [Finding]
  /// How many of these are left out of `shown`.
  public var hidden: Int { findings.count - shown.count }
  /// All gaps and errors; of duplicates and missing networking the best few.
  public let shown: [Finding]

  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// In the order of the portfolio, what concerns no department last; departments without findings
  /// are left out.
  public static func make(_ result: CheckResult, in snapshot: Snapshot) -> [DepartmentFindings] {
    var findings: [Int?: [Finding]] = [:]
    for finding in result.findings {
      let departments = finding.departments.compactMap { snapshot.departmentTable[$0] }
      for department in departments { findings[department, default: []].append(finding) }
      if departments.isEmpty { findings[nil, default: []].append(finding) }
    }
    return (snapshot.departments.indices.map(Optional.some) + [nil]).compactMap { department in
      findings[department].map {
        DepartmentFindings(
          department: department, findings: $0, limit: snapshot.settings.findingsPerDepartment)
      }
    }
  }

  private init(department: Int?, findings: [Finding], limit: Int) {
    self.department = department
    self.findings = findings
    var counts: [RuleCategory: Int] = [:]
    shown = findings.filter { finding in
      guard finding.category != .gap, finding.severity != .error else { return true }
      counts[finding.category, default: 0] += 1
      return counts[finding.category, default: 0] <= limit
    }
  }
}
