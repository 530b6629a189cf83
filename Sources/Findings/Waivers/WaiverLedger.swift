public import Portfolio

/// All exceptions with their state and their effect, as an auditor asks for them.
public struct WaiverLedger: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable {
    /// Holds, and silences something.
    case inForce
    /// Holds, silences something, and ends within 90 days.
    case expiring
    /// Holds, but there is nothing to silence.
    case unused
    /// Has run out, and what it silenced is flagged again.
    case expired
    /// Has run out, and there is nothing left that it would silence.
    case settled
    /// A newer exception for the same rule and the same subjects holds.
    case superseded

    public var label: BilingualText {
      switch self {
      case .inForce: BilingualText(de: "in Kraft", en: "in force")
      case .expiring: BilingualText(de: "endet bald", en: "expiring")
      case .unused: BilingualText(de: "ohne Anlass", en: "unused")
      case .expired: BilingualText(de: "abgelaufen", en: "expired")
      case .settled: BilingualText(de: "erledigt", en: "settled")
      case .superseded: BilingualText(de: "ersetzt", en: "superseded")
      }
    }
  }

  public struct Entry: Sendable, Hashable {
    public let waiver: Waiver
    public let state: State
    /// What it excepts, in words: the rule's title and the subjects' names.
    public let rule: BilingualText
    public let subjects: BilingualText
    /// Fingerprints of the findings that it silences, also those that derive from its own.
    public let silenced: [String]
  }

  /// In the order of the portfolio.
  public let entries: [Entry]

  public func count(_ state: State) -> Int { entries.count { $0.state == state } }

  /// - Parameter result: a check of the snapshot by all rules.
  public static func make(_ snapshot: Snapshot, findings result: CheckResult) -> WaiverLedger {
    var silenced: [Waiver: [String]] = [:]
    for one in result.silenced { silenced[one.waiver, default: []].append(one.finding.fingerprint) }
    let waivers = snapshot.portfolio.waivers
    let effect = WaiverEffect(of: waivers, in: snapshot)
    return WaiverLedger(
      entries: waivers.map { waiver in
        let wording = WaiverWording(waiver, in: snapshot)
        return Entry(
          waiver: waiver,
          state: state(
            waiver, on: snapshot.asOf, hasEffect: effect.silences(waiver),
            isReplaced: snapshot.isReplaced(waiver)),
          rule: wording.rule, subjects: wording.subjects, silenced: silenced[waiver] ?? [])
      })
  }

  private static let daysOfNotice = 90

  private static func state(
    _ waiver: Waiver, on day: CalendarDay, hasEffect: Bool, isReplaced: Bool
  ) -> State {
    guard waiver.isInForce(on: day) else {
      return isReplaced ? .superseded : hasEffect ? .expired : .settled
    }
    guard hasEffect else { return .unused }
    guard let expires = waiver.expires?.lastDay else { return .inForce }
    return day.days(until: expires) <= daysOfNotice ? .expiring : .inForce
  }
}
