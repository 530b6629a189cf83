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
        Technik, Thema, Leitlinie und Verbindungen ähnlicher Projekte zusammengehören, sich \
        zeitlich überschneiden und nicht verknüpft sind. Spricht mehr dafür als dagegen, ist es eine \
        Warnung; sonst ein Hinweis als Vorschlag, ab einer Wahrscheinlichkeit von 12 %. Die Regel \
        schweigt über entschiedene Paare, Projekte unter einem gemeinsamen Dach, wahrscheinliche \
        Doppelungen und Basisdienste einer Grundlagenstrategie (dafür gibt es \
        network/foundation-bypassed). Was einen besseren Vorschlag nur wiederholt, etwa dasselbe \
        Projekt mit einem weiteren Partner derselben Dienststelle, fällt weg; \
        `dach network --pairs` zeigt die ganze Liste.
        """,
      en: """
        Two running or planned projects of different departments of which one provides what the \
        other requires, or which belong together by summary, partners, audience, technology, \
        theme, guideline and links of similar projects, overlap in time and are not linked. It is \
        a warning where more speaks for it than against it, else a note as a proposal, from a \
        probability of 12 % on. The rule keeps silent about decided pairs, projects under a common \
        roof, likely duplicates, and basic services of a foundation strategy (see \
        network/foundation-bypassed). What only repeats a better proposal, such as the same \
        project with a further partner of the same department, is left out; \
        `dach network --pairs` shows the whole list.
        """),
    reason: BilingualText(
      de: "Vernetzung ist eine der vier Aufgaben der Dachstrategie; ohne sie wird doppelt gebaut.",
      en:
        "Networking is one of the umbrella strategy's four functions; without it, work is done twice."
    ),
    remedy: BilingualText(
      de: """
        Bringen Sie die Beteiligten ins Gespräch. Arbeiten sie künftig zusammen, halten Sie das \
        fest (`dach decide PROJEKT ANDERES cooperate --reason "…"`) und verbinden Sie die Projekte \
        (`dach link PROJEKT ANDERES --kind coordinatesWith`). Tun sie es schon, genügt \
        `alreadyDo`, ist es nicht nötig, `notNeeded`, jeweils mit dem Grund.
        """,
      en: """
        Bring those involved together. If they are going to cooperate, record that \
        (`dach decide PROJECT OTHER cooperate --reason "…"`) and link the projects \
        (`dach link PROJECT OTHER --kind coordinatesWith`). If they already do, `alreadyDo` is \
        enough; if there is no need, `notNeeded`, each with the reason.
        """),
    example: BilingualText(
      de: "Das Sozialamt digitalisiert einen Antrag und braucht die Anmeldung des Bürgerkontos.",
      en: "The social office digitises an application and needs the citizen account's login."))

  public static let comparesPairs = true

  public static func findings(in snapshot: Snapshot) -> [Finding] {
    let missing = MissingLinks(snapshot)
    let rule = PairFinding(snapshot: snapshot, rule: documentation)
    return missing.links.map { link in
      let wording = LinkWording(link.evidence, in: missing.analysis)
      var finding = rule.make(
        score: link.score, wording: wording.pair, message: message(link, wording),
        action: action(wording.pair))
      if !link.isClear { finding.severity = .note }
      return finding
    }
  }

  private static func message(_ link: MissingLinks.Link, _ wording: LinkWording) -> BilingualText {
    let (both, shared) = (wording.pair.both, wording.shared)
    guard !link.isClear else {
      return BilingualText(
        de: "\(both.german) gehören zusammen, sind aber nicht verknüpft.\(shared.german)",
        en: "\(both.english) belong together, but are not linked.\(shared.english)")
    }
    let percent = Int((link.score.probability * 100).rounded())
    return BilingualText(
      de: """
        Vorschlag (Wahrscheinlichkeit \(percent) %): \(both.german) könnten sich austauschen.\
        \(shared.german)
        """,
      en: """
        Proposal (probability \(percent) %): \(both.english) could talk to each other.\
        \(shared.english)
        """)
  }

  private static func action(_ wording: PairWording) -> BilingualText {
    let (cooperate, contacts) = (wording.command(.cooperate), wording.contacts)
    return BilingualText(
      de: """
        Bringen Sie beide ins Gespräch.\(contacts.german) Halten Sie das Ergebnis fest: \
        `\(cooperate)` oder `alreadyDo` oder `notNeeded`.
        """,
      en: """
        Bring both together.\(contacts.english) Record the result: \
        `\(cooperate)` or `alreadyDo` or `notNeeded`.
        """)
  }
}
