internal import Portfolio

/// gap/waiver-expired: an exception has run out.
enum WaiverExpired: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/waiver-expired", severity: .warning,
    title: BilingualText(de: "Ausnahme abgelaufen", en: "waiver expired"),
    flags: BilingualText(
      de: """
        Eine Ausnahme, deren letzter Tag vorbei ist und deren Befund es noch gibt. Die Regel \
        schweigt, wenn für dieselbe Regel und dieselben Gegenstände eine neuere Ausnahme gilt, und \
        wenn sich der Befund inzwischen erledigt hat.
        """,
      en: """
        A waiver whose last day has passed and whose finding is still there. The rule keeps silent \
        where a newer waiver for the same rule and the same subjects is in force, and where the \
        finding has gone in the meantime.
        """),
    reason: BilingualText(
      de: "Eine Ausnahme auf Zeit soll neu entschieden werden und nicht unbemerkt enden.",
      en: "A temporary exception is to be decided anew and not to end unnoticed."),
    remedy: BilingualText(
      de: """
        Beheben Sie den Befund, oder erneuern Sie die Ausnahme: \
        `dach waive REGEL GEGENSTAND… --reason "…" --approver … --expires …`.
        """,
      en: """
        Mend the finding, or renew the waiver: \
        `dach waive RULE SUBJECT… --reason "…" --approver … --expires …`.
        """),
    example: BilingualText(
      de: "Die Ausnahme für das Kulturreferat zu „Innovativer werden“ galt bis zum 02.11.2026.",
      en:
        "The waiver for the culture department on “Become more innovative” held until 2 November 2026."
    ))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    var latest: [WaiverKey: Int] = [:]
    let waivers = snapshot.portfolio.waivers
    for (index, waiver) in waivers.enumerated() where !waiver.isInForce(on: snapshot.asOf) {
      let key = WaiverKey(rule: waiver.rule, subjects: waiver.subjects)
      if snapshot.isReplaced(waiver) { continue }
      if let other = latest[key], lastDay(waivers[other]) >= lastDay(waiver) { continue }
      latest[key] = index
    }
    let expired = latest.values.sorted().map { waivers[$0] }
    let effect = WaiverEffect(of: expired, in: snapshot)
    return expired.filter(effect.silences).map { finding(snapshot, $0) }
  }

  private static func lastDay(_ waiver: Waiver) -> Int32 {
    waiver.expires?.lastDay.daysSinceEpoch ?? .max
  }

  private static func finding(_ snapshot: Snapshot, _ waiver: Waiver) -> Finding {
    let expired = waiver.expires?.wording ?? BilingualText(de: "", en: "")
    let wording = WaiverWording(waiver, in: snapshot)
    let (rule, names, reason) = (wording.rule, wording.subjects, wording.reason)
    return snapshot.finding(
      documentation, about: [wording.subject], departments: wording.departments,
      location: waiver.location,
      message: BilingualText(
        de: """
          Die Ausnahme von der Regel \(rule.german) für \(names.german) ist abgelaufen \
          (letzter Tag: \(expired.german)). Die Begründung war: \(reason.german)
          """,
        en: """
          The waiver of the rule \(rule.english) for \(names.english) has expired \
          (last day: \(expired.english)). Its reason was: \(reason.english)
          """),
      action: BilingualText(
        de: "Beheben Sie den Befund, oder erneuern Sie die Ausnahme: `\(wording.renewal)`.",
        en: "Mend the finding, or renew the waiver: `\(wording.renewal)`."))
  }
}
