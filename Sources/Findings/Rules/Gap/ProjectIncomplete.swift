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
      de: """
        Ergänzen Sie die genannten Angaben: `dach update PROJEKT --department …`, ebenso \
        `--summary`, `--status` und `--theme`.
        """,
      en: """
        Add what is named: `dach update PROJECT --department …`, likewise `--summary`, `--status` \
        and `--theme`.
        """),
    example: BilingualText(
      de: "Zu „Onleihe“ sind Dienststelle und Stand noch nicht eingetragen.",
      en: "“E-lending” has no department and no status yet."))

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
    let percent = Int((record.completeness * 100).rounded())
    let (lacking, options) = (lack(of: missing), missing.map(option).joined(separator: " "))
    return snapshot.finding(
      documentation, aboutProject: project,
      message: BilingualText(
        de: """
          Zu \(title.german) \(lacking.german). Der Eintrag ist zu \(percent) Prozent ausgefüllt.
          """,
        en: """
          \(title.english) \(lacking.english). The record is \(percent) per cent complete.
          """),
      action: BilingualText(
        de: "Ergänzen Sie die Angaben: `dach update \(record.id) \(options)`.",
        en: "Add what is missing: `dach update \(record.id) \(options)`."))
  }

  /// `ist noch keine Dienststelle eingetragen`, `sind Dienststelle und Stand noch nicht eingetragen`.
  private static func lack(of missing: [ProjectField]) -> BilingualText {
    let names = Enumeration.of(missing.map(\.name)).german
    let english = Enumeration.of(missing.map { "no \($0.name.english)" }).english
    let german =
      missing.count == 1
      ? "ist noch \(article(missing[0])) \(names) eingetragen"
      : "sind \(names) noch nicht eingetragen"
    return BilingualText(de: german, en: "has \(english) yet")
  }

  private static func article(_ field: ProjectField) -> String {
    field == .status || field == .themes ? "kein" : "keine"
  }

  private static func option(_ field: ProjectField) -> String {
    field == .themes ? "--theme …" : "--\(field.rawValue) …"
  }
}
