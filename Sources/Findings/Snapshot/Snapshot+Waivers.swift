internal import Portfolio

extension Snapshot {
  /// Whether a waiver in force silences the finding: one of its own rule with the same subjects,
  /// or one of a rule it derives from with some or all of them.
  public func waives(_ finding: Finding, of rule: any Rule.Type) -> Bool {
    let waived = decisions.waivedRules
    guard !waived.isEmpty else { return false }
    if waived.contains(finding.rule), isWaived(rule: finding.rule, subjects: finding.subjects) {
      return true
    }
    let parents = rule.derivesFrom.filter(waived.contains)
    guard !parents.isEmpty else { return false }
    return Self.parts(of: finding.subjects).contains { part in
      parents.contains { isWaived(rule: $0, subjects: part) }
    }
  }

  /// Whether a waiver in force names the rule and exactly these subjects.
  public func isWaived(rule: String, subjects: [Subject]) -> Bool {
    decisions.waivers[WaiverKey(rule: rule, subjects: subjects.map(\.id))] != nil
      || decisions.waivers[WaiverKey(rule: rule, subjects: subjects.map(originalID))] != nil
  }

  /// A subject's id as fingerprints use it: for a renamed project its oldest.
  public func originalID(of subject: Subject) -> String {
    guard subject.kind == .project, let project = projectTable[subject.id] else {
      return subject.id
    }
    return projects[project].originalID
  }

  /// Each subject on its own, each pair, and all together: what a waiver of a broader rule may
  /// name.
  private static func parts(of subjects: [Subject]) -> [[Subject]] {
    var parts = subjects.map { [$0] }
    for (index, one) in subjects.enumerated() {
      for other in subjects.dropFirst(index + 1) { parts.append([one, other]) }
    }
    return parts + [subjects]
  }
}
