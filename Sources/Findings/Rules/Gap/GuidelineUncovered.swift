internal import Portfolio

/// gap/guideline-uncovered: nobody contributes to a guideline.
enum GuidelineUncovered: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/guideline-uncovered", severity: .error,
    title: BilingualText(de: "Leitlinie ohne Projekt", en: "guideline without a project"),
    flags: BilingualText(
      de: """
        Eine Leitlinie, zu der kein Projekt beiträgt; eingestellte Projekte zählen nicht. Die Regel \
        schweigt, solange noch niemand beitragen muss: wenn alle Fristen in der Zukunft liegen, \
        Beiträge nur willkommen sind, oder für jede erwartete Dienststelle eine Ausnahme gilt. Sagt \
        die Leitlinie nicht, wer beitragen soll, so wird ein Beitrag der Stadt erwartet.
        """,
      en: """
        A guideline that no project serves; discontinued projects do not count. The rule keeps \
        silent while nobody has to contribute yet: when all dates lie ahead, contributions are \
        merely welcome, or every expected department is waived. Where the guideline does not say \
        who is to contribute, the city as a whole is expected to.
        """),
    reason: BilingualText(
      de: "Eine beschlossene Leitlinie, an der niemand arbeitet, steht nur auf dem Papier.",
      en: "A guideline that was decided and that nobody works on exists on paper only."),
    remedy: BilingualText(
      de: """
        Ordnen Sie der Leitlinie ein passendes Projekt zu, oder regen Sie eines an. Ist vorerst \
        keines nötig, halten Sie den Grund fest: \
        `dach waive gap/guideline-uncovered LEITLINIE --reason "…" --approver …`.
        """,
      en: """
        Align a fitting project to the guideline, or start one. If none is needed for now, record \
        why: `dach waive gap/guideline-uncovered GUIDELINE --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: """
        „Innovativer werden“ erwartet einen Beitrag des Kulturreferats; kein einziges Projekt ist \
        der Leitlinie zugeordnet.
        """,
      en: """
        “Become more innovative” expects a contribution by the culture department; not a single \
        project is aligned to it.
        """))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.guidelines.indices.compactMap { guideline in
      let record = snapshot.guidelines[guideline]
      guard snapshot.isExpected(record.expects), snapshot.contributors(to: guideline).isEmpty
      else { return nil }
      let subject = Subject(.guideline, record.id)
      if snapshot.isEverybodyLetOff(record.expects, by: subject) { return nil }
      let obliged = snapshot.obligedDepartments(record.expects, of: subject).map(\.contributor)
      return snapshot.finding(
        documentation, about: [subject], departments: obliged, location: record.location,
        message: message(snapshot, guideline, obliged: obliged), action: action(record))
    }
  }

  private static func message(
    _ snapshot: Snapshot, _ guideline: Int, obliged: [Int]
  ) -> BilingualText {
    let name = Quotation.of(snapshot.guidelines[guideline].name)
    var german = "Zur Leitlinie \(name.german) trägt kein Projekt bei."
    var english = "No project serves the guideline \(name.english)."
    let discontinued = snapshot.alignmentsOfGuideline[guideline].count
    if discontinued > 0 {
      german += " Was ihr zugeordnet war, ist eingestellt."
      english += " What was aligned to it has been discontinued."
    }
    if !obliged.isEmpty {
      let names = Enumeration.of(obliged.map { snapshot.departments[$0].name })
      german += " Erwartet wird ein Beitrag von: \(names.german)."
      english += " A contribution is expected from: \(names.english)."
    }
    return BilingualText(de: german, en: english)
  }

  private static func action(_ guideline: Guideline) -> BilingualText {
    BilingualText(
      de: """
        Ordnen Sie der Leitlinie ein passendes Projekt zu: \
        `dach update ID --guideline \(guideline.id) --role … --rationale "…"`.
        """,
      en: """
        Align a fitting project to the guideline: \
        `dach update ID --guideline \(guideline.id) --role … --rationale "…"`.
        """)
  }
}
