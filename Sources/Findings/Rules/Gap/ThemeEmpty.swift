internal import Portfolio

/// gap/theme-empty: a theme has no project, or none for a guideline that expects it.
enum ThemeEmpty: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/theme-empty", severity: .warning,
    title: BilingualText(de: "Themenkomplex ohne Projekt", en: "theme without a project"),
    flags: BilingualText(
      de: """
        Ein Themenkomplex ohne Projekt, oder mit weniger Projekten zu einer Leitlinie, als diese \
        dort erwartet; eingestellte zählen nicht, Teil und Ganzes zusammen einmal. Die Regel \
        schweigt, solange noch niemand beitragen muss oder für alle Erwarteten eine Ausnahme gilt, \
        und meldet einen ganz leeren Themenkomplex nur einmal, nicht je Leitlinie.
        """,
      en: """
        A theme without a project, or with fewer projects for a guideline than that guideline \
        expects there; discontinued ones do not count, a part and its whole count once together. \
        The rule keeps silent while nobody has to contribute yet or everybody expected is waived, \
        and reports a wholly empty theme once, not for every guideline.
        """),
    reason: BilingualText(
      de: "Die Roadmap verspricht in jedem Themenkomplex etwas für die Stadtgesellschaft.",
      en: "The roadmap promises the city something in every theme."),
    remedy: BilingualText(
      de: """
        Tragen Sie den Themenkomplex bei passenden Projekten ein, neben denen, die dort schon \
        stehen: `dach update PROJEKT --theme BISHERIGER --theme NEUER`. Bleibt er leer, halten Sie \
        den Grund fest: \
        `dach waive gap/theme-empty THEMENKOMPLEX --reason "…" --approver …`.
        """,
      en: """
        Enter the theme with fitting projects, beside those that stand there already: \
        `dach update PROJECT --theme PRESENT --theme NEW`. If it stays empty, record why: \
        `dach waive gap/theme-empty THEME --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: """
        „Nachhaltiger werden“ erwartet ein Projekt in „Kultur und Freizeit“; dort ist der Leitlinie \
        keines zugeordnet.
        """,
      en: """
        “Become more sustainable” expects a project in “Culture and leisure”; none there is aligned \
        to it.
        """))

  static let derivesFrom = [GuidelineUncovered.documentation.name, documentation.name]

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let isEmpty = snapshot.themes.indices.map { theme in
      !snapshot.projectsOfTheme[theme].contains { snapshot.phase(of: $0).countsForCoverage }
    }
    let empty = snapshot.themes.indices.compactMap { theme in
      isEmpty[theme] && isExpected(theme, in: snapshot) ? emptyTheme(snapshot, theme) : nil
    }
    let counter = ContributionCounter(snapshot)
    let lacking = snapshot.guidelines.indices.flatMap { guideline in
      lackingThemes(of: guideline, in: snapshot, counter).filter {
        !isEmpty[$0.contributor] || !isExpected($0.contributor, in: snapshot)
      }
      .map { lackingTheme(snapshot, guideline, $0) }
    }
    return empty + lacking
  }

  /// Whether somebody is to contribute by now who has not been let off.
  private static func isExpected(_ theme: Int, in snapshot: Snapshot) -> Bool {
    let record = snapshot.themes[theme]
    return snapshot.isExpected(record.expects)
      && !snapshot.isEverybodyLetOff(record.expects, by: Subject(.theme, record.id))
  }

  private static func lackingThemes(
    of guideline: Int, in snapshot: Snapshot, _ counter: ContributionCounter
  ) -> [Requirement] {
    let required = snapshot.requiredThemes(snapshot.guidelines[guideline].expects)
    guard !required.isEmpty else { return [] }
    let shares = counter.declared(toGuideline: guideline).byTheme(in: snapshot)
    return required.filter { shares[$0.contributor]?.count ?? 0 < $0.minimum }
  }

  private static func emptyTheme(_ snapshot: Snapshot, _ theme: Int) -> Finding {
    let record = snapshot.themes[theme]
    let name = Quotation.of(record.name)
    let required = snapshot.requiredDepartments(record.expects).map(\.contributor)
    return snapshot.finding(
      documentation, about: [Subject(.theme, record.id)], departments: required,
      location: record.location,
      message: BilingualText(
        de: "Der Themenkomplex \(name.german) hat kein Projekt.",
        en: "The theme \(name.english) has no project."),
      action: BilingualText(
        de: """
          Tragen Sie ihn bei passenden Projekten ein, neben denen, die dort schon stehen: \
          `dach update ID --theme … --theme \(record.id)`.
          """,
        en: """
          Enter it with fitting projects, beside those that stand there already: \
          `dach update ID --theme … --theme \(record.id)`.
          """))
  }

  private static func lackingTheme(
    _ snapshot: Snapshot, _ guideline: Int, _ requirement: Requirement
  ) -> Finding {
    let (record, theme) = (
      snapshot.guidelines[guideline], snapshot.themes[requirement.contributor]
    )
    let (name, themeName) = (Quotation.of(record.name), Quotation.of(theme.name))
    let expected = Quantity.projects(requirement.minimum)
    return snapshot.finding(
      documentation, about: [Subject(.guideline, record.id), Subject(.theme, theme.id)],
      departments: [], location: record.location,
      message: BilingualText(
        de: """
          Zur Leitlinie \(name.german) fehlt ein Beitrag aus dem Themenkomplex \
          \(themeName.german); erwartet: mindestens \(expected.german).
          """,
        en: """
          The guideline \(name.english) lacks a contribution from the theme \
          \(themeName.english); expected: at least \(expected.english).
          """),
      action: BilingualText(
        de: """
          Suchen Sie unter den Projekten des Themenkomplexes ein passendes (`dach list --theme \
          \(theme.id)`) und ordnen Sie es zu: `dach update ID --guideline \(record.id) --role … --rationale "…"`.
          """,
        en: """
          Look for a fitting project of the theme (`dach list --theme \(theme.id)`) and align it: \
          `dach update ID --guideline \(record.id) --role … --rationale "…"`.
          """))
  }
}
