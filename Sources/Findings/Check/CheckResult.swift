public import Portfolio

/// What a check found.
public struct CheckResult: Sendable, Hashable {
  public let asOf: CalendarDay
  public let functions: FunctionFigures
  public let projects: ProjectCounts
  /// In order: the gravest first, then by score, then by rule and subjects.
  public var findings: [Finding]
  /// Findings that a waiver in force silences, in the same order.
  public let silenced: [SilencedFinding]

  /// Fingerprints of the findings that the baseline knows; nil without a baseline.
  public internal(set) var known: Set<String>?
  /// How many findings of the baseline are gone; nil without a baseline.
  public internal(set) var resolved: Int?

  init(
    asOf: CalendarDay, functions: FunctionFigures, projects: ProjectCounts, findings: [Finding],
    silenced: [SilencedFinding]
  ) {
    self.asOf = asOf
    self.functions = functions
    self.projects = projects
    self.findings = findings
    self.silenced = silenced
  }

  /// How many findings a waiver in force silences.
  public var waived: Int { silenced.count }

  public func count(_ severity: Severity) -> Int {
    findings.indices.count { findings[$0].severity == severity }
  }

  public func count(_ category: RuleCategory) -> Int {
    findings.indices.count { findings[$0].category == category }
  }
}

/// A finding that is not raised, and the exception by which it is not.
public struct SilencedFinding: Sendable, Hashable {
  public let finding: Finding
  public let waiver: Waiver
}

/// How many projects there are, by phase.
public struct ProjectCounts: Sendable, Hashable {
  public let total: Int
  public let active: Int
  public let byPhase: [ProjectPhase: Int]

  init(_ snapshot: Snapshot) {
    var byPhase: [ProjectPhase: Int] = [:]
    for phase in snapshot.columns.phases { byPhase[phase, default: 0] += 1 }
    total = snapshot.portfolio.projects.count
    active = byPhase.reduce(0) { $0 + ($1.key.isActive ? $1.value : 0) }
    self.byPhase = byPhase
  }
}
