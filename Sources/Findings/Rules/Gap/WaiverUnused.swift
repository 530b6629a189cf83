internal import Portfolio

/// gap/waiver-unused: an exception is in force, but there is nothing left that it excepts.
enum WaiverUnused: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/waiver-unused", severity: .note,
    title: BilingualText(de: "Ausnahme ohne Anlass", en: "waiver without a cause"),
    flags: BilingualText(
      de: """
        Eine geltende Ausnahme, zu der es keinen Befund gibt: Er hat sich erledigt, oder Regel und \
        Gegenstände sind falsch geschrieben. Die Regel schweigt über abgelaufene Ausnahmen.
        """,
      en: """
        A waiver in force for which there is no finding: it has gone, or the rule or the subjects \
        are misspelt. The rule keeps silent about expired waivers.
        """),
    reason: BilingualText(
      de: "Eine vergessene Ausnahme verdeckt die Lücke, wenn sie später wieder aufgeht.",
      en: "A forgotten waiver hides the gap should it open again."),
    remedy: BilingualText(
      de: """
        Streichen Sie die Ausnahme: `dach waive REGEL GEGENSTAND… --remove`. Sind Regel oder \
        Gegenstände falsch geschrieben, halten Sie sie richtig neu fest.
        """,
      en: """
        Remove the waiver: `dach waive RULE SUBJECT… --remove`. If the rule or the subjects are \
        misspelt, record it anew and correctly.
        """),
    example: BilingualText(
      de: """
        Für das Kulturreferat gilt bei „Innovativer werden“ eine Ausnahme; inzwischen trägt es dort \
        ein Projekt bei.
        """,
      en: """
        The culture department is waived for “Become more innovative”; by now it contributes a \
        project there.
        """))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    var seen: Set<WaiverKey> = []
    let inForce = snapshot.portfolio.waivers.filter {
      $0.isInForce(on: snapshot.asOf)
        && seen.insert(WaiverKey(rule: $0.rule, subjects: $0.subjects)).inserted
    }
    guard !inForce.isEmpty else { return [] }
    let effect = WaiverEffect(of: inForce, in: snapshot)
    return inForce.filter { !effect.silences($0) }.map { finding(snapshot, $0) }
  }

  private static func finding(_ snapshot: Snapshot, _ waiver: Waiver) -> Finding {
    let wording = WaiverWording(waiver, in: snapshot)
    let (rule, names) = (wording.rule, wording.subjects)
    let hint = hint(for: waiver.rule)
    return snapshot.finding(
      documentation, about: [wording.subject], departments: wording.departments,
      location: waiver.location,
      message: BilingualText(
        de: """
          Zur Ausnahme von der Regel \(rule.german) für \(names.german) gibt es keinen \
          Befund.\(hint.german)
          """,
        en: """
          There is no finding for the waiver of the rule \(rule.english) for \
          \(names.english).\(hint.english)
          """),
      action: BilingualText(
        de: "Streichen Sie die Ausnahme, wenn sie nicht mehr gebraucht wird: `\(wording.removal)`.",
        en: "Remove the waiver if it is no longer needed: `\(wording.removal)`."))
  }

  /// That there is no such rule, and which was probably meant; empty where there is.
  private static func hint(for rule: String) -> BilingualText {
    if Rules.named(rule) != nil { return BilingualText(de: "", en: "") }
    let names = Rules.all.map { $0.documentation.name }
    guard let nearest = NearestName.of(rule, among: names) else {
      return BilingualText(de: " Eine solche Regel gibt es nicht.", en: " There is no such rule.")
    }
    return BilingualText(
      de: " Eine solche Regel gibt es nicht; gemeint ist vielleicht „\(nearest)“.",
      en: " There is no such rule; perhaps “\(nearest)” is meant.")
  }
}
