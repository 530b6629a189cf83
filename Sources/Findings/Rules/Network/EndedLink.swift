internal import Portfolio

/// network/ended-link: what linked two departments is over.
enum EndedLink: Rule {
  static let documentation = RuleDocumentation(
    name: "network/ended-link", severity: .note,
    title: BilingualText(
      de: "Verbindung ausgelaufen", en: "link has run out"),
    flags: BilingualText(
      de: """
        Zwei Dienststellen, die nur über abgeschlossene Projekte verbunden sind: Ein laufendes, \
        geplantes oder angedachtes Projekt der einen stimmt sich mit einem abgeschlossenen der \
        anderen ab (`coordinatesWith`), oder eines ist Teil des anderen (`partOf`). Jedes Paar von \
        Dienststellen wird einmal gemeldet. Die Regel schweigt, wenn die beiden noch anders \
        verbunden sind oder laut Entscheidung schon zusammenarbeiten, wenn die andere Dienststelle \
        keine aktiven Projekte mehr hat, und über alles, was nach dem Abschluss weitergelten kann: \
        Grundlagen (`dependsOn`, `buildsOn`), geteilte Daten und Abgelöstes.
        """,
      en: """
        Two departments that are connected through completed projects alone: a running, planned or \
        proposed project of the one coordinates with a completed one of the other \
        (`coordinatesWith`), or one is part of the other (`partOf`). Every pair of departments is \
        reported once. The rule keeps silent when the two are connected otherwise or work together \
        already by a verdict, when the other department has no active projects any more, and about \
        whatever can hold after the end: foundations (`dependsOn`, `buildsOn`), shared data and \
        what was replaced.
        """),
    reason: BilingualText(
      de: "Mit dem Projekt endet auch das Gespräch, und keine Liste zeigt es.",
      en: "The conversation ends with the project, and no list shows it."),
    remedy: BilingualText(
      de: """
        Arbeiten beide weiter zusammen, verbinden Sie laufende Projekte: \
        `dach link PROJEKT ANDERES --kind coordinatesWith`. Wird das Ergebnis nur genutzt, tragen \
        Sie das ein: `dach link PROJEKT ZIEL --kind buildsOn`. Ist die Zusammenarbeit zu Ende, \
        streichen Sie die Verbindung: `dach link PROJEKT ZIEL --remove`.
        """,
      en: """
        If the two go on working together, link current projects: \
        `dach link PROJECT OTHER --kind coordinatesWith`. If the result is merely used, say so: \
        `dach link PROJECT TARGET --kind buildsOn`. If the cooperation is over, remove the link: \
        `dach link PROJECT TARGET --remove`.
        """),
    example: BilingualText(
      de: "Jugendamt und Schule stimmten sich nur im „Kita-Portal 2020“ ab, das abgeschlossen ist.",
      en: "Youth and school coordinated in “Day-care portal 2020” alone, which is completed."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    var connected = currentContacts(snapshot)
    return snapshot.projects.indices.flatMap { project in
      snapshot.linksByTarget(from: project).compactMap { parallel -> Finding? in
        let link = parallel[0]
        guard hasEnded(parallel, in: snapshot),
          let pair = snapshot.departments(of: ProjectPair(link.source, link.target)),
          [pair.first, pair.second].allSatisfy({ hasActiveProjects($0, in: snapshot) }),
          connected.insert(pair).inserted
        else { return nil }
        return finding(snapshot, link)
      }
    }
  }

  /// Whether the links between two projects say nothing that holds after the end of one of them,
  /// and just that one is completed.
  private static func hasEnded(_ parallel: [ResolvedLink], in snapshot: Snapshot) -> Bool {
    let phases = [parallel[0].source, parallel[0].target].map { snapshot.phase(of: $0) }
    return phases.count(where: \.isActive) == 1 && phases.contains(.ended)
      && parallel.allSatisfy { $0.kind == .coordinatesWith || $0.kind == .partOf }
  }

  private static func hasActiveProjects(_ department: Int, in snapshot: Snapshot) -> Bool {
    snapshot.projectsOfDepartment[department].contains(where: snapshot.isActive)
  }

  /// The departments that are in touch through something that has not ended: a link with at least
  /// one active project, or a verdict.
  private static func currentContacts(_ snapshot: Snapshot) -> Set<DepartmentPair> {
    var contacts: Set<DepartmentPair> = []
    func insert(_ one: Int, _ other: Int) {
      if let pair = snapshot.departments(of: ProjectPair(one, other)) { contacts.insert(pair) }
    }
    for project in snapshot.projects.indices {
      for parallel in snapshot.linksByTarget(from: project)
      where snapshot.isContact(parallel[0]) && !hasEnded(parallel, in: snapshot)
        && [project, parallel[0].target].contains(where: snapshot.isActive)
      {
        insert(project, parallel[0].target)
      }
    }
    for pair in snapshot.decidedPairs
    where snapshot.networkVerdict(on: pair)?.outcome == .alreadyDo {
      insert(pair.first, pair.second)
    }
    return contacts
  }

  private static func finding(_ snapshot: Snapshot, _ link: ResolvedLink) -> Finding {
    let ids = [link.source, link.target].map { snapshot.projects[$0].id }
    let ended = snapshot.isActive(link.source) ? link.target : link.source
    let running = ended == link.target ? link.source : link.target
    let owners = [running, ended].map { snapshot.ownerName(of: $0) }
    let titles = [running, ended].map { snapshot.title(of: $0) }
    return snapshot.finding(
      documentation, about: [snapshot.subject(running), snapshot.subject(ended)],
      departments: snapshot.owners(of: [running, ended]),
      location: snapshot.location(
        in: link.source, line: snapshot.projects[link.source].links[link.position].line),
      message: BilingualText(
        de: """
          \(owners[0].german) und \(owners[1].german) sind nur noch über \(titles[1].german) \
          verbunden; dieses Projekt ist abgeschlossen (Gegenstück: \(titles[0].german)).
          """,
        en: """
          \(owners[0].english) and \(owners[1].english) are connected through \(titles[1].english) \
          alone, which is completed (counterpart: \(titles[0].english)).
          """),
      action: BilingualText(
        de: """
          Arbeiten beide weiter zusammen, verbinden Sie laufende Projekte \
          (`dach link A B --kind coordinatesWith`); sonst streichen Sie die Verbindung \
          (`dach link \(ids[0]) \(ids[1]) --remove`).
          """,
        en: """
          If the two go on working together, link current projects \
          (`dach link A B --kind coordinatesWith`); otherwise remove the link \
          (`dach link \(ids[0]) \(ids[1]) --remove`).
          """))
  }
}
