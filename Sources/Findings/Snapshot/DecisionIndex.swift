internal import Portfolio

/// Verdicts by pair and waivers by rule and subjects, for lookup in constant time.
struct DecisionIndex: Sendable {
  /// Places in the portfolio's verdicts that stand, the one that counts last.
  private(set) var verdicts: [ProjectPair: [Int]] = [:]
  /// The verdicts that counted until the projects changed, in order of their dates.
  private(set) var reopened: [ProjectPair: [ReopenedVerdict]] = [:]
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
    for pair in verdicts.keys {
      verdicts[pair]?.sort { left, right in
        let (leftDay, rightDay) = (
          portfolio.verdicts[left].date?.lastDay.daysSinceEpoch ?? .min,
          portfolio.verdicts[right].date?.lastDay.daysSinceEpoch ?? .min
        )
        return (leftDay, left) < (rightDay, right)
      }
    }
    reopen(portfolio, table)
    for pair in verdicts.keys.sorted() {
      partners[pair.first, default: []].append(pair.second)
      partners[pair.second, default: []].append(pair.first)
    }
    for (index, waiver) in portfolio.waivers.enumerated() where waiver.isInForce(on: asOf) {
      waivedRules.insert(waiver.rule)
      for key in Self.keys(of: waiver, portfolio, table) { waivers[key, default: []].append(index) }
    }
  }

  /// Sets the verdicts aside whose projects have changed. Of each question the latest verdict alone
  /// counts: once that is open again, earlier ones do not come back.
  private mutating func reopen(_ portfolio: Portfolio, _ table: IdentifierTable) {
    let sides = VerdictSides(portfolio, projects: table)
    for (pair, places) in verdicts {
      for settlesDuplicate in [true, false] {
        let latest = places.last {
          portfolio.verdicts[$0].outcome.settlesDuplicate == settlesDuplicate
        }
        guard let latest, case let verdict = portfolio.verdicts[latest],
          let one = table[verdict.first], let other = table[verdict.second],
          let reopening = sides.reopening(of: verdict, one, other)
        else { continue }
        reopened[pair, default: []].append(reopening)
        verdicts[pair]?.removeAll {
          portfolio.verdicts[$0].outcome.settlesDuplicate == settlesDuplicate
        }
      }
      if verdicts[pair]?.isEmpty == true { verdicts[pair] = nil }
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
