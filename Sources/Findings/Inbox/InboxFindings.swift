internal import Portfolio

/// What the check has found about one department's projects.
enum InboxFindings {
  /// Told elsewhere in the inbox.
  private static let toldElsewhere: Set = [ProjectStale.documentation.name]

  static func items(
    of department: Int, in snapshot: Snapshot, _ result: CheckResult
  ) -> [Inbox.Item] {
    var groups: [(findings: [Finding], isList: Bool)] = []
    var places: [String: Int] = [:]
    for finding in findings(of: department, in: snapshot, result) {
      let isList = finding.category == .gap && finding.evidence.isEmpty
      if isList, let place = places[finding.rule] {
        groups[place].findings.append(finding)
      } else {
        if isList { places[finding.rule] = groups.count }
        groups.append(([finding], isList))
      }
    }
    return groups.map { item($0.findings, of: department, in: snapshot) }
  }

  /// Of duplicates and missing networking the best few, as everywhere.
  private static func findings(
    of department: Int, in snapshot: Snapshot, _ result: CheckResult
  ) -> [Finding] {
    let own = DepartmentFindings.make(result, in: snapshot)
      .first { $0.addressee == .department(department) }
    return (own?.shown ?? []).filter { finding in
      !toldElsewhere.contains(finding.rule) && !awaitsOthers(finding, than: department, snapshot)
        && !awaitsAnswer(finding, from: department, snapshot)
    }
  }

  private static func owner(of subject: Subject, _ snapshot: Snapshot) -> Int? {
    snapshot.projectTable[subject.id].flatMap { snapshot.department(of: $0) }
  }

  /// A link of which the other side has said nothing yet: it is their turn.
  private static func awaitsOthers(
    _ finding: Finding, than department: Int, _ snapshot: Snapshot
  ) -> Bool {
    guard finding.rule == UnconfirmedLink.documentation.name, finding.subjects.count == 2,
      owner(of: finding.subjects[0], snapshot) == department
    else { return false }
    return !isDeclined(finding, snapshot)
  }

  /// A link that this department has not answered stands first in its inbox.
  private static func awaitsAnswer(
    _ finding: Finding, from department: Int, _ snapshot: Snapshot
  ) -> Bool {
    finding.rule == UnconfirmedLink.documentation.name && finding.subjects.count == 2
      && owner(of: finding.subjects[1], snapshot) == department
  }

  private static func isDeclined(_ finding: Finding, _ snapshot: Snapshot) -> Bool {
    let ends = finding.subjects.compactMap { snapshot.projectTable[$0.id] }
    return ends.count == 2 && snapshot.isDeclined(ProjectPair(ends[0], ends[1]))
  }

  private static func item(
    _ findings: [Finding], of department: Int, in snapshot: Snapshot
  ) -> Inbox.Item {
    let first = findings[0]
    let projects = Set(findings.flatMap(\.subjects).compactMap { snapshot.projectTable[$0.id] })
      .filter { snapshot.department(of: $0) == department }.sorted()
    let rule = Rules.named(first.rule)?.documentation
    return Inbox.Item(
      kind: .finding, rule: first.rule, severity: first.severity,
      message: findings.count == 1 ? first.message : summary(findings, projects, rule, snapshot),
      action: findings.count == 1 ? first.action : rule?.remedy ?? first.action,
      projects: projects, since: nil, count: findings.count)
  }

  /// `Projekt ohne Leitlinie (5×): „A“, „B“ und „C“ …`
  private static func summary(
    _ findings: [Finding], _ projects: [Int], _ rule: RuleDocumentation?, _ snapshot: Snapshot
  ) -> BilingualText {
    let title = rule?.title ?? BilingualText(de: findings[0].rule, en: findings[0].rule)
    let shown = projects.prefix(5).map { snapshot.title(of: $0) }
    let rest = projects.count - shown.count
    let names = Enumeration.of(Array(shown))
    guard !shown.isEmpty else {
      return BilingualText(
        de: "\(title.german) (\(findings.count)×).", en: "\(title.english) (\(findings.count)×).")
    }
    return BilingualText(
      de: """
        \(title.german) (\(findings.count)×): \(names.german)\
        \(rest > 0 ? " und \(rest) weitere" : "").
        """,
      en: """
        \(title.english) (\(findings.count)×): \(names.english)\
        \(rest > 0 ? " and \(rest) more" : "").
        """)
  }
}
