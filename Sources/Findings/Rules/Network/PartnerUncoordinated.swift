internal import Portfolio

/// network/partner-uncoordinated: departments work with the same partner and not with each other.
enum PartnerUncoordinated: Rule {
  static let documentation = RuleDocumentation(
    name: "network/partner-uncoordinated", severity: .note,
    title: BilingualText(
      de: "Gleicher Partner, keine Abstimmung", en: "same partner, no coordination"),
    flags: BilingualText(
      de: """
        Ein Partner, mit dem mehrere Dienststellen in laufenden, geplanten oder angedachten \
        Projekten arbeiten, ohne dass alle diese Dienststellen über diese Projekte verbunden sind. \
        Als Verbindung zählt auch die Entscheidung, dass zwei Projekte schon zusammenarbeiten oder \
        es nicht müssen. Die Regel schweigt über Land und Bund, die meist nur fördern, und über \
        Partner, die selbst Dienststellen der Stadt sind. Schreibweisen werden angeglichen.
        """,
      en: """
        A partner with whom several departments work in running, planned or proposed projects, \
        without all of these departments being linked through these projects. The verdict that two \
        projects cooperate already, or need not, counts as a link. The rule keeps silent about \
        state and federal bodies, which mostly just fund, and about partners that are departments \
        of the city themselves. Spellings are levelled.
        """),
    reason: BilingualText(
      de:
        "Ein Partner, der von zwei Seiten der Stadt verschieden angesprochen wird, verliert Zeit und Vertrauen.",
      en: "A partner whom two sides of the city approach differently loses time and trust."),
    remedy: BilingualText(
      de: """
        Stimmen Sie sich über den Partner ab und verbinden Sie die Projekte: \
        `dach link PROJEKT ANDERES --kind coordinatesWith`. Ist das nicht nötig, halten Sie den \
        Grund fest: `dach decide PROJEKT ANDERES notNeeded --reason "…"`.
        """,
      en: """
        Coordinate the work with the partner and link the projects: \
        `dach link PROJECT OTHER --kind coordinatesWith`. If there is no need, record why: \
        `dach decide PROJECT OTHER notNeeded --reason "…"`.
        """),
    example: BilingualText(
      de:
        "Kultur und Schule arbeiten beide mit der Technischen Hochschule, ohne voneinander zu wissen.",
      en:
        "Culture and school both work with the technical university without knowing of each other.")
  )

  static func findings(in snapshot: Snapshot) -> [Finding] {
    Partnership.all(in: snapshot).filter { !$0.isCoordinated(in: snapshot) }
      .map { finding(snapshot, $0) }
  }

  /// Every two departments that work with the same partner, without partners for which a waiver is
  /// in force: whether they are linked through these projects.
  static func expectations(in snapshot: Snapshot) -> [ContactExpectation] {
    Partnership.all(in: snapshot).flatMap { partnership -> [ContactExpectation] in
      let subject = Subject(.partner, partnership.key)
      if snapshot.isWaived(rule: documentation.name, subjects: [subject]) { return [] }
      let departments = snapshot.owners(of: partnership.projects)
      if departments.count < 2 { return [] }
      let sets = partnership.departmentSets(in: snapshot)
      return departments.indices.flatMap { place in
        departments[..<place].map { other in
          ContactExpectation(
            departments: DepartmentPair(departments[place], other),
            reason: .partner(partnership.name, projects: partnership.projects),
            isMet: sets[departments[place]] == sets[other])
        }
      }
    }
  }

  private static func finding(
    _ snapshot: Snapshot, _ partnership: Partnership
  ) -> Finding {
    let departments = snapshot.owners(of: partnership.projects)
    let name = Quotation.of(partnership.name)
    let owners = Enumeration.of(departments.map { snapshot.departments[$0].name })
    let titles = Enumeration.of(partnership.projects.map { snapshot.title(of: $0) }, limit: 4)
    let pair = partnership.separatedPair(in: snapshot)
      .map { snapshot.projects[$0].id }.joined(separator: " ")
    return snapshot.finding(
      documentation, about: [Subject(.partner, partnership.key)], departments: departments,
      location: nil,
      message: BilingualText(
        de: """
          Mit \(name.german) arbeiten mehrere Dienststellen, deren Projekte nicht miteinander \
          verbunden sind: \(owners.german) (Projekte: \(titles.german)).
          """,
        en: """
          Several departments whose projects are not linked work with \(name.english): \
          \(owners.english) (projects: \(titles.english)).
          """),
      action: BilingualText(
        de: """
          Stimmen Sie sich ab und verbinden Sie die Projekte: \
          `dach link \(pair) --kind coordinatesWith`.
          """,
        en: """
          Coordinate the work and link the projects: `dach link \(pair) --kind coordinatesWith`.
          """))
  }
}
