internal import Portfolio
internal import TextMatching

/// A run of rules over a snapshot.
public struct Check: Sendable {
  public var rules: [any Rule.Type]
  /// Only findings that concern this department, by id.
  public var department: String?

  /// - Parameters:
  ///   - rules: the rules to choose from.
  ///   - select: patterns as for `Rules.matching`; where empty, every rule is selected.
  ///   - ignore: patterns of rules to leave out; they win over `select`.
  ///   - kinds: the categories to look for.
  ///   - department: only findings that concern this department.
  public init(
    rules: [any Rule.Type] = Rules.all, select: [String] = [], ignore: [String] = [],
    kinds: Set<RuleCategory> = Set(RuleCategory.allCases), department: String? = nil
  ) {
    self.rules = rules.filter { rule in
      let documentation = rule.documentation
      return kinds.contains(documentation.category)
        && (select.isEmpty || select.contains(where: documentation.matches))
        && !ignore.contains(where: documentation.matches)
    }
    self.department = department
  }

  public func run(_ snapshot: Snapshot) -> CheckResult {
    var findings: [Finding] = []
    var silenced: [SilencedFinding] = []
    for (rule, found) in findingsByRule(in: snapshot) {
      for finding in found {
        if let department, !finding.departments.contains(department) { continue }
        if let waiver = snapshot.waiver(of: finding, of: rule) {
          silenced.append(
            SilencedFinding(finding: finding, waiver: snapshot.portfolio.waivers[waiver]))
        } else {
          findings.append(finding)
        }
      }
    }
    // Places are sorted and not findings, as each of these holds a dozen references.
    let order = findings.indices.sorted { Finding.precedes(findings[$0], findings[$1]) }
    silenced.sort { Finding.precedes($0.finding, $1.finding) }
    return CheckResult(
      asOf: snapshot.asOf, functions: FunctionFigures(snapshot),
      projects: ProjectCounts(snapshot), findings: order.map { findings[$0] },
      silenced: silenced)
  }

  /// What each rule finds. The pairs of projects are compared while the other rules run.
  private func findingsByRule(
    in snapshot: Snapshot
  ) -> [(rule: any Rule.Type, findings: [Finding])] {
    let pairRules = rules.filter { $0.comparesPairs }
    let otherRules = rules.filter { !$0.comparesPairs }
    let (_, others) = Concurrency.both {
      pairRules.isEmpty ? 0 : snapshot.pairs.count
    } _: {
      otherRules.map { $0.findings(in: snapshot) }
    }
    let pairFindings = Concurrency.map(pairRules.indices) { pairRules[$0].findings(in: snapshot) }
    return zip(otherRules, others).map { ($0, $1) } + zip(pairRules, pairFindings).map { ($0, $1) }
  }
}
