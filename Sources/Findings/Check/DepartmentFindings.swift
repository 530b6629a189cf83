internal import Portfolio

/// A check's findings by the department that has to act on them. A finding that concerns a few
/// departments stands under each of them; one that concerns many is told once for all.
public struct DepartmentFindings: Sendable, Hashable {
  /// Who has to act.
  public enum Addressee: Sendable, Hashable {
    /// More departments than a finding is repeated for.
    case many
    /// A department, by index.
    case department(Int)
    /// No department in particular.
    case nobody
  }

  public let addressee: Addressee
  /// In order: all that is found here.
  public let findings: [Finding]
  /// How many of these are left out of `shown`.
  public var hidden: Int { findings.count - shown.count }
  /// All gaps and errors; of duplicates and missing networking the best few.
  public let shown: [Finding]

  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// How many departments a finding is repeated for.
  public static let mostRepetitions = 5

  /// What concerns many first, then by department in the order of the portfolio, what concerns no
  /// department last; those without findings are left out.
  public static func make(_ result: CheckResult, in snapshot: Snapshot) -> [DepartmentFindings] {
    var findings: [Addressee: [Finding]] = [:]
    for finding in result.findings {
      for addressee in addressees(of: finding, in: snapshot) {
        findings[addressee, default: []].append(finding)
      }
    }
    let order = [.many] + snapshot.departments.indices.map(Addressee.department) + [.nobody]
    return order.compactMap { addressee in
      findings[addressee].map {
        DepartmentFindings(
          addressee: addressee, findings: $0, limit: snapshot.settings.findingsPerDepartment)
      }
    }
  }

  private static func addressees(of finding: Finding, in snapshot: Snapshot) -> [Addressee] {
    let departments = finding.departments.compactMap { snapshot.departmentTable[$0] }
    if departments.isEmpty { return [.nobody] }
    return departments.count > mostRepetitions ? [.many] : departments.map(Addressee.department)
  }

  private init(addressee: Addressee, findings: [Finding], limit: Int) {
    self.addressee = addressee
    self.findings = findings
    var counts: [RuleCategory: Int] = [:]
    shown = findings.filter { finding in
      guard finding.category != .gap, finding.severity != .error else { return true }
      counts[finding.category, default: 0] += 1
      return counts[finding.category, default: 0] <= limit
    }
  }
}
