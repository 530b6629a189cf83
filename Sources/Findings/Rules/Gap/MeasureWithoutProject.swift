internal import Portfolio

/// gap/measure-without-project: nobody works on a measure of the roadmap.
enum MeasureWithoutProject: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/measure-without-project", severity: .warning,
    title: BilingualText(de: "Maßnahme ohne Projekt", en: "measure without a project"),
    flags: BilingualText(
      de: """
        Eine Maßnahme der Roadmap, die kein Projekt nennt, oder nur solche, die eingestellt oder \
        nicht registriert sind. Die Regel schweigt, sobald ein Projekt daran arbeitet oder \
        gearbeitet hat.
        """,
      en: """
        A measure of the roadmap that names no project, or only ones that are discontinued or not \
        registered. The rule keeps silent once a project works or has worked on it.
        """),
    reason: BilingualText(
      de: "Die Roadmap ist beschlossen; jede Maßnahme braucht jemanden, der sie umsetzt.",
      en: "The roadmap has been decided; every measure needs somebody who carries it out."),
    remedy: BilingualText(
      de: """
        Tragen Sie bei der Maßnahme das Projekt ein, das sie umsetzt (`projects` in der Roadmap), \
        und lesen Sie sie mit `dach import` ein. Folgt keines, halten Sie den Grund fest: \
        `dach waive gap/measure-without-project MASSNAHME --reason "…" --approver …`.
        """,
      en: """
        Enter the project that carries it out with the measure (`projects` in the roadmap), and \
        read it in with `dach import`. If none follows, record why: \
        `dach waive gap/measure-without-project MEASURE --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: "„Ausleihe ohne Wartezeit“ soll bis 2027 umgesetzt sein; ein Projekt ist nicht genannt.",
      en: "“Lending without waiting” is due by 2027; no project is named."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.portfolio.measures.compactMap { measure in
      let known = measure.projects.compactMap { snapshot.projectTable[$0] }
      if known.contains(where: { snapshot.phase(of: $0).countsForCoverage }) { return nil }
      return finding(snapshot, measure)
    }
  }

  private static func finding(_ snapshot: Snapshot, _ measure: Measure) -> Finding {
    let lead = measure.lead.flatMap { snapshot.departmentTable[$0] }
    let title = Quotation.of(measure.title)
    var german = "An der Maßnahme \(title.german) arbeitet kein Projekt"
    var english = "No project works on the measure \(title.english)"
    if let by = measure.by {
      german += "; sie soll bis \(by.wording.german) umgesetzt sein"
      english += "; it is to be carried out by \(by.wording.english)"
    }
    if !measure.projects.isEmpty {
      german += ". Die genannten Projekte sind eingestellt oder nicht registriert"
      english += ". The projects it names are discontinued or not registered"
    }
    return snapshot.finding(
      documentation, about: [Subject(.measure, measure.id)],
      departments: lead.map { [$0] } ?? [], location: measure.location,
      message: BilingualText(de: german + ".", en: english + "."),
      action: BilingualText(
        de: """
          Tragen Sie bei der Maßnahme das Projekt ein, das sie umsetzt (`projects` in der Roadmap), \
          und lesen Sie sie mit `dach import` ein.
          """,
        en: """
          Enter the project that carries it out with the measure (`projects` in the roadmap), and \
          read it in with `dach import`.
          """))
  }
}
