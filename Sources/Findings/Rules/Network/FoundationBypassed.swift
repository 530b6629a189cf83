internal import Portfolio

/// network/foundation-bypassed: a project needs a basic service and does not use the one there is.
enum FoundationBypassed: Rule {
  static let documentation = RuleDocumentation(
    name: "network/foundation-bypassed", severity: .warning,
    title: BilingualText(de: "Basisdienst nicht genutzt", en: "basic service not used"),
    flags: BilingualText(
      de: """
        Ein Projekt, das einen Basisdienst benötigt, den ein Projekt einer grundlegenden \
        Teilstrategie bereitstellt, und mit keinem dieser Projekte verbunden ist. Eine Verbindung \
        in beliebiger Richtung genügt, außer `replaces`. Die Regel schweigt über beendete Projekte, \
        über Dienste, die keine Grundlage bereitstellt, und über Projekte, die den Dienst selbst \
        bereitstellen.
        """,
      en: """
        A project that requires a basic service which a project of a foundation sub-strategy \
        provides, and that is linked to none of these projects. A link in either direction will \
        do, except `replaces`. The rule keeps silent about projects that are over, about services \
        that no foundation provides, and about projects that provide the service themselves.
        """),
    reason: BilingualText(
      de: "Basisdienste werden einmal bezahlt, damit nicht jeder Bereich einen eigenen baut.",
      en: "Basic services are paid for once so that not every department builds its own."),
    remedy: BilingualText(
      de:
        "Den Basisdienst nutzen und die Verbindung eintragen, oder mit `dach waive` begründen, warum nicht.",
      en: "Use the basic service and record the link, or record with `dach waive` why not."),
    example: BilingualText(
      de:
        "„Kita-Portal“ benötigt eine Online-Anmeldung, ist aber nicht mit „Bürgerkonto“ verbunden.",
      en: "“Day-care portal” needs online identity but is not linked to “Citizen account”."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let foundations = snapshot.services.indices.map { service in
      snapshot.providersOfService[service].filter { isFoundation($0, in: snapshot) }
    }
    return snapshot.services.indices.flatMap { service in
      let providers = Set(foundations[service])
      return providers.isEmpty
        ? []
        : snapshot.requirersOfService[service].compactMap { project -> Finding? in
          bypasses(project, service, providers, in: snapshot)
            ? finding(snapshot, project, service, foundations[service]) : nil
        }
    }
  }

  private static func isFoundation(_ project: Int, in snapshot: Snapshot) -> Bool {
    guard snapshot.phase(of: project).countsForCoverage,
      let strategy = snapshot.strategy(of: project)
    else { return false }
    return snapshot.subStrategies[strategy].isFoundation
  }

  private static func bypasses(
    _ project: Int, _ service: Int, _ providers: Set<Int>, in snapshot: Snapshot
  ) -> Bool {
    guard snapshot.isActive(project),
      !snapshot.servicesProvidedByProject[project].contains(service)
    else { return false }
    return !snapshot.linksFromProject[project].contains {
      $0.kind != .replaces && providers.contains($0.target)
    }
      && !snapshot.linksToProject[project].contains {
        $0.kind != .replaces && providers.contains($0.source)
      }
  }

  private static func finding(
    _ snapshot: Snapshot, _ project: Int, _ service: Int, _ providers: [Int]
  ) -> Finding {
    let record = snapshot.services[service]
    let (id, title) = (snapshot.projects[project].id, snapshot.title(of: project))
    let name = Quotation.of(record.name)
    let names = Enumeration.of(
      providers.map { provider in
        let (title, owner) = (snapshot.title(of: provider), snapshot.ownerName(of: provider))
        return BilingualText(
          de: "\(title.german) (\(owner.german))", en: "\(title.english) (\(owner.english))")
      }, limit: 3)
    return snapshot.finding(
      documentation, about: [snapshot.subject(project), Subject(.service, record.id)],
      departments: snapshot.owners(of: [project] + providers),
      location: snapshot.projects[project].location,
      message: BilingualText(
        de: """
          \(title.german) benötigt den Basisdienst \(name.german), ist aber nicht mit dem Projekt \
          verbunden, das ihn bereitstellt: \(names.german).
          """,
        en: """
          \(title.english) requires the basic service \(name.english) but is not linked to the \
          project that provides it: \(names.english).
          """),
      action: BilingualText(
        de: """
          Nutzen Sie den vorhandenen Dienst und tragen Sie die Verbindung ein: \
          `dach link \(id) \(snapshot.projects[providers[0]].id)`, oder begründen Sie mit \
          `dach waive \(documentation.name) \(id) \(record.id)`, warum nicht.
          """,
        en: """
          Use the existing service and record the link: \
          `dach link \(id) \(snapshot.projects[providers[0]].id)`, or record with \
          `dach waive \(documentation.name) \(id) \(record.id)` why not.
          """))
  }
}
