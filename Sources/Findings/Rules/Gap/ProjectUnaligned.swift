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
      de: "Eine Leitlinie zuordnen, oder mit `dach waive` begründen, warum keine passt.",
      en: "Align the project, or record with `dach waive` why no guideline fits."),
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
          de:
            "Lassen Sie sich mit `dach align \(id)` Leitlinien vorschlagen, und tragen Sie eine ein: `dach update \(id)`.",
          en: "Have guidelines suggested by `dach align \(id)`, and enter one: `dach update \(id)`."
        ))
    }
  }
}
