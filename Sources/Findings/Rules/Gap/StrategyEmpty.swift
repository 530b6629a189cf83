internal import Portfolio

/// gap/strategy-empty: a sub-strategy has no project.
enum StrategyEmpty: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/strategy-empty", severity: .warning,
    title: BilingualText(de: "Teilstrategie ohne Projekt", en: "sub-strategy without a project"),
    flags: BilingualText(
      de: """
        Eine Teilstrategie, zu der kein Projekt registriert ist; eingestellte zählen nicht. Die \
        Regel schweigt bei Teilstrategien, deren Laufzeit vorbei ist oder noch nicht begonnen hat.
        """,
      en: """
        A sub-strategy for which no project is registered; discontinued ones do not count. The \
        rule keeps silent about sub-strategies whose period is over or has not begun.
        """),
    reason: BilingualText(
      de: "Bündelung gelingt erst, wenn die Projekte aller Teilstrategien an einem Ort stehen.",
      en: "Bundling succeeds only when the projects of all sub-strategies stand in one place."),
    remedy: BilingualText(
      de: """
        Tragen Sie die Teilstrategie bei den Projekten ein, die zu ihr gehören: \
        `dach update PROJEKT --strategy TEILSTRATEGIE`. Noch nicht registrierte Projekte legen Sie \
        als YAML-Dateien im Ordner des Registers an und lesen sie mit `dach import` ein.
        """,
      en: """
        Enter the sub-strategy with the projects that belong to it: \
        `dach update PROJECT --strategy SUBSTRATEGY`. Put projects not yet registered as YAML files \
        into the registry's folder and read them in with `dach import`.
        """),
    example: BilingualText(
      de: "Zur „Agenda Digitalisierung“ ist kein Projekt registriert.",
      en: "No project is registered for the “Agenda Digitalisation”."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.subStrategies.indices.compactMap { strategy in
      let record = snapshot.subStrategies[strategy]
      guard isInForce(record, on: snapshot.asOf) else { return nil }
      let hasProject = snapshot.projectsOfStrategy[strategy].contains {
        snapshot.phase(of: $0).countsForCoverage
      }
      return hasProject ? nil : finding(snapshot, record)
    }
  }

  /// Whether its period, as far as it is known, includes the day.
  static func isInForce(_ strategy: SubStrategy, on day: CalendarDay) -> Bool {
    if let end = strategy.period?.end, end.lastDay < day { return false }
    if let start = strategy.period?.start, start.firstDay > day { return false }
    return true
  }

  private static func finding(_ snapshot: Snapshot, _ record: SubStrategy) -> Finding {
    let name = Quotation.of(record.name)
    let lead = record.lead.flatMap { snapshot.departmentTable[$0] }
    return snapshot.finding(
      documentation, about: [Subject(.strategy, record.id)],
      departments: lead.map { [$0] } ?? [], location: record.location,
      message: BilingualText(
        de: "Zur Teilstrategie \(name.german) ist kein Projekt registriert.",
        en: "No project is registered for the sub-strategy \(name.english)."),
      action: BilingualText(
        de: """
          Tragen Sie die Teilstrategie bei den Projekten ein, die zu ihr gehören: \
          `dach update ID --strategy \(record.id)`.
          """,
        en: """
          Enter the sub-strategy with the projects that belong to it: \
          `dach update ID --strategy \(record.id)`.
          """))
  }
}
