internal import Portfolio

/// Which waivers have a finding to silence, whether or not they are in force.
///
/// Runs the rules that the waivers name and those that derive from them, and no others.
struct WaiverEffect {
  private let effective: Set<WaiverKey>
  private let snapshot: Snapshot

  init(of waivers: [Waiver], in snapshot: Snapshot) {
    self.snapshot = snapshot
    let wanted = Set(waivers.flatMap { Self.keys(of: $0, in: snapshot) })
    let names = Set(waivers.map(\.rule))
    var found: Set<WaiverKey> = []
    for rule in Rules.all where Self.canBeJudged(rule.documentation.name) {
      let name = rule.documentation.name
      let parents = rule.derivesFrom.filter(names.contains)
      guard names.contains(name) || !parents.isEmpty else { continue }
      for finding in rule.findings(in: snapshot) {
        found.formUnion(
          snapshot.waiverKeys(of: finding, derivedFrom: parents).filter(wanted.contains))
      }
      if names.contains(name) {
        let parts = rule.waivableParts(in: snapshot)
        found.formUnion(
          parts.map { WaiverKey(rule: name, subjects: $0.map(\.id)) }.filter(wanted.contains))
      }
    }
    effective = found
  }

  /// Waivers of the rules about waivers are taken to have an effect: they cannot be judged by a
  /// rule that they might silence.
  private static func canBeJudged(_ rule: String) -> Bool {
    rule != WaiverExpired.documentation.name && rule != WaiverUnused.documentation.name
  }

  func silences(_ waiver: Waiver) -> Bool {
    !Self.canBeJudged(waiver.rule)
      || Self.keys(of: waiver, in: snapshot).contains(where: effective.contains)
  }

  private static func keys(of waiver: Waiver, in snapshot: Snapshot) -> Set<WaiverKey> {
    let original = waiver.subjects.map { snapshot.originalID(of: Subject(.project, $0)) }
    return [
      WaiverKey(rule: waiver.rule, subjects: waiver.subjects),
      WaiverKey(rule: waiver.rule, subjects: original),
    ]
  }
}
