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
    let own = ownNames(snapshot)
    var partners: [String: Partnership] = [:]
    for project in snapshot.activeProjects where snapshot.department(of: project) != nil {
      for partner in snapshot.projects[project].partners {
        if partner.sector == .state || partner.sector == .federal { continue }
        let key = PartnerName.normalised(partner.name)
        if key.isEmpty || own.contains(key) { continue }
        partners[key, default: Partnership(name: partner.name)].projects.append(project)
      }
    }
    return partners.keys.sorted().compactMap { key in
      partners[key].flatMap { isCoordinated($0, in: snapshot) ? nil : finding(snapshot, key, $0) }
    }
  }

  private struct Partnership {
    /// As first written.
    let name: String
    var projects: [Int] = []
  }

  private static func ownNames(_ snapshot: Snapshot) -> Set<String> {
    var names: Set<String> = []
    for department in snapshot.departments {
      let written = [department.name] + department.aliases
      let offices = department.offices.flatMap { [$0.name] + $0.aliases }
      names.formUnion((written + offices).map(PartnerName.normalised))
    }
    return names
  }

  /// Whether links or verdicts between the partner's projects join all of its departments.
  private static func isCoordinated(_ partnership: Partnership, in snapshot: Snapshot) -> Bool {
    let departments = snapshot.owners(of: partnership.projects)
    guard departments.count > 1 else { return true }
    let projects = Set(partnership.projects)
    var sets = ConnectedSets<Int>()
    func join(_ one: Int, _ other: Int) {
      if let left = snapshot.department(of: one), let right = snapshot.department(of: other) {
        sets.join(left, right)
      }
    }
    for project in partnership.projects {
      for link in snapshot.linksFromProject[project] where projects.contains(link.target) {
        join(project, link.target)
      }
      for other in snapshot.decidedPartners(of: project) where projects.contains(other) {
        let outcome = snapshot.networkVerdict(on: ProjectPair(project, other))?.outcome
        if outcome == .alreadyDo || outcome == .notNeeded { join(project, other) }
      }
    }
    return Set(departments.map { sets.representative(of: $0) }).count == 1
  }

  /// Ids of two of the projects that belong to different departments and are not linked.
  private static func unlinkedPair(_ projects: [Int], in snapshot: Snapshot) -> String {
    let first = projects[0]
    let other = projects.first {
      snapshot.crossesDepartments(first, $0) && !snapshot.areLinked(first, $0)
    }
    return other.map { "\(snapshot.projects[first].id) \(snapshot.projects[$0].id)" } ?? "A B"
  }

  private static func finding(
    _ snapshot: Snapshot, _ key: String, _ partnership: Partnership
  ) -> Finding {
    let departments = snapshot.owners(of: partnership.projects)
    let name = Quotation.of(partnership.name)
    let owners = Enumeration.of(departments.map { snapshot.departments[$0].name })
    let titles = Enumeration.of(partnership.projects.map { snapshot.title(of: $0) }, limit: 4)
    let pair = unlinkedPair(partnership.projects, in: snapshot)
    return snapshot.finding(
      documentation, about: [Subject(.partner, key)], departments: departments, location: nil,
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
