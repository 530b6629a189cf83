internal import Portfolio

/// gap/project-unaligned: a project serves no guideline.
enum ProjectUnaligned: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/project-unaligned", severity: .warning,
    title: BilingualText(de: "Projekt ohne Leitlinie", en: "project without a guideline"),
    flags: BilingualText(
      de: """
        Ein Projekt, das keiner Leitlinie zugeordnet ist. Die Regel schweigt über abgeschlossene \
        und eingestellte Projekte, und solange die Strategie keine Leitlinien nennt.
        """,
      en: """
        A project that is aligned to no guideline. The rule keeps silent about finished and \
        discontinued projects, and while the strategy names no guidelines.
        """),
    reason: BilingualText(
      de: "Die Leitlinien richten alle Projekte aus; ein Projekt ohne Leitlinie läuft nebenher.",
      en: "The guidelines steer all projects; a project without one runs alongside."),
    remedy: BilingualText(
      de: """
        Ordnen Sie jedes Projekt der Leitlinie zu, der es am meisten dient; `dach coverage` nennt \
        die Leitlinien: `dach update PROJEKT --guideline LEITLINIE --role primary --rationale "…"`. \
        Passt keine, halten Sie den Grund fest: \
        `dach waive gap/project-unaligned PROJEKT --reason "…" --approver …`.
        """,
      en: """
        Align each project to the guideline it serves most; `dach coverage` names the guidelines: \
        `dach update PROJECT --guideline GUIDELINE --role primary --rationale "…"`. If none fits, \
        record why: `dach waive gap/project-unaligned PROJECT --reason "…" --approver …`.
        """),
    example: BilingualText(
      de: "„Digitales Bauamt“ nennt keine Leitlinie.",
      en: "“Digital building office” names no guideline."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    guard !snapshot.guidelines.isEmpty else { return [] }
    return snapshot.activeProjects.compactMap { project in
      guard snapshot.alignmentsOfProject[project].isEmpty else { return nil }
      let (id, title) = (snapshot.projects[project].id, snapshot.title(of: project))
      return snapshot.finding(
        documentation, aboutProject: project,
        message: BilingualText(
          de: "\(title.german) ist keiner Leitlinie zugeordnet.",
          en: "\(title.english) is aligned to no guideline."),
        action: BilingualText(
          de: """
            Wählen Sie die Leitlinie, der es am meisten dient (`dach coverage` nennt sie): \
            `dach update \(id) --guideline … --role primary --rationale "…"`.
            """,
          en: """
            Choose the guideline it serves most (`dach coverage` names them): \
            `dach update \(id) --guideline … --role primary --rationale "…"`.
            """))
    }
  }
}
