internal import Portfolio

/// gap/department-expected: a department does not contribute where the strategy expects it to.
enum DepartmentExpected: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/department-expected", severity: .warning,
    title: BilingualText(de: "Erwarteter Beitrag fehlt", en: "expected contribution missing"),
    flags: BilingualText(
      de: """
        Eine Dienststelle, die zu einer Leitlinie oder einem Themenkomplex beitragen muss und dort \
        weniger Projekte hat als erwartet; eingestellte zählen nicht. Ein Beitrag ist auch ein \
        Projekt, das Teil eines zugeordneten Projekts ist oder mit ihm gebündelt wurde; Teil und \
        Ganzes zählen zusammen einmal. Die Regel schweigt bei \
        freiwilligen Beiträgen, bei Befreiten, bis die Frist abgelaufen ist, und wo eine Ausnahme \
        festgehalten ist („nicht unsere Aufgabe, weil …“).
        """,
      en: """
        A department that must contribute to a guideline or theme and has fewer projects there \
        than expected; discontinued ones do not count. A project that is part of an aligned one or \
        was bundled with it contributes, too; a part and its whole count once together. The rule \
        keeps silent where contributions \
        are merely welcome, for exempt departments, until the date has passed, and where a waiver \
        is recorded (“not ours, because …”).
        """),
    reason: BilingualText(
      de: "Nur wer weiß, was von ihm erwartet wird, kann beitragen oder widersprechen.",
      en: "Only those who know what is expected of them can contribute or object."),
    remedy: BilingualText(
      de: """
        Tragen Sie die Leitlinie oder den Themenkomplex bei einem passenden Projekt ein \
        (`dach update PROJEKT …`). Ist es nicht die Aufgabe der Dienststelle, halten Sie den Grund \
        fest: `dach waive gap/department-expected LEITLINIE DIENSTSTELLE --reason "…" --approver …`.
        """,
      en: """
        Enter the guideline or theme with a fitting project (`dach update PROJECT …`). If it is not \
        the department's task, record why: \
        `dach waive gap/department-expected GUIDELINE DEPARTMENT --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: """
        „Sozial inklusiver werden“ erwartet zwei Projekte des Sozialreferats; zugeordnet ist eines.
        """,
      en: """
        “Become more inclusive” expects two projects of the social department; one is aligned.
        """))

  static let derivesFrom = [GuidelineUncovered.documentation.name, ThemeEmpty.documentation.name]

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let counter = ContributionCounter(snapshot)
    let guidelines = snapshot.guidelines.indices.flatMap { guideline in
      let record = snapshot.guidelines[guideline]
      return findings(
        snapshot, Place(subject: Subject(.guideline, record.id), guideline: record),
        record.expects
      ) { counter.declared(toGuideline: guideline) }
    }
    let themes = snapshot.themes.indices.flatMap { theme in
      let record = snapshot.themes[theme]
      return findings(
        snapshot, Place(subject: Subject(.theme, record.id), theme: record), record.expects
      ) { counter.declared(toTheme: theme) }
    }
    return guidelines + themes
  }

  /// The guideline or theme that expects something.
  private struct Place {
    let subject: Subject
    let name: BilingualText
    let location: SourceLocation?

    init(subject: Subject, guideline: Guideline) {
      self.subject = subject
      let name = Quotation.of(guideline.name)
      self.name = BilingualText(
        de: "zur Leitlinie \(name.german)", en: "to the guideline \(name.english)")
      location = guideline.location
    }

    init(subject: Subject, theme: Theme) {
      self.subject = subject
      let name = Quotation.of(theme.name)
      self.name = BilingualText(
        de: "zum Themenkomplex \(name.german)", en: "to the theme \(name.english)")
      location = theme.location
    }
  }

  private static func findings(
    _ snapshot: Snapshot, _ place: Place, _ expectations: [Expectation],
    contributions: () -> Contributions
  ) -> [Finding] {
    let required = snapshot.requiredDepartments(expectations)
    guard !required.isEmpty else { return [] }
    let shares = contributions().byDepartment(in: snapshot)
    return required.compactMap { requirement in
      let count = shares[requirement.contributor]?.count ?? 0
      guard count < requirement.minimum else { return nil }
      return finding(snapshot, place, requirement, count: count)
    }
  }

  private static func finding(
    _ snapshot: Snapshot, _ place: Place, _ requirement: Requirement, count: Int
  ) -> Finding {
    let department = snapshot.departments[requirement.contributor]
    let expected = Quantity.projects(requirement.minimum)
    let isOne = requirement.minimum == 1
    return snapshot.finding(
      documentation, about: [place.subject, Subject(.department, department.id)],
      departments: [requirement.contributor], location: place.location,
      message: BilingualText(
        de: """
          \(department.name): Erwartet \(isOne ? "wird" : "werden") \(place.name.german) \
          mindestens \(expected.german), registriert \(registered(count).german).
          """,
        en: """
          \(department.name) is expected to contribute at least \(expected.english) \
          \(place.name.english); \(registered(count).english) registered.
          """),
      action: action(place.subject, department.id))
  }

  private static func registered(_ count: Int) -> BilingualText {
    switch count {
    case 0: BilingualText(de: "ist keines", en: "none is")
    case 1: BilingualText(de: "ist eines", en: "one is")
    default: BilingualText(de: "sind \(count)", en: "\(count) are")
    }
  }

  private static func action(_ place: Subject, _ department: String) -> BilingualText {
    let update =
      place.kind == .theme
      ? "dach update ID --theme … --theme \(place.id)"
      : "dach update ID --guideline \(place.id) --role … --rationale \"…\""
    return BilingualText(
      de: """
        Suchen Sie unter Ihren Projekten ein passendes (`dach list --department \(department)`) und \
        tragen Sie den Beitrag dort ein: `\(update)`.
        """,
      en: """
        Look for a fitting project among your own (`dach list --department \(department)`) and \
        record the contribution there: `\(update)`.
        """)
  }
}
