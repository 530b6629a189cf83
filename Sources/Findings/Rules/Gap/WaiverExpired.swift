internal import Portfolio

/// gap/waiver-expired: an exception has run out.
enum WaiverExpired: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/waiver-expired", severity: .warning,
    title: BilingualText(de: "Ausnahme abgelaufen", en: "waiver expired"),
    flags: BilingualText(
      de: """
        Eine Ausnahme, deren letzter Tag vorbei ist. Die Regel schweigt, wenn für dieselbe Regel \
        und dieselben Gegenstände eine neuere Ausnahme gilt.
        """,
      en: """
        A waiver whose last day has passed. The rule keeps silent where a newer waiver for the \
        same rule and the same subjects is in force.
        """),
    reason: BilingualText(
      de: "Eine Ausnahme auf Zeit soll neu entschieden werden und nicht unbemerkt enden.",
      en: "A temporary exception is to be decided anew and not to end unnoticed."),
    remedy: BilingualText(
      de: "Die Ausnahme verlängern, oder sie streichen und den Befund beheben.",
      en: "Renew the waiver, or delete it and mend the finding."),
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
      if snapshot.decisions.waivers[key] != nil { continue }
      if let other = latest[key], lastDay(waivers[other]) >= lastDay(waiver) { continue }
      latest[key] = index
    }
    return latest.values.sorted().map { finding(snapshot, waivers[$0]) }
  }

  private static func lastDay(_ waiver: Waiver) -> Int32 {
    waiver.expires?.lastDay.daysSinceEpoch ?? .max
  }

  private static func finding(_ snapshot: Snapshot, _ waiver: Waiver) -> Finding {
    let subjects = waiver.subjects.sorted()
    let id = "\(waiver.rule):\(subjects.joined(separator: "+"))"
    let title = Rules.named(waiver.rule)?.documentation.title
    let names = Enumeration.of(waiver.subjects.map { name(of: $0, in: snapshot) })
    let expired = waiver.expires?.wording ?? BilingualText(de: "", en: "")
    let rule =
      title.map {
        BilingualText(de: "„\($0.german)“", en: "“\($0.english)”")
      } ?? Quotation.of(waiver.rule)
    let command = ([waiver.rule] + waiver.subjects).joined(separator: " ")
    return snapshot.finding(
      documentation, about: [Subject(.waiver, id)],
      departments: waiver.subjects.compactMap { snapshot.departmentTable[$0] },
      location: waiver.location,
      message: BilingualText(
        de: """
          Die Ausnahme von der Regel \(rule.german) für \(names.german) ist abgelaufen \
          (letzter Tag: \(expired.german)). Begründet war sie so: \(Quotation.of(waiver.reason).german).
          """,
        en: """
          The waiver of the rule \(rule.english) for \(names.english) has expired \
          (last day: \(expired.english)). Its reason was: \(Quotation.of(waiver.reason).english).
          """),
      action: BilingualText(
        de:
          "Verlängern Sie sie mit `dach waive \(command)`, oder streichen Sie sie und beheben Sie den Befund.",
        en: "Renew it with `dach waive \(command)`, or delete it and mend the finding."))
  }

  /// What people call the thing with this id; the id itself where nothing has it.
  private static func name(of id: String, in snapshot: Snapshot) -> BilingualText {
    let name =
      snapshot.guidelineTable[id].map { snapshot.guidelines[$0].name }
      ?? snapshot.departmentTable[id].map { snapshot.departments[$0].name }
      ?? snapshot.themeTable[id].map { snapshot.themes[$0].name }
      ?? snapshot.strategyTable[id].map { snapshot.subStrategies[$0].name }
      ?? snapshot.projectTable[id].map { snapshot.projects[$0].title }
      ?? snapshot.serviceTable[id].map { snapshot.services[$0].name }
    return Quotation.of(name ?? id)
  }
}
