internal import Portfolio

/// network/isolated-department: no link to any other department.
enum IsolatedDepartment: Rule {
  static let documentation = RuleDocumentation(
    name: "network/isolated-department", severity: .warning,
    title: BilingualText(de: "Dienststelle ohne Vernetzung", en: "department without links"),
    flags: BilingualText(
      de: """
        Eine Dienststelle mit mindestens `siloMinimum` laufenden, geplanten oder angedachten \
        Projekten, von denen keines mit einem Projekt einer anderen Dienststelle verbunden ist; \
        Verbindungen mit eingestellten Projekten zählen nicht. Die Regel schweigt über \
        Dienststellen mit weniger Projekten und wenn nur eine überhaupt Projekte hat.
        """,
      en: """
        A department with at least `siloMinimum` running, planned or proposed projects, none of \
        which is linked to a project of another department; links with discontinued projects do \
        not count. The rule keeps silent about departments with fewer projects and when only one has any projects at all.
        """),
    reason: BilingualText(
      de: "Die Dachstrategie soll verhindern, dass Bereiche in getrennten Silos arbeiten.",
      en: "The umbrella strategy is to keep departments from working in separate silos."),
    remedy: BilingualText(
      de: """
        `dach network --department DIENSTSTELLE` zeigt, mit wem sich ein Gespräch lohnt. Tragen Sie \
        ein, mit welchen Projekten anderer Dienststellen schon zusammengearbeitet wird: \
        `dach link PROJEKT ANDERES --kind coordinatesWith`. Ist keine Zusammenarbeit nötig, halten \
        Sie den Grund fest: \
        `dach waive network/isolated-department DIENSTSTELLE --reason "…" --approver …`.
        """,
      en: """
        `dach network --department DEPARTMENT` shows with whom to talk. Record with which projects \
        of other departments there is cooperation already: \
        `dach link PROJECT OTHER --kind coordinatesWith`. If no cooperation is needed, record why: \
        `dach waive network/isolated-department DEPARTMENT --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: "Das Planungs- und Baureferat hat fünf Projekte; keines ist nach außen verbunden.",
      en: "The planning department has five projects; none is linked to another department's."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    var active = [Int](repeating: 0, count: snapshot.departments.count)
    for project in snapshot.activeProjects {
      if let department = snapshot.department(of: project) { active[department] += 1 }
    }
    guard active.count(where: { $0 > 0 }) > 1 else { return [] }
    var isConnected = [Bool](repeating: false, count: active.count)
    for pair in DepartmentContacts(snapshot).pairs {
      isConnected[pair.first] = true
      isConnected[pair.second] = true
    }
    return active.indices.compactMap { department in
      active[department] >= snapshot.settings.siloMinimum && !isConnected[department]
        ? finding(snapshot, department, projects: active[department]) : nil
    }
  }

  private static func finding(
    _ snapshot: Snapshot, _ department: Int, projects: Int
  ) -> Finding {
    let record = snapshot.departments[department]
    let german =
      projects == 1 ? "Das einzige Projekt ist nicht" : "Keines der \(projects) Projekte ist"
    let english = projects == 1 ? "its only project is not" : "none of its \(projects) projects is"
    return snapshot.finding(
      documentation, about: [Subject(.department, record.id)], departments: [department],
      location: record.location,
      message: BilingualText(
        de: """
          \(record.name): \(german) mit dem einer anderen Dienststelle verbunden.
          """,
        en: """
          \(record.name): \(english) linked to another department's.
          """),
      action: BilingualText(
        de: """
          Sehen Sie nach, mit wem sich ein Gespräch lohnt (`dach network --department \
          \(record.id)`), und tragen Sie bestehende Zusammenarbeit ein: \
          `dach link A B --kind coordinatesWith`.
          """,
        en: """
          See with whom to talk (`dach network --department \(record.id)`), and record existing \
          cooperation: `dach link A B --kind coordinatesWith`.
          """))
  }
}
