internal import Portfolio

/// Projects of one department that are likely the same undertaking.
public enum SameDepartment: Rule {
  public static let documentation = RuleDocumentation(
    name: "duplicate/same-department",
    severity: .warning,
    title: BilingualText(
      de: "Doppelter Eintrag einer Dienststelle", en: "A department's double record"),
    flags: BilingualText(
      de: """
        Zwei Projekte derselben Dienststelle, die wahrscheinlich dasselbe Vorhaben sind. Die Regel \
        schweigt über Teile einer Reihe, Vorgänger und Nachfolger, entschiedene Paare und \
        verknüpfte Paare mit verschiedenen Texten.
        """,
      en: """
        Two projects of the same department that are likely the same undertaking. The rule keeps \
        silent about parts of a series, predecessor and successor, decided pairs, and linked pairs \
        with different texts.
        """),
    reason: BilingualText(
      de: "Doppelte Einträge verfälschen alle Zahlen und veralten verschieden schnell.",
      en: "Double records distort every figure and age at different speeds."),
    remedy: BilingualText(
      de: """
        Ist es ein Vorhaben, führen Sie beide Einträge zusammen: \
        `dach decide PROJEKT ANDERES duplicate --into PROJEKT`. Sind es zwei, so lautet das \
        Ergebnis `different`.
        """,
      en: """
        If it is one undertaking, merge the records: \
        `dach decide PROJECT OTHER duplicate --into PROJECT`. If they are two, the result is \
        `different`.
        """),
    example: BilingualText(
      de: "Ein Projekt wurde einmal vom Amt und einmal von der Stabsstelle des Referats gemeldet.",
      en: "A project was registered once by the office and once by the department's staff unit."))

  public static let comparesPairs = true

  public static func findings(in snapshot: Snapshot) -> [Finding] {
    let analysis = snapshot.pairs
    return analysis.comparisons(.duplicate)
      .filter(\.sameDepartment)
      .map { DuplicateFinding(snapshot, documentation, analysis, $0).make() }
  }
}
