internal import Portfolio

/// gap/project-incomplete: a project lacks what the registry cannot do without.
enum ProjectIncomplete: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/project-incomplete", severity: .note,
    title: BilingualText(de: "Wichtige Angaben fehlen", en: "essential fields missing"),
    flags: BilingualText(
      de: """
        Ein Projekt, dem eine unverzichtbare Angabe fehlt: Dienststelle, Kurzbeschreibung, Stand \
        oder Themenkomplex, oder was die Stadt unter `completeness` sonst mit wenigstens \
        `essentialFrom` gewichtet. Genannt werden alle fehlenden Angaben, die wichtigsten zuerst. \
        Die Regel schweigt über abgeschlossene und eingestellte Projekte.
        """,
      en: """
        A project that lacks an essential field: department, summary, status or theme, or what \
        else the city weighs with at least `essentialFrom` under `completeness`. All missing \
        fields are named, the most important first. The rule keeps silent about finished and \
        discontinued projects.
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
    let completeness = snapshot.settings.completeness
    // Nearly all records have all of them, so that is asked first.
    let essential = ProjectField.allCases.filter {
      completeness.weight(of: $0) >= completeness.essentialFrom
    }
    return snapshot.activeProjects.compactMap { project in
      essential.allSatisfy { $0.isGiven(in: snapshot.projects[project]) }
        ? nil : finding(snapshot, project)
    }
  }

  private static func finding(_ snapshot: Snapshot, _ project: Int) -> Finding {
    let record = snapshot.projects[project]
    let completeness = snapshot.settings.completeness
    let essentials = completeness.missingEssentials(in: record)
    let title = snapshot.title(of: project)
    let percent = Int((completeness.score(of: record) * 100).rounded())
    let (lacking, rest) = (lack(of: essentials), rest(completeness.missing(in: record), essentials))
    let command = (["dach update", record.id] + essentials.compactMap(option))
      .joined(separator: " ")
    return snapshot.finding(
      documentation, aboutProject: project,
      message: BilingualText(
        de: """
          Zu \(title.german) \(lacking.german). Der Eintrag ist zu \(percent) Prozent \
          ausgefüllt\(rest.german).
          """,
        en: """
          \(title.english) \(lacking.english). The record is \(percent) per cent \
          complete\(rest.english).
          """),
      action: BilingualText(
        de: "Ergänzen Sie die Angaben: `\(command)`.", en: "Add what is missing: `\(command)`."))
  }

  /// `; es fehlen noch Zeitraum, Zielgruppe und 3 weitere`: what is not essential.
  private static func rest(
    _ missing: [ProjectField], _ essentials: [ProjectField]
  ) -> BilingualText {
    let others = missing.filter { !essentials.contains($0) }
    guard !others.isEmpty else { return BilingualText(de: "", en: "") }
    let names = Enumeration.of(others.map(\.name), limit: 3)
    return BilingualText(
      de: "; außerdem \(others.count == 1 ? "fehlt" : "fehlen") \(names.german)",
      en: "; also missing: \(names.english)")
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
    switch field {
    case .status, .themes, .contact, .period, .budget, .office: "kein"
    case .department, .summary, .alignments, .strategy, .audience, .visibility, .technologies,
      .confirmed:
      "keine"
    }
  }

  /// The option by which the field can be given; nil where no command takes it.
  private static func option(_ field: ProjectField) -> String? {
    switch field {
    case .themes: "--theme …"
    case .alignments: "--guideline …"
    case .period: "--start …"
    case .technologies: "--technology …"
    case .budget: "--amount …"
    case .department, .summary, .status, .contact, .strategy, .visibility, .office, .audience:
      "--\(field.rawValue) …"
    case .confirmed: nil
    }
  }
}
