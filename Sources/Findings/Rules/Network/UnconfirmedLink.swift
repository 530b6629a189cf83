internal import Portfolio

/// network/unconfirmed-link: another department has not confirmed a link to its project.
enum UnconfirmedLink: Rule {
  static let documentation = RuleDocumentation(
    name: "network/unconfirmed-link", severity: .warning,
    title: BilingualText(de: "Vernetzung nicht bestätigt", en: "link not confirmed"),
    flags: BilingualText(
      de: """
        Eine Verbindung zum Projekt einer anderen Dienststelle, die diese weder bestätigt noch \
        selbst eingetragen hat, obwohl die Frist zur Antwort vorbei ist (14 Tage, einstellbar als \
        `answerWithinDays`); ebenso eine Abhängigkeit, die sie abgelehnt hat. Der Befund nennt, \
        seit wann die Verbindung vorgeschlagen ist; ist das nicht vermerkt, gibt es keine Frist. \
        Mehrere Verbindungen desselben Projekts zum selben Ziel ergeben \
        einen Befund. Die Regel schweigt über Verbindungen innerhalb einer Dienststelle, über \
        solche, die beide Seiten nennen, und wenn eines der Projekte beendet ist; ebenso, wenn das \
        Ziel einen Basisdienst bereitstellt, den das Projekt benötigt (ihn zu nutzen, braucht keine \
        Bestätigung), und solange die andere Dienststelle ihren Eintrag überhaupt noch nie \
        bestätigt hat (das meldet gap/project-stale).
        """,
      en: """
        A link to another department's project that this department has neither confirmed nor \
        stated itself, although the time for an answer is over (14 days, to be set as \
        `answerWithinDays`); likewise a dependency that it has declined. The finding says since \
        when the link has been proposed; where that is not recorded, there is no grace. Several \
        links of one project to the same target make one finding. The rule keeps silent about \
        links inside a department, about links that both sides state, and when one of the projects \
        is over; likewise when the target provides a basic service that the project requires \
        (using it needs no confirmation), and while the other department has never confirmed its \
        record at all (gap/project-stale says so).
        """),
    reason: BilingualText(
      de: "Zusammenarbeit, von der nur eine Seite weiß, ist noch keine.",
      en: "Cooperation that only one side knows of is not yet one."),
    remedy: BilingualText(
      de: """
        Lassen Sie die andere Dienststelle antworten: `dach link PROJEKT ANDERES --confirm` oder \
        `dach link PROJEKT ANDERES --decline --reason "…"`. Stimmt die Verbindung nicht, nehmen \
        Sie sie zurück: `dach link PROJEKT ANDERES --remove`.
        """,
      en: """
        Have the other department answer: `dach link PROJECT OTHER --confirm` or \
        `dach link PROJECT OTHER --decline --reason "…"`. If the link is wrong, take it back: \
        `dach link PROJECT OTHER --remove`.
        """),
    example: BilingualText(
      de: "„Digitales Bauamt“ baut auf „Mein Nürnberg“ auf; dort ist das noch nicht bestätigt.",
      en: "“Digital building office” builds on “My Nuremberg”, which has not confirmed it yet."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.activeProjects.flatMap { project in
      let declined = declinedDependencies(of: project, in: snapshot)
      let targets = Set(declined.map(\.target))
      return declined.map { refusal(snapshot, $0) }
        + snapshot.linksByTarget(from: project)
        .filter { isOverdue($0, in: snapshot) && !targets.contains($0[0].target) }
        .map { finding(snapshot, $0) }
    }
  }

  /// Whether none of several links to one target has been answered in time.
  private static func isOverdue(_ parallel: [ResolvedLink], in snapshot: Snapshot) -> Bool {
    let (project, target) = (parallel[0].source, parallel[0].target)
    guard snapshot.crossesDepartments(project, target), snapshot.isActive(target),
      parallel.allSatisfy({ $0.state == .proposed }),
      snapshot.projects[target].confirmed != nil, !usesService(of: target, project, in: snapshot)
    else { return false }
    guard let since = snapshot.proposed(parallel) else { return true }
    return since.lastDay.days(until: snapshot.asOf) > snapshot.settings.answerWithinDays
  }

  /// The first declined dependency on each target; other kinds of link simply do not exist then.
  private static func declinedDependencies(
    of project: Int, in snapshot: Snapshot
  ) -> [ResolvedLink] {
    var targets: Set<Int> = []
    return snapshot.declinedLinks[project].filter { link in
      link.kind.isDependency && snapshot.crossesDepartments(project, link.target)
        && snapshot.isActive(link.target) && targets.insert(link.target).inserted
    }
  }

  private static func usesService(
    of provider: Int, _ project: Int, in snapshot: Snapshot
  ) -> Bool {
    let provided = snapshot.servicesProvidedByProject[provider]
    return snapshot.servicesRequiredByProject[project].contains(where: provided.contains)
  }

  private static func finding(_ snapshot: Snapshot, _ parallel: [ResolvedLink]) -> Finding {
    let link = parallel[0]
    let (source, target) = (snapshot.projects[link.source], snapshot.projects[link.target])
    let command = "dach link \(source.id) \(target.id)"
    let (title, targetTitle) = (
      snapshot.title(of: link.source), snapshot.title(of: link.target)
    )
    let (owner, targetOwner) = (
      snapshot.ownerName(of: link.source), snapshot.ownerName(of: link.target)
    )
    let since = snapshot.proposed(parallel).map { date in
      BilingualText(de: " seit \(dative(date))", en: " since \(date.wording.english)")
    }
    return snapshot.finding(
      documentation, about: [snapshot.subject(link.source), snapshot.subject(link.target)],
      departments: snapshot.owners(of: [link.source, link.target]),
      location: snapshot.location(in: link.source, line: source.links[link.position].line),
      message: BilingualText(
        de: """
          \(title.german) (\(owner.german)) nennt\(since?.german ?? "") eine Verbindung zu \
          \(targetTitle.german) (\(targetOwner.german)); dort ist sie noch nicht bestätigt.
          """,
        en: """
          \(title.english) (\(owner.english)) \(since == nil ? "states" : "has stated") a link to \
          \(targetTitle.english) \
          (\(targetOwner.english))\(since?.english ?? ""), which has not confirmed it yet.
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

  private static func refusal(_ snapshot: Snapshot, _ link: ResolvedLink) -> Finding {
    let (source, target) = (snapshot.projects[link.source], snapshot.projects[link.target])
    let (title, targetTitle) = (snapshot.title(of: link.source), snapshot.title(of: link.target))
    let (owner, targetOwner) = (
      snapshot.ownerName(of: link.source), snapshot.ownerName(of: link.target)
    )
    let declined = source.links[link.position].declined
    let (date, reason) = (declined?.date.wording, declined.map { Quotation.of($0.reason) })
    let (kind, remove) = (link.kind.label, "dach link \(source.id) \(target.id) --remove")
    return snapshot.finding(
      documentation, about: [snapshot.subject(link.source), snapshot.subject(link.target)],
      departments: snapshot.owners(of: [link.source, link.target]),
      location: snapshot.location(in: link.source, line: source.links[link.position].line),
      message: BilingualText(
        de: """
          \(title.german) (\(owner.german)) \(kind.german) \(targetTitle.german); \
          \(targetOwner.german) hat das abgelehnt (\(date?.german ?? "")): \(reason?.german ?? "").
          """,
        en: """
          \(title.english) (\(owner.english)) \(kind.english) \(targetTitle.english); \
          \(targetOwner.english) has declined that (\(date?.english ?? "")): \
          \(reason?.english ?? "").
          """),
      action: BilingualText(
        de: """
          Klären Sie, worauf sich das Projekt stattdessen stützt, und nehmen Sie die Verbindung \
          dann zurück (`\(remove)`).
          """,
        en: """
          Settle what the project is to rest on instead, and then take the link back (`\(remove)`).
          """))
  }

  /// `dem 01.09.2026`, `September 2026`, `2026`
  private static func dative(_ date: PartialDate) -> String {
    (date.day == nil ? "" : "dem ") + date.wording.german
  }
}

extension Snapshot {
  /// Since when the links have been proposed, the first of them; nil where that is not recorded of
  /// all.
  func proposed(_ links: [ResolvedLink]) -> PartialDate? {
    let dates = links.map { projects[$0.source].links[$0.position].proposed }
    guard !dates.contains(nil) else { return nil }
    return dates.compactMap { $0 }.min { $0.lastDay < $1.lastDay }
  }
}
