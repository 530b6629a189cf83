internal import Portfolio

/// Projects of two departments that should know of each other and are not linked.
public enum MissingLink: Rule {
  public static let documentation = RuleDocumentation(
    name: "network/missing-link",
    severity: .warning,
    title: BilingualText(de: "Fehlende Vernetzung", en: "Missing link"),
    flags: BilingualText(
      de: """
        Zwei laufende oder geplante Projekte verschiedener Dienststellen, von denen eines \
        bereitstellt, was das andere braucht, oder die nach Beschreibung, Partnern, Zielgruppe, \
        Technik, Thema und Leitlinie zusammengehören, sich zeitlich überschneiden und nicht \
        verknüpft sind. Die Regel schweigt über entschiedene Paare und Projekte unter einem \
        gemeinsamen Dach.
        """,
      en: """
        Two running or planned projects of different departments of which one provides what the \
        other requires, or which belong together by summary, partners, audience, technology, \
        theme and guideline, overlap in time and are not linked. The rule keeps silent about \
        decided pairs and projects under a common roof.
        """),
    reason: BilingualText(
      de: "Vernetzung ist eine der vier Aufgaben der Dachstrategie; ohne sie wird doppelt gebaut.",
      en:
        "Networking is one of the umbrella strategy's four functions; without it, work is done twice."
    ),
    remedy: BilingualText(
      de: """
        Bringen Sie die Beteiligten ins Gespräch. Arbeiten sie zusammen, verbinden Sie die \
        Projekte (`dach link PROJEKT ANDERES`); ist es nicht nötig, halten Sie das fest: \
        `dach decide PROJEKT ANDERES notNeeded --reason "…"`.
        """,
      en: """
        Bring those involved together. If they cooperate, link the projects \
        (`dach link PROJECT OTHER`); if there is no need, record that: \
        `dach decide PROJECT OTHER notNeeded --reason "…"`.
        """),
    example: BilingualText(
      de: "Das Sozialamt digitalisiert einen Antrag und braucht die Anmeldung des Bürgerkontos.",
      en: "The social office digitises an application and needs the citizen account's login."))

  public static let comparesPairs = true

  public static func findings(in snapshot: Snapshot) -> [Finding] {
    let analysis = snapshot.pairs
    let rule = PairFinding(snapshot: snapshot, rule: documentation)
    return analysis.comparisons(.missingLink).map { comparison in
      let wording = PairWording(snapshot: snapshot, analysis: analysis, pair: comparison.pair)
      let (both, shared, contacts) = (
        wording.both, wording.sentence(wording.shared), wording.contacts
      )
      let ids = (snapshot.projects[wording.left].id, snapshot.projects[wording.right].id)
      return rule.make(
        score: comparison.contactScore, wording: wording,
        message: BilingualText(
          de: "\(both.german) berühren sich, sind aber nicht verknüpft.\(shared.german)",
          en: "\(both.english) touch, but are not linked.\(shared.english)"),
        action: BilingualText(
          de: """
            Bringen Sie beide ins Gespräch.\(contacts.german) Arbeiten sie zusammen: \
            `dach link \(ids.0) \(ids.1)`; ist es nicht nötig: `\(wording.command(.notNeeded))`.
            """,
          en: """
            Bring both together.\(contacts.english) If they cooperate: \
            `dach link \(ids.0) \(ids.1)`; if there is no need: `\(wording.command(.notNeeded))`.
            """))
    }
  }
}
