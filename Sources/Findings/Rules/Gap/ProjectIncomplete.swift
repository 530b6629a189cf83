internal import Portfolio

/// gap/project-incomplete: a project lacks what the registry cannot do without.
enum ProjectIncomplete: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/project-incomplete", severity: .note,
    title: BilingualText(de: "Wichtige Angaben fehlen", en: "essential fields missing"),
    flags: BilingualText(
      de: """
        Ein Projekt ohne Dienststelle, Kurzbeschreibung, Stand oder Themenkomplex. Alle weiteren \
        fehlenden Angaben zeigt `dach show`. Die Regel schweigt über abgeschlossene und \
        eingestellte Projekte.
        """,
      en: """
        A project without a department, summary, status or theme. `dach show` lists all other \
        missing fields. The rule keeps silent about finished and discontinued projects.
        """),
    reason: BilingualText(
      de: "Ohne diese Angaben wird das Projekt weder gefunden noch mitgezählt.",
      en: "Without these the project is neither found nor counted."),
    remedy: BilingualText(
      de: "Die fehlenden Angaben ergänzen.", en: "Add the missing fields."),
    example: BilingualText(
      de: "Bei „Onleihe“ fehlen der Stand und die Dienststelle.",
      en: "“E-lending” lacks the status and the department."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.activeProjects.compactMap { project in
      let missing = ProjectField.allCases.filter {
        $0.isEssential && !$0.isGiven(in: snapshot.projects[project])
      }
      return missing.isEmpty ? nil : finding(snapshot, project, missing)
    }
  }

  private static func finding(
    _ snapshot: Snapshot, _ project: Int, _ missing: [ProjectField]
  ) -> Finding {
    let record = snapshot.projects[project]
    let title = snapshot.title(of: project)
    let fields = Enumeration.of(missing.map(\.name))
    let percent = Int((record.completeness * 100).rounded())
    return snapshot.finding(
      documentation, aboutProject: project,
      message: BilingualText(
        de: """
          Bei \(title.german) \(missing.count == 1 ? "fehlt" : "fehlen"): \(fields.german). Das \
          Projekt ist zu \(percent) Prozent beschrieben.
          """,
        en: """
          \(title.english) lacks: \(fields.english). The project is described to \(percent) per \
          cent.
          """),
      action: BilingualText(
        de: "Ergänzen Sie die Angaben: `dach update \(record.id)`.",
        en: "Add the missing fields: `dach update \(record.id)`."))
  }
}
