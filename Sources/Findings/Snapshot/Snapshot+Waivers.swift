public import Portfolio

extension Snapshot {
  /// The place in the portfolio's waivers of the one that is in force and silences the finding: one
  /// of its own rule with the same subjects, else one of a rule it derives from with some or all of
  /// them.
  func waiver(of finding: Finding, of rule: any Rule.Type) -> Int? {
    let waived = decisions.waivedRules
    guard !waived.isEmpty else { return nil }
    let parents = rule.derivesFrom.filter(waived.contains)
    guard waived.contains(finding.rule) || !parents.isEmpty else { return nil }
    for key in waiverKeys(of: finding, derivedFrom: parents) {
      if let waiver = decisions.waivers[key]?.first { return waiver }
    }
    return nil
  }

  /// What a waiver may name in order to silence the finding.
  ///
  /// - Parameter parents: the rules whose waivers silence it too.
  func waiverKeys(of finding: Finding, derivedFrom parents: [String]) -> [WaiverKey] {
    var keys = keys(rule: finding.rule, subjects: finding.subjects)
    guard !parents.isEmpty else { return keys }
    for part in Self.parts(of: finding.subjects) {
      for parent in parents { keys += self.keys(rule: parent, subjects: part) }
    }
    return keys
  }

  /// Whether a waiver in force names the rule and exactly these subjects.
  public func isWaived(rule: String, subjects: [Subject]) -> Bool {
    waiver(rule: rule, subjects: subjects) != nil
  }

  /// The waiver in force that names the rule and exactly these subjects.
  public func waiver(rule: String, subjects: [Subject]) -> Waiver? {
    guard decisions.waivedRules.contains(rule) else { return nil }
    for key in keys(rule: rule, subjects: subjects) {
      if let waiver = decisions.waivers[key]?.first { return portfolio.waivers[waiver] }
    }
    return nil
  }

  /// Whether a waiver in force names the same rule and subjects, under present or former ids.
  func isReplaced(_ waiver: Waiver) -> Bool {
    let original = waiver.subjects.map { originalID(of: Subject(.project, $0)) }
    return [waiver.subjects, original].contains {
      decisions.waivers[WaiverKey(rule: waiver.rule, subjects: $0)] != nil
    }
  }

  /// The subjects under their present ids, and with projects under their oldest.
  private func keys(rule: String, subjects: [Subject]) -> [WaiverKey] {
    [
      WaiverKey(rule: rule, subjects: subjects.map(\.id)),
      WaiverKey(rule: rule, subjects: subjects.map(originalID)),
    ]
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
