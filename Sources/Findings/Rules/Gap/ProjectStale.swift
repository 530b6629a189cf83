internal import Portfolio

/// gap/project-stale: nobody has confirmed a project's record for long, or ever.
enum ProjectStale: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/project-stale", severity: .note,
    title: BilingualText(de: "Angaben lange nicht bestätigt", en: "record not confirmed for long"),
    flags: BilingualText(
      de: """
        Ein Projekt, dessen Angaben zuletzt vor mehr als `staleAfterDays` Tagen bestätigt wurden. \
        Nie bestätigte Projekte werden je Dienststelle in einem einzigen Befund gezählt; wurde im \
        ganzen Register noch nie etwas bestätigt, so gibt es dafür nur einen Befund. Die Regel \
        schweigt über abgeschlossene und eingestellte Projekte.
        """,
      en: """
        A project whose record was last confirmed more than `staleAfterDays` days ago. Projects \
        that were never confirmed are counted in a single finding for each department; where \
        nothing in the whole registry was ever confirmed, there is one finding for that. The rule \
        keeps silent about finished and discontinued projects.
        """),
    reason: BilingualText(
      de: "Entscheidungen beruhen auf diesen Angaben; veraltete führen in die Irre.",
      en: "Decisions rest on these records; outdated ones mislead."),
    remedy: BilingualText(
      de: """
        Lassen Sie die Dienststellen ihre Angaben durchsehen. Stimmt alles noch, genügt \
        `dach confirm PROJEKT` oder für alle Projekte auf einmal \
        `dach confirm --department DIENSTSTELLE`.
        """,
      en: """
        Have the departments look through their records. If all is still true, \
        `dach confirm PROJECT` will do, or `dach confirm --department DEPARTMENT` for all projects \
        at once.
        """),
    example: BilingualText(
      de: "„Onleihe“ wurde zuletzt am 01.10.2024 bestätigt.",
      en: "“E-lending” was last confirmed on 1 October 2024."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    if let strategy = snapshot.portfolio.strategy, isNothingConfirmed(snapshot) {
      let projects = neverConfirmed(snapshot).filter { group in
        !snapshot.isWaived(rule: documentation.name, subjects: [subject(of: group.owner, snapshot)])
      }
      return projects.isEmpty ? [] : [finding(snapshot, strategy, projects.flatMap(\.projects))]
    }
    let limit = snapshot.asOf.advanced(byDays: -snapshot.settings.staleAfterDays)
    let stale = snapshot.activeProjects.compactMap { project -> Finding? in
      guard let confirmed = snapshot.projects[project].confirmed, confirmed.lastDay < limit
      else { return nil }
      return finding(snapshot, project, confirmed.wording)
    }
    return stale + neverConfirmed(snapshot).map { finding(snapshot, $0) }
  }

  /// Where one finding speaks for all departments, a waiver may still name one of them.
  static func waivableParts(in snapshot: Snapshot) -> [[Subject]] {
    guard isNothingConfirmed(snapshot) else { return [] }
    return neverConfirmed(snapshot).map { [subject(of: $0.owner, snapshot)] }
  }

  private static func isNothingConfirmed(_ snapshot: Snapshot) -> Bool {
    snapshot.projects.allSatisfy { $0.confirmed == nil }
  }

  /// Active projects of one owner that were never confirmed.
  private struct Group {
    /// Index of the department; nil for projects without one.
    let owner: Int?
    let projects: [Int]
  }

  private static func neverConfirmed(_ snapshot: Snapshot) -> [Group] {
    var groups: [Int?: [Int]] = [:]
    for project in snapshot.activeProjects where snapshot.projects[project].confirmed == nil {
      groups[snapshot.department(of: project), default: []].append(project)
    }
    return groups.map { Group(owner: $0.key, projects: $0.value) }
      .sorted { ($0.owner ?? .max) < ($1.owner ?? .max) }
  }

  /// The id that stands for the projects without a department: the folder they are kept in.
  private static let withoutDepartment = "ohne-dienststelle"

  private static func subject(of owner: Int?, _ snapshot: Snapshot) -> Subject {
    owner.map { snapshot.departmentSubject($0) } ?? Subject(.department, withoutDepartment)
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

  private static func finding(_ snapshot: Snapshot, _ group: Group) -> Finding {
    let projects = group.projects
    let count = Quantity.projects(projects.count)
    let names = Enumeration.of(projects.prefix(3).map { snapshot.title(of: $0) })
    let owned = group.owner.map { snapshot.departments[$0].name }
    let isOne = projects.count == 1
    let isMany = projects.count > 3
    let command = command(snapshot, group)
    return snapshot.finding(
      documentation, about: [subject(of: group.owner, snapshot)],
      departments: group.owner.map { [$0] } ?? [],
      location: snapshot.projects[projects[0]].location,
      message: BilingualText(
        de: """
          \(owned ?? "Ohne Dienststelle"): Noch nie bestätigt sind die Angaben zu \
          \(isOne ? "einem Projekt" : "\(projects.count) Projekten")\(isMany ? ", darunter" : ":") \
          \(names.german).
          """,
        en: """
          \(owned ?? "No department"): the record\(isOne ? "" : "s") of \(count.english) \
          \(isOne ? "has" : "have") never been confirmed\(isMany ? ", among them" : ":") \
          \(names.english).
          """),
      action: BilingualText(
        de: "Prüfen Sie die Angaben und bestätigen Sie sie: `\(command)`.",
        en:
          "Review the record\(isOne ? "" : "s") and confirm \(isOne ? "it" : "them"): `\(command)`."
      ))
  }

  private static func command(_ snapshot: Snapshot, _ group: Group) -> String {
    if group.projects.count > 1, let owner = group.owner {
      return "dach confirm --department \(snapshot.departments[owner].id)"
    }
    return "dach confirm \(snapshot.projects[group.projects[0]].id)"
  }

  private static func finding(
    _ snapshot: Snapshot, _ strategy: Strategy, _ projects: [Int]
  ) -> Finding {
    let isOne = projects.count == 1
    return snapshot.finding(
      documentation, about: [Subject(.strategy, strategy.id)],
      departments: snapshot.owners(of: projects), location: strategy.location,
      message: BilingualText(
        de: """
          Im ganzen Register hat noch keine Dienststelle ihre Angaben bestätigt; offen \
          \(isOne ? "ist ein aktives Projekt" : "sind \(projects.count) aktive Projekte").
          """,
        en: """
          No department in the whole registry has confirmed its records yet; \
          \(isOne ? "one active project is" : "\(projects.count) active projects are") open.
          """),
      action: BilingualText(
        de: """
          Bitten Sie die Dienststellen, ihre Projekte durchzusehen und zu bestätigen: \
          `dach list --department ID` zeigt sie, `dach confirm --department ID` bestätigt sie.
          """,
        en: """
          Ask the departments to look through their projects and confirm them: \
          `dach list --department ID` shows them, `dach confirm --department ID` confirms them.
          """))
  }
}
