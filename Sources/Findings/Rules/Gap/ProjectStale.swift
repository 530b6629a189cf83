internal import Portfolio

/// gap/project-stale: nobody has confirmed a project's record for long, or ever.
enum ProjectStale: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/project-stale", severity: .note,
    title: BilingualText(de: "Angaben lange nicht bestätigt", en: "record not confirmed for long"),
    flags: BilingualText(
      de: """
        Ein Projekt, dessen Angaben zuletzt vor mehr als `staleAfterDays` Tagen bestätigt wurden. \
        Nie bestätigte Projekte werden je Dienststelle in einem einzigen Befund gezählt. Die Regel \
        schweigt über abgeschlossene und eingestellte Projekte.
        """,
      en: """
        A project whose record was last confirmed more than `staleAfterDays` days ago. Projects \
        that were never confirmed are counted in a single finding for each department. The rule \
        keeps silent about finished and discontinued projects.
        """),
    reason: BilingualText(
      de: "Entscheidungen beruhen auf diesen Angaben; veraltete führen in die Irre.",
      en: "Decisions rest on these records; outdated ones mislead."),
    remedy: BilingualText(
      de: "Die Angaben prüfen und mit `dach confirm` bestätigen.",
      en: "Review the record and confirm it with `dach confirm`."),
    example: BilingualText(
      de: "„Onleihe“ wurde zuletzt am 01.10.2024 bestätigt.",
      en: "“E-lending” was last confirmed on 1 October 2024."))

  static let derivesFrom = [documentation.name]

  static func findings(in snapshot: Snapshot) -> [Finding] {
    var stale: [Finding] = []
    var neverConfirmed: [Int?: [Int]] = [:]
    let limit = snapshot.asOf.advanced(byDays: -snapshot.settings.staleAfterDays)
    for project in snapshot.activeProjects {
      guard let confirmed = snapshot.projects[project].confirmed else {
        neverConfirmed[snapshot.department(of: project), default: []].append(project)
        continue
      }
      if confirmed.lastDay < limit { stale.append(finding(snapshot, project, confirmed.wording)) }
    }
    let owners = neverConfirmed.keys.sorted { ($0 ?? .max) < ($1 ?? .max) }
    return stale + owners.map { finding(snapshot, $0, neverConfirmed[$0] ?? []) }
  }

  private static func finding(
    _ snapshot: Snapshot, _ project: Int, _ confirmed: BilingualText
  ) -> Finding {
    let (id, title) = (snapshot.projects[project].id, snapshot.title(of: project))
    return snapshot.finding(
      documentation, aboutProject: project,
      message: BilingualText(
        de: "Die Angaben zu \(title.german) wurden zuletzt bestätigt: \(confirmed.german).",
        en: "The record of \(title.english) was last confirmed: \(confirmed.english)."),
      action: BilingualText(
        de: "Prüfen Sie die Angaben und bestätigen Sie sie: `dach confirm \(id)`.",
        en: "Review the record and confirm it: `dach confirm \(id)`."))
  }

  /// The id that stands for the projects without a department: the folder they are kept in.
  private static let withoutDepartment = "ohne-dienststelle"

  private static func finding(
    _ snapshot: Snapshot, _ owner: Int?, _ projects: [Int]
  ) -> Finding {
    let count = Quantity.projects(projects.count)
    let names = Enumeration.of(projects.prefix(3).map { snapshot.title(of: $0) })
    let first = snapshot.projects[projects[0]].id
    let owned = owner.map { snapshot.departments[$0].name }
    let isOne = projects.count == 1
    let isMany = projects.count > 3
    return snapshot.finding(
      documentation,
      about: [Subject(.department, owner.map { snapshot.departments[$0].id } ?? withoutDepartment)],
      departments: owner.map { [$0] } ?? [], location: snapshot.projects[projects[0]].location,
      message: BilingualText(
        de: """
          \(owned ?? "Ohne Dienststelle"): Noch nie bestätigt \(isOne ? "ist" : "sind") die Angaben \
          zu \(isOne ? "einem Projekt" : "\(projects.count) Projekten")\(isMany ? ", darunter" : ":") \
          \(names.german).
          """,
        en: """
          \(owned ?? "No department"): the record\(isOne ? "" : "s") of \(count.english) \
          \(isOne ? "has" : "have") never been confirmed\(isMany ? ", among them" : ":") \
          \(names.english).
          """),
      action: BilingualText(
        de: "Prüfen Sie die Angaben und bestätigen Sie sie, z. B. mit `dach confirm \(first)`.",
        en: "Review the records and confirm them, e.g. with `dach confirm \(first)`."))
  }
}
