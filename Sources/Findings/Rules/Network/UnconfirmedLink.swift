internal import Portfolio

/// network/unconfirmed-link: another department has not confirmed a link to its project.
enum UnconfirmedLink: Rule {
  static let documentation = RuleDocumentation(
    name: "network/unconfirmed-link", severity: .warning,
    title: BilingualText(de: "Vernetzung nicht bestätigt", en: "link not confirmed"),
    flags: BilingualText(
      de: """
        Eine Verbindung zum Projekt einer anderen Dienststelle, die diese weder bestätigt noch \
        selbst eingetragen hat. Die Regel schweigt über Verbindungen innerhalb einer Dienststelle, \
        über solche, die beide Seiten nennen, und wenn eines der Projekte beendet ist. Mehrere \
        Verbindungen desselben Projekts zum selben Ziel ergeben einen Befund.
        """,
      en: """
        A link to another department's project that this department has neither confirmed nor \
        stated itself. The rule keeps silent about links inside a department, about links that both \
        sides state, and when one of the projects is over. Several links of one project to the same \
        target make one finding.
        """),
    reason: BilingualText(
      de: "Zusammenarbeit, von der nur eine Seite weiß, ist noch keine.",
      en: "Cooperation that only one side knows of is not yet one."),
    remedy: BilingualText(
      de: "Die andere Dienststelle bestätigt die Verbindung oder widerspricht ihr.",
      en: "The other department confirms the link or objects to it."),
    example: BilingualText(
      de: "„Digitales Bauamt“ baut auf „Mein Nürnberg“ auf; dort ist das noch nicht bestätigt.",
      en: "“Digital building office” builds on “My Nuremberg”, which has not confirmed it yet."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.activeProjects.flatMap { project in
      snapshot.linksByTarget(from: project).compactMap { parallel -> Finding? in
        let link = parallel[0]
        guard snapshot.crossesDepartments(project, link.target), snapshot.isActive(link.target),
          parallel.allSatisfy({ $0.state == .unconfirmed })
        else { return nil }
        return finding(snapshot, link)
      }
    }
  }

  private static func finding(_ snapshot: Snapshot, _ link: ResolvedLink) -> Finding {
    let (source, target) = (snapshot.projects[link.source], snapshot.projects[link.target])
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
          Bestätigen Sie die Verbindung von der anderen Seite: `dach link \(target.id) \
          \(source.id)`; stimmt sie nicht, streichen Sie sie mit `dach update \(source.id)`.
          """,
        en: """
          Confirm the link from the other side: `dach link \(target.id) \(source.id)`; if it is \
          wrong, remove it with `dach update \(source.id)`.
          """))
  }
}
