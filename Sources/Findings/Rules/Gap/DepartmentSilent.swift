internal import Portfolio

/// gap/department-silent: a department has not registered any project.
enum DepartmentSilent: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/department-silent", severity: .warning,
    title: BilingualText(de: "Geschäftsbereich ohne Projekt", en: "department without a project"),
    flags: BilingualText(
      de: """
        Ein Referat oder Geschäftsbereich (`kind: department`) ohne Projekt; eingestellte zählen \
        nicht. Die Regel schweigt über einzelne Ämter, Betriebe und Häuser, über Geschäftsbereiche, \
        deren Ämter Projekte haben, und solange überhaupt noch kein Projekt registriert ist.
        """,
      en: """
        A department (`kind: department`) without a project; discontinued ones do not count. The \
        rule keeps silent about single offices, enterprises and institutions, about departments \
        whose offices have projects, and while no project is registered at all.
        """),
    reason: BilingualText(
      de: "Digitalisierung liegt quer zu allen Bereichen; fehlt einer, so fehlt er im Überblick.",
      en:
        "Digitalisation cuts across all departments; one that is missing is missing from the view."),
    remedy: BilingualText(
      de: "Projekte registrieren, oder mit `dach waive` festhalten, dass es keine gibt.",
      en: "Register projects, or record with `dach waive` that there are none."),
    example: BilingualText(
      de: "Der Geschäftsbereich des 3. Bürgermeisters hat kein Projekt registriert.",
      en: "The division of the third mayor has not registered a project."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard !snapshot.projects.isEmpty else { return [] }
    let heard = unitsWithProjects(snapshot)
    return snapshot.departments.indices.compactMap { department in
      let record = snapshot.departments[department]
      let units = [record.id] + record.offices.map(\.id)
      guard record.kind == .department, !units.contains(where: heard.contains) else { return nil }
      return finding(snapshot, department)
    }
  }

  /// Ids of the departments and offices that projects name.
  private static func unitsWithProjects(_ snapshot: Snapshot) -> Set<String> {
    var units: Set<String> = []
    for project in snapshot.projects.indices where snapshot.phase(of: project).countsForCoverage {
      if let department = snapshot.department(of: project) {
        units.insert(snapshot.departments[department].id)
      }
      if let office = snapshot.projects[project].office { units.insert(office) }
    }
    return units
  }

  private static func finding(_ snapshot: Snapshot, _ department: Int) -> Finding {
    let record = snapshot.departments[department]
    return snapshot.finding(
      documentation, about: [Subject(.department, record.id)], departments: [department],
      location: record.location,
      message: BilingualText(
        de: "Dieser Geschäftsbereich hat noch kein Projekt registriert: \(record.name).",
        en: "This department has not registered any project yet: \(record.name)."),
      action: BilingualText(
        de: """
          Registrieren Sie die Projekte (`dach register`, ganze Listen mit `dach import`), oder \
          halten Sie mit `dach waive \(documentation.name) \(record.id)` fest, dass es keine gibt.
          """,
        en: """
          Register the projects (`dach register`, whole lists with `dach import`), or record with \
          `dach waive \(documentation.name) \(record.id)` that there are none.
          """))
  }
}
