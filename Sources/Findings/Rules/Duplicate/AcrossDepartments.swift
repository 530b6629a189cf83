internal import Portfolio

/// Projects of two departments that are likely the same undertaking.
public enum AcrossDepartments: Rule {
  public static let documentation = RuleDocumentation(
    name: "duplicate/across-departments",
    severity: .warning,
    title: BilingualText(
      de: "Doppeltes Vorhaben in zwei Dienststellen",
      en: "The same undertaking in two departments"),
    flags: BilingualText(
      de: """
        Zwei Projekte verschiedener Dienststellen, die nach Beschreibung, Zielgruppe, Technik, \
        Partnern, Thema und Beginn wahrscheinlich dasselbe Vorhaben sind. Die Regel schweigt über \
        entschiedene Paare, Vorgänger und Nachfolger, Teile einer Reihe sowie verknüpfte \
        Projekte, deren Texte sich unterscheiden.
        """,
      en: """
        Two projects of different departments that by summary, audience, technology, partners, \
        theme and start are likely the same undertaking. The rule keeps silent about decided \
        pairs, predecessor and successor, parts of a series, and linked projects whose texts \
        differ.
        """),
    reason: BilingualText(
      de:
        "Zwei Dienststellen zahlen für dasselbe, und Bürgerinnen und Bürger finden zwei Angebote.",
      en: "Two departments pay for the same thing, and citizens find two offers."),
    remedy: BilingualText(
      de: """
        Klären Sie mit der anderen Dienststelle, ob es ein Vorhaben ist und wer es führt, und \
        führen Sie beide zusammen: `dach decide PROJEKT ANDERES duplicate --into PROJEKT`. Sind es \
        zwei Vorhaben, so lautet das Ergebnis `different`.
        """,
      en: """
        Settle with the other department whether it is one undertaking and who leads it, and \
        merge the two: `dach decide PROJECT OTHER duplicate --into PROJECT`. If they are two \
        undertakings, the result is `different`.
        """),
    example: BilingualText(
      de: """
        Das Umweltamt meldet „Wärmeplanung“, die Stadtwerke melden „Transformationsplan \
        Wärmenetze“: Beide beschreiben denselben gesetzlichen Wärmeplan.
        """,
      en: """
        The environment office registers “Heat planning”, the utilities register “Transformation \
        plan for heat networks”: both describe the same statutory heat plan.
        """))

  public static let comparesPairs = true

  public static func findings(in snapshot: Snapshot) -> [Finding] {
    let analysis = snapshot.pairs
    return analysis.comparisons(.duplicate)
      .filter { !$0.sameDepartment }
      .map { DuplicateFinding(snapshot, documentation, analysis, $0).make() }
  }
}
