internal import Portfolio

/// network/unconfirmed-link: another department has not confirmed a link to its project.
enum UnconfirmedLink: Rule {
  static let documentation = RuleDocumentation(
    name: "network/unconfirmed-link", severity: .warning,
    title: BilingualText(de: "Vernetzung nicht bestätigt", en: "link not confirmed"),
    flags: BilingualText(
      de: """
        Eine Verbindung zum Projekt einer anderen Dienststelle, die diese weder bestätigt noch \
        selbst eingetragen hat. Mehrere Verbindungen desselben Projekts zum selben Ziel ergeben \
        einen Befund. Die Regel schweigt über Verbindungen innerhalb einer Dienststelle, über \
        solche, die beide Seiten nennen, und wenn eines der Projekte beendet ist; ebenso, wenn das \
        Ziel einen Basisdienst bereitstellt, den das Projekt benötigt (ihn zu nutzen, braucht keine \
        Bestätigung), und solange die andere Dienststelle ihren Eintrag überhaupt noch nie \
        bestätigt hat (das meldet gap/project-stale).
        """,
      en: """
        A link to another department's project that this department has neither confirmed nor \
        stated itself. Several links of one project to the same target make one finding. The rule \
        keeps silent about links inside a department, about links that both sides state, and when \
        one of the projects is over; likewise when the target provides a basic service that the \
        project requires (using it needs no confirmation), and while the other department has \
        never confirmed its record at all (gap/project-stale says so).
        """),
    reason: BilingualText(
      de: "Zusammenarbeit, von der nur eine Seite weiß, ist noch keine.",
      en: "Cooperation that only one side knows of is not yet one."),
    remedy: BilingualText(
      de: """
        Lassen Sie die andere Dienststelle die Verbindung bestätigen: \
        `dach link PROJEKT ANDERES --confirm`. Stimmt sie nicht, nehmen Sie sie zurück: \
        `dach link PROJEKT ANDERES --remove`.
        """,
      en: """
        Have the other department confirm the link: `dach link PROJECT OTHER --confirm`. If it is \
        wrong, take it back: `dach link PROJECT OTHER --remove`.
        """),
    example: BilingualText(
      de: "„Digitales Bauamt“ baut auf „Mein Nürnberg“ auf; dort ist das noch nicht bestätigt.",
      en: "“Digital building office” builds on “My Nuremberg”, which has not confirmed it yet."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.activeProjects.flatMap { project in
      snapshot.linksByTarget(from: project).compactMap { parallel -> Finding? in
        let link = parallel[0]
        guard snapshot.crossesDepartments(project, link.target), snapshot.isActive(link.target),
          parallel.allSatisfy({ $0.state == .unconfirmed }),
          snapshot.projects[link.target].confirmed != nil,
          !usesService(of: link.target, project, in: snapshot)
        else { return nil }
        return finding(snapshot, link)
      }
    }
  }

  private static func usesService(
    of provider: Int, _ project: Int, in snapshot: Snapshot
  ) -> Bool {
    let provided = snapshot.servicesProvidedByProject[provider]
    return snapshot.servicesRequiredByProject[project].contains(where: provided.contains)
  }

  private static func finding(_ snapshot: Snapshot, _ link: ResolvedLink) -> Finding {
    let (source, target) = (snapshot.projects[link.source], snapshot.projects[link.target])
    let command = "dach link \(source.id) \(target.id)"
    let (title, targetTitle) = (
      snapshot.title(of: link.source), snapshot.title(of: link.target)
    )
    let (owner, targetOwner) = (
      snapshot.ownerName(of: link.source), snapshot.ownerName(of: link.target)
    )
    return snapshot.finding(
      documentation, about: [snapshot.subject(link.source), snapshot.subject(link.target)],
      departments: snapshot.owners(of: [link.source, link.target]),
      location: snapshot.location(in: link.source, line: source.links[link.position].line),
      message: BilingualText(
        de: """
          \(title.german) (\(owner.german)) nennt eine Verbindung zu \(targetTitle.german) \
          (\(targetOwner.german)); dort ist sie noch nicht bestätigt.
          """,
        en: """
          \(title.english) (\(owner.english)) states a link to \(targetTitle.english) \
          (\(targetOwner.english)), which has not confirmed it yet.
          """),
      action: BilingualText(
        de: """
          Bestätigen Sie die Verbindung von der anderen Seite (`\(command) --confirm`), oder nehmen \
          Sie sie zurück (`\(command) --remove`).
          """,
        en: """
          Confirm the link from the other side (`\(command) --confirm`), or take it back \
          (`\(command) --remove`).
          """))
  }
}
