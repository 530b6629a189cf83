internal import Portfolio

/// network/foundation-bypassed: a project needs a basic service and does not use the
/// one there is, or builds its own.
enum FoundationBypassed: Rule {
  static let documentation = RuleDocumentation(
    name: "network/foundation-bypassed", severity: .warning,
    title: BilingualText(de: "Basisdienst nicht genutzt", en: "basic service not used"),
    flags: BilingualText(
      de: """
        Ein Projekt, das einen Basisdienst benötigt oder selbst baut, den ein Projekt einer \
        grundlegenden Teilstrategie bereitstellt oder bereitstellen soll, und mit keinem dieser \
        Projekte verbunden ist. Eine Verbindung in beliebiger Richtung genügt, außer `replaces`; \
        sie darf auch über ein Projekt führen, zu dem es gehört oder auf dem es aufbaut. Die Regel \
        schweigt über beendete Projekte, über Dienste, die keine Grundlage bereitstellt oder für \
        die es dort erst eine Idee gibt, und über eigene Dienste der Dienststelle, die auch den \
        Basisdienst verantwortet, und solche, die ihn ablösen.
        """,
      en: """
        A project that requires, or builds for itself, a basic service which a project of a \
        foundation sub-strategy provides or is to provide, and that is linked to none of these \
        projects. A link in either direction will do, except `replaces`, and so will one by way of \
        a project that it is part of or builds on. The rule keeps silent about projects that are \
        over, about services that no foundation provides or has more than an idea for, and about \
        services of the department that runs the basic service itself, and those that replace it.
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
    ServiceSupply.all(in: snapshot).flatMap { supply -> [Finding] in
      let wording = SupplyWording(supply, in: snapshot)
      return supply.uses(in: snapshot).filter { bypasses($0, supply, in: snapshot) }
        .map { finding(snapshot, $0, wording) }
    }
  }

  /// Every project that requires such a service, or builds its own, and belongs to another
  /// department than the provider: whether it uses the provider's. Without those for which a waiver
  /// is in force.
  static func expectations(in snapshot: Snapshot) -> [ContactExpectation] {
    ServiceSupply.all(in: snapshot).flatMap { supply -> [ContactExpectation] in
      let service = Subject(.service, snapshot.services[supply.service].id)
      return supply.uses(in: snapshot).compactMap { use in
        let provider = use.provider ?? supply.providers[0]
        let subjects = [snapshot.subject(use.project), service]
        guard let one = snapshot.department(of: use.project),
          let other = snapshot.department(of: provider), one != other,
          !snapshot.isWaived(rule: documentation.name, subjects: subjects)
        else { return nil }
        return ContactExpectation(
          departments: DepartmentPair(one, other),
          reason: .service(supply.service, project: use.project, provider: provider),
          isMet: !bypasses(use, supply, in: snapshot))
      }
    }
  }

  private static func bypasses(
    _ use: ServiceSupply.Use, _ supply: ServiceSupply, in snapshot: Snapshot
  ) -> Bool {
    if use.provider != nil { return false }
    // A provider has said no: network/unconfirmed-link asks what to rest on instead.
    if supply.providers.contains(where: { snapshot.isDeclined(ProjectPair(use.project, $0)) }) {
      return false
    }
    return !use.buildsItsOwn
      || !snapshot.linksFromProject[use.project].contains {
        $0.kind == .replaces && supply.providers.contains($0.target)
      }
  }

  private static func finding(
    _ snapshot: Snapshot, _ use: ServiceSupply.Use, _ supply: SupplyWording
  ) -> Finding {
    let (id, title) = (snapshot.projects[use.project].id, snapshot.title(of: use.project))
    let (german, english) =
      use.buildsItsOwn ? ("stellt", "provides") : ("benötigt", "requires")
    let (own, itself) = use.buildsItsOwn ? (" selbst bereit", " itself") : ("", "")
    return snapshot.finding(
      documentation, about: [snapshot.subject(use.project), supply.service],
      departments: snapshot.owners(of: [use.project] + supply.named),
      location: snapshot.projects[use.project].location,
      message: BilingualText(
        de: """
          \(title.german) \(german) den Basisdienst \(supply.name.german)\(own); \
          \(supply.sentence.german).
          """,
        en: """
          \(title.english) \(english) the basic service \(supply.name.english)\(itself); \
          \(supply.sentence.english).
          """),
      action: action("dach link \(id) \(supply.firstProvider) --kind buildsOn", use, supply, id))
  }

  private static func action(
    _ link: String, _ use: ServiceSupply.Use, _ supply: SupplyWording, _ id: String
  ) -> BilingualText {
    guard use.buildsItsOwn else {
      return BilingualText(
        de: "Nutzen Sie den vorhandenen Dienst und tragen Sie die Verbindung ein: `\(link)`.",
        en: "Use the existing service and record the link: `\(link)`.")
    }
    let waive =
      "dach waive \(documentation.name) \(id) \(supply.service.id) --reason \"…\" --approver …"
    return BilingualText(
      de: """
        Bauen Sie auf dem vorhandenen Dienst auf und tragen Sie die Verbindung ein: `\(link)`. \
        Braucht es einen eigenen, halten Sie den Grund fest: `\(waive)`.
        """,
      en: """
        Build on the existing service and record the link: `\(link)`. If it takes one of your own, \
        record why: `\(waive)`.
        """)
  }
}

/// Who provides a basic service, worded once for all who bypass it.
private struct SupplyWording {
  let service: Subject
  /// The service in quotation marks.
  let name: BilingualText
  /// The providers that the finding names: a service may have many, and a reader needs somebody
  /// to talk to, not all of them.
  let named: [Int]
  let firstProvider: String
  /// Who provides the service, and that there is no link: the second half of the finding.
  let sentence: BilingualText

  init(_ supply: ServiceSupply, in snapshot: Snapshot) {
    let (record, providers) = (snapshot.services[supply.service], supply.providers)
    service = Subject(.service, record.id)
    name = Quotation.of(record.name)
    named = Array(providers.prefix(2))
    firstProvider = snapshot.projects[providers[0]].id
    let arePlanned = providers.allSatisfy { snapshot.phase(of: $0) == .planned }
    sentence = Self.sentence(snapshot, named, of: providers.count, arePlanned: arePlanned)
  }

  private static func sentence(
    _ snapshot: Snapshot, _ named: [Int], of count: Int, arePlanned: Bool
  ) -> BilingualText {
    let names = named.map { provider in
      let (title, owner) = (snapshot.title(of: provider), snapshot.ownerName(of: provider))
      return BilingualText(
        de: "\(title.german) (\(owner.german))", en: "\(title.english) (\(owner.english))")
    }
    if count == 1 {
      let (german, end) = arePlanned ? ("soll", "bereitstellen") : ("stellt", "bereit")
      let english = arePlanned ? "is to provide" : "provides"
      return BilingualText(
        de: "den \(german) \(names[0].german) \(end), aber beide sind nicht verbunden",
        en: "\(names[0].english) \(english) it, but the two are not linked")
    }
    let rest = count - named.count
    let more = BilingualText(
      de: rest == 1 ? "ein weiteres Projekt" : "\(rest) weitere Projekte",
      en: rest == 1 ? "one more project" : "\(rest) more projects")
    let list = Enumeration.of(rest == 0 ? names : names + [more])
    let (german, end) = arePlanned ? ("sollen", "bereitstellen") : ("stellen", "bereit")
    let english = arePlanned ? "are to provide" : "provide"
    return BilingualText(
      de: "den \(german) \(list.german) \(end), aber mit keinem davon ist es verbunden",
      en: "\(list.english) \(english) it, but it is linked to none of them")
  }
}
