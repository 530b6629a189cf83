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
        deren Ämter Projekte haben oder deren Teilstrategie welche hat, und solange überhaupt noch \
        kein Projekt registriert ist.
        """,
      en: """
        A department (`kind: department`) without a project; discontinued ones do not count. The \
        rule keeps silent about single offices, enterprises and institutions, about departments \
        whose offices have projects or whose sub-strategy has, and while no project is registered \
        at all.
        """),
    reason: BilingualText(
      de: "Digitalisierung liegt quer zu allen Bereichen; fehlt einer, so fehlt er im Überblick.",
      en:
        "Digitalisation cuts across all departments; one that is missing is missing from the view."),
    remedy: BilingualText(
      de: """
        Legen Sie die Projekte als YAML-Dateien im Ordner des Registers an und lesen Sie sie mit \
        `dach import` ein. Gibt es keine, halten Sie das fest: \
        `dach waive gap/department-silent DIENSTSTELLE --reason "…" --approver …`.
        """,
      en: """
        Put the projects as YAML files into the registry's folder and read them in with \
        `dach import`. If there are none, record that: \
        `dach waive gap/department-silent DEPARTMENT --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: "Der Geschäftsbereich des 3. Bürgermeisters hat kein Projekt registriert.",
      en: "The division of the third mayor has not registered a project."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard !snapshot.projects.isEmpty else { return [] }
    let isHeard = heardDepartments(snapshot)
    return snapshot.departments.indices.compactMap { department in
      snapshot.departments[department].kind == .department && !isHeard[department]
        ? finding(snapshot, department) : nil
    }
  }

  /// For each department whether a project that is not discontinued is its own, one of its
  /// offices', or belongs to a sub-strategy that it leads. The figure for bundling counts the same.
  static func heardDepartments(_ snapshot: Snapshot) -> [Bool] {
    var units: Set<String> = []
    for project in snapshot.projects.indices where snapshot.phase(of: project).countsForCoverage {
      if let department = snapshot.department(of: project) {
        units.insert(snapshot.departments[department].id)
      }
      if let office = snapshot.projects[project].office { units.insert(office) }
      if let strategy = snapshot.strategy(of: project),
        let lead = snapshot.subStrategies[strategy].lead
      {
        units.insert(lead)
      }
    }
    return snapshot.departments.map { department in
      units.contains(department.id) || department.offices.contains { units.contains($0.id) }
    }
  }

  private static func finding(_ snapshot: Snapshot, _ department: Int) -> Finding {
    let record = snapshot.departments[department]
    return snapshot.finding(
      documentation, about: [Subject(.department, record.id)], departments: [department],
      location: record.location,
      message: BilingualText(
        de: "\(record.name): Hier ist noch kein Projekt registriert.",
        en: "\(record.name): no project has been registered yet."),
      action: BilingualText(
        de: """
          Legen Sie die Projekte als YAML-Dateien im Ordner des Registers an \
          (`projects/\(record.id)/`) und lesen Sie sie mit `dach import` ein.
          """,
        en: """
          Put the projects as YAML files into the registry's folder (`projects/\(record.id)/`) \
          and read them in with `dach import`.
          """))
  }
}
