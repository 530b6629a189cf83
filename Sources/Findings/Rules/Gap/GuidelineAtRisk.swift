internal import Portfolio

/// gap/guideline-at-risk: what serves a guideline is only an idea, or over, or will soon be.
enum GuidelineAtRisk: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/guideline-at-risk", severity: .warning,
    title: BilingualText(
      de: "Leitlinie bald ohne Projekt", en: "guideline about to lose its projects"),
    flags: BilingualText(
      de: """
        Eine Leitlinie, zu der nur Ideen beitragen, nur abgeschlossene Projekte, oder deren letztes \
        laufendes oder geplantes Projekt innerhalb des Horizonts endet (`horizonMonths`). Die Regel \
        schweigt, wenn wenigstens ein laufendes oder geplantes Projekt später endet oder sein Ende \
        offen ist, wenn gar kein Projekt beiträgt (das meldet gap/guideline-uncovered), wenn noch \
        niemand beitragen muss, und wenn für alle Erwarteten eine Ausnahme gilt.
        """,
      en: """
        A guideline that only ideas serve, or only finished projects, or whose last running or \
        planned project ends within the horizon (`horizonMonths`). The rule keeps silent when at \
        least one running or planned project ends later or has no known end, when no project \
        serves the guideline at all (gap/guideline-uncovered says so), while nobody has to \
        contribute yet, and where everybody expected is waived.
        """),
    reason: BilingualText(
      de: "Wer das Ende kommen sieht, kann rechtzeitig verlängern oder ein Folgeprojekt planen.",
      en: "Who sees the end coming can extend or plan a successor in time."),
    remedy: BilingualText(
      de: """
        Planen Sie ein Folgeprojekt, bringen Sie eine Idee in die Planung, oder berichtigen Sie das \
        Ende des letzten Projekts. Darf die Leitlinie auslaufen, halten Sie den Grund fest: \
        `dach waive gap/guideline-at-risk LEITLINIE --reason "…" --approver …`.
        """,
      en: """
        Plan a successor, move an idea into planning, or correct the end of the last project. If \
        the guideline may run out, record why: \
        `dach waive gap/guideline-at-risk GUIDELINE --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: "Das letzte laufende Projekt zu „Energieeffizienter werden“ endet in Q2/2027.",
      en: "The last running project for “Become more energy-efficient” ends in Q2/2027."))

  static let derivesFrom = [GuidelineUncovered.documentation.name]

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.guidelines.indices.compactMap { guideline in
      let record = snapshot.guidelines[guideline]
      guard snapshot.isExpected(record.expects),
        !snapshot.isEverybodyLetOff(record.expects, by: Subject(.guideline, record.id))
      else { return nil }
      let contributors = snapshot.contributors(to: guideline)
      guard !contributors.isEmpty, let risk = risk(to: contributors, in: snapshot) else {
        return nil
      }
      return finding(snapshot, guideline, contributors: contributors, risk)
    }
  }

  private enum Risk {
    case onlyIdeas, onlyEnded, ideasAndEnded
    /// The project that ends last, and when.
    case ends(project: Int, day: CalendarDay)
  }

  private static func risk(to contributors: [Int], in snapshot: Snapshot) -> Risk? {
    let underWay = contributors.filter { snapshot.phase(of: $0).isUnderWay }
    if underWay.isEmpty {
      let ideas = contributors.count { snapshot.phase(of: $0) == .idea }
      return ideas == contributors.count ? .onlyIdeas : ideas == 0 ? .onlyEnded : .ideasAndEnded
    }
    let horizon = snapshot.asOf.advanced(byMonths: snapshot.settings.horizonMonths)
    var last: (project: Int, day: CalendarDay)?
    for project in underWay {
      guard let end = snapshot.end(of: project), end <= horizon else { return nil }
      if last.map({ $0.day < end }) ?? true { last = (project, end) }
    }
    return last.map { .ends(project: $0.project, day: $0.day) }
  }

  private static func finding(
    _ snapshot: Snapshot, _ guideline: Int, contributors: [Int], _ risk: Risk
  ) -> Finding {
    let record = snapshot.guidelines[guideline]
    return snapshot.finding(
      documentation, about: [Subject(.guideline, record.id)],
      departments: snapshot.owners(of: contributors), location: record.location,
      message: message(snapshot, Quotation.of(record.name), risk),
      action: action(snapshot, record, risk))
  }

  private static func message(
    _ snapshot: Snapshot, _ name: BilingualText, _ risk: Risk
  ) -> BilingualText {
    switch risk {
    case .onlyIdeas:
      return BilingualText(
        de: "Zur Leitlinie \(name.german) gibt es nur Ideen; geplant oder begonnen ist nichts.",
        en: "For the guideline \(name.english) there are only ideas; nothing is planned or begun.")
    case .onlyEnded:
      return BilingualText(
        de:
          "Zur Leitlinie \(name.german) sind alle Projekte abgeschlossen; neue sind nicht geplant.",
        en: "All projects for the guideline \(name.english) are finished; no new ones are planned.")
    case .ideasAndEnded:
      return BilingualText(
        de: """
          Zur Leitlinie \(name.german) gibt es nur abgeschlossene Projekte und Ideen; geplant oder \
          begonnen ist nichts.
          """,
        en: """
          For the guideline \(name.english) there are only finished projects and ideas; nothing is \
          planned or begun.
          """)
    case .ends(let project, let day):
      let title = snapshot.title(of: project)
      let quarter = Quarter(containing: day)
      return day < snapshot.asOf
        ? BilingualText(
          de: """
            Das letzte laufende oder geplante Projekt zur Leitlinie \(name.german) hätte schon in \
            \(quarter) enden sollen: \(title.german).
            """,
          en: """
            The last running or planned project for the guideline \(name.english) should have \
            ended in \(quarter) already: \(title.english).
            """)
        : BilingualText(
          de: """
            Das letzte laufende oder geplante Projekt zur Leitlinie \(name.german) endet in \
            \(quarter): \(title.german).
            """,
          en: """
            The last running or planned project for the guideline \(name.english) ends in \
            \(quarter): \(title.english).
            """)
    }
  }

  private static func action(
    _ snapshot: Snapshot, _ guideline: Guideline, _ risk: Risk
  ) -> BilingualText {
    let list = "dach list --guideline \(guideline.id)"
    switch risk {
    case .onlyIdeas, .ideasAndEnded:
      return BilingualText(
        de: """
          Bringen Sie eine der Ideen in die Planung (`\(list)` zeigt sie): \
          `dach update ID --status planned`.
          """,
        en: """
          Move one of the ideas into planning (`\(list)` shows them): \
          `dach update ID --status planned`.
          """)
    case .onlyEnded:
      return BilingualText(
        de: "Planen Sie ein Folgeprojekt; `\(list)` zeigt, worauf es aufbauen kann.",
        en: "Plan a successor; `\(list)` shows what it can build on.")
    case .ends(let project, _):
      let update = "dach update \(snapshot.projects[project].id) --end …"
      return BilingualText(
        de: "Planen Sie ein Folgeprojekt, oder berichtigen Sie das Ende: `\(update)`.",
        en: "Plan a successor, or correct the end: `\(update)`.")
    }
  }
}
