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
        in beliebiger Richtung genügt, außer `replaces`; sie darf auch über ein Projekt führen, zu \
        dem es gehört oder auf dem es aufbaut. Die Regel schweigt über beendete Projekte, über \
        Dienste, die keine Grundlage bereitstellt, und über Projekte, die den Dienst selbst \
        bereitstellen.
        """,
      en: """
        A project that requires a basic service which a project of a foundation sub-strategy \
        provides, and that is linked to none of these projects. A link in either direction will \
        do, except `replaces`, and so will one by way of a project that it is part of or builds on. \
        The rule keeps silent about projects that are over, about services that no foundation \
        provides, and about projects that provide the service themselves.
        """),
    reason: BilingualText(
      de: "Basisdienste werden einmal bezahlt, damit nicht jeder Bereich einen eigenen baut.",
      en: "Basic services are paid for once so that not every department builds its own."),
    remedy: BilingualText(
      de: """
        Nutzen Sie den vorhandenen Dienst und tragen Sie die Verbindung ein: \
        `dach link PROJEKT BASISDIENST-PROJEKT --kind buildsOn`. Geht das nicht, halten Sie den \
        Grund fest: `dach waive network/foundation-bypassed PROJEKT DIENST --reason "…" --approver …`.
        """,
      en: """
        Use the existing service and record the link: \
        `dach link PROJECT PROVIDER --kind buildsOn`. If that cannot be done, record why: \
        `dach waive network/foundation-bypassed PROJECT SERVICE --reason "…" --approver …`.
        """),
    example: BilingualText(
      de:
        "„Kita-Portal“ benötigt eine Online-Anmeldung, ist aber nicht mit „Bürgerkonto“ verbunden.",
      en: "“Day-care portal” needs online identity but is not linked to “Citizen account”."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.services.indices.flatMap { service -> [Finding] in
      let providers = providers(of: service, in: snapshot)
      guard !providers.isEmpty else { return [] }
      let supply = Supply(service, providers, in: snapshot)
      let known = Set(providers)
      return snapshot.requirersOfService[service]
        .filter { bypasses($0, service, known, in: snapshot) }
        .map { finding(snapshot, $0, supply) }
    }
  }

  /// The foundation projects that provide a service: those that run first, then those that most
  /// others are linked with, since a reader is to be sent where the service is in use.
  private static func providers(of service: Int, in snapshot: Snapshot) -> [Int] {
    snapshot.providersOfService[service].filter { isFoundation($0, in: snapshot) }
      .map { provider -> (project: Int, runs: Int, links: Int) in
        let runs = snapshot.phase(of: provider) == .running ? 0 : 1
        return (provider, runs, -snapshot.linksToProject[provider].count)
      }
      .sorted {
        ($0.runs, $0.links, snapshot.projects[$0.project].id)
          < ($1.runs, $1.links, snapshot.projects[$1.project].id)
      }
      .map(\.project)
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
    if isLinked(project, to: providers, in: snapshot) { return false }
    return !snapshot.linksFromProject[project].contains { link in
      (link.kind == .partOf || link.kind == .buildsOn)
        && snapshot.phase(of: link.target).countsForCoverage
        && isLinked(link.target, to: providers, in: snapshot)
    }
  }

  private static func isLinked(
    _ project: Int, to providers: Set<Int>, in snapshot: Snapshot
  ) -> Bool {
    snapshot.linksFromProject[project].contains {
      $0.kind != .replaces && providers.contains($0.target)
    }
      || snapshot.linksToProject[project].contains {
        $0.kind != .replaces && providers.contains($0.source)
      }
  }

  private static func finding(_ snapshot: Snapshot, _ project: Int, _ supply: Supply) -> Finding {
    let (id, title) = (snapshot.projects[project].id, snapshot.title(of: project))
    let link = "dach link \(id) \(supply.firstProvider) --kind buildsOn"
    return snapshot.finding(
      documentation, about: [snapshot.subject(project), supply.service],
      departments: snapshot.owners(of: [project] + supply.named),
      location: snapshot.projects[project].location,
      message: BilingualText(
        de: """
          \(title.german) benötigt den Basisdienst \(supply.name.german); \
          \(supply.sentence.german).
          """,
        en: """
          \(title.english) requires the basic service \(supply.name.english); \
          \(supply.sentence.english).
          """),
      action: BilingualText(
        de: "Nutzen Sie den vorhandenen Dienst und tragen Sie die Verbindung ein: `\(link)`.",
        en: "Use the existing service and record the link: `\(link)`."))
  }
}

/// Who provides a basic service, worded once for all who bypass it.
private struct Supply {
  let service: Subject
  /// The service in quotation marks.
  let name: BilingualText
  /// The providers that the finding names: a service may have many, and a reader needs somebody
  /// to talk to, not all of them.
  let named: [Int]
  let firstProvider: String
  /// Who provides the service, and that there is no link: the second half of the finding.
  let sentence: BilingualText

  /// - Parameter providers: at least one, the one to name first in front.
  init(_ service: Int, _ providers: [Int], in snapshot: Snapshot) {
    let record = snapshot.services[service]
    self.service = Subject(.service, record.id)
    name = Quotation.of(record.name)
    named = Array(providers.prefix(2))
    firstProvider = snapshot.projects[providers[0]].id
    sentence = Self.sentence(snapshot, named, of: providers.count)
  }

  private static func sentence(
    _ snapshot: Snapshot, _ named: [Int], of count: Int
  ) -> BilingualText {
    let names = named.map { provider in
      let (title, owner) = (snapshot.title(of: provider), snapshot.ownerName(of: provider))
      return BilingualText(
        de: "\(title.german) (\(owner.german))", en: "\(title.english) (\(owner.english))")
    }
    if count == 1 {
      return BilingualText(
        de: "den stellt \(names[0].german) bereit, aber beide sind nicht verbunden",
        en: "\(names[0].english) provides it, but the two are not linked")
    }
    let rest = count - named.count
    let more = BilingualText(
      de: rest == 1 ? "ein weiteres Projekt" : "\(rest) weitere Projekte",
      en: rest == 1 ? "one more project" : "\(rest) more projects")
    let list = Enumeration.of(rest == 0 ? names : names + [more])
    return BilingualText(
      de: "den stellen \(list.german) bereit, aber mit keinem davon ist es verbunden",
      en: "\(list.english) provide it, but it is linked to none of them")
  }
}
