internal import Portfolio

/// Verdicts by pair and waivers by rule and subjects, for lookup in constant time.
struct DecisionIndex: Sendable {
  /// Places in the portfolio's verdicts, the one that counts last.
  private(set) var verdicts: [ProjectPair: [Int]] = [:]
  /// For each project the others with which a verdict has been reached.
  private(set) var partners: [Int: [Int]] = [:]
  /// Places in the portfolio's waivers in force, by `WaiverKey`.
  private(set) var waivers: [WaiverKey: [Int]] = [:]
  /// Rules of which at least one waiver is in force.
  private(set) var waivedRules: Set<String> = []

  init(_ portfolio: Portfolio, projects table: IdentifierTable, asOf: CalendarDay) {
    for (index, verdict) in portfolio.verdicts.enumerated() {
      guard let one = table[verdict.first], let other = table[verdict.second], one != other
      else { continue }
      verdicts[ProjectPair(one, other), default: []].append(index)
    }
    for pair in verdicts.keys.sorted() {
      partners[pair.first, default: []].append(pair.second)
      partners[pair.second, default: []].append(pair.first)
      verdicts[pair]?.sort { left, right in
        let (leftDay, rightDay) = (
          portfolio.verdicts[left].date?.lastDay.daysSinceEpoch ?? .min,
          portfolio.verdicts[right].date?.lastDay.daysSinceEpoch ?? .min
        )
        return (leftDay, left) < (rightDay, right)
      }
    }
    for (index, waiver) in portfolio.waivers.enumerated() where waiver.isInForce(on: asOf) {
      waivedRules.insert(waiver.rule)
      for key in Self.keys(of: waiver, portfolio, table) { waivers[key, default: []].append(index) }
    }
  }

  /// The waiver's subjects as written, and with projects under their oldest ids: a waiver names
  /// no kinds, so an id may be a project's or something else's, and both must be found.
  private static func keys(
    of waiver: Waiver, _ portfolio: Portfolio, _ table: IdentifierTable
  ) -> Set<WaiverKey> {
    let original = waiver.subjects.map { id in
      table[id].map { portfolio.projects[$0].originalID } ?? id
    }
    return [
      WaiverKey(rule: waiver.rule, subjects: waiver.subjects),
      WaiverKey(rule: waiver.rule, subjects: original),
    ]
  }
}

/// A rule and a set of subject ids.
struct WaiverKey: Hashable, Sendable {
  let rule: String
  let subjects: Set<String>

  init(rule: String, subjects: some Sequence<String>) {
    self.rule = rule
    self.subjects = Set(subjects)
  }
}
