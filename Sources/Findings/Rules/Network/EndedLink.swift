internal import Portfolio

/// network/ended-link: a project works together with one that is completed, or is part of it.
enum EndedLink: Rule {
  static let documentation = RuleDocumentation(
    name: "network/ended-link", severity: .note,
    title: BilingualText(
      de: "Verbindung zu abgeschlossenem Projekt", en: "link to a finished project"),
    flags: BilingualText(
      de: """
        Ein laufendes, geplantes oder angedachtes Projekt, das sich mit einem abgeschlossenen \
        Projekt abstimmt (`coordinatesWith`) oder Teil davon ist (`partOf`). Die Regel schweigt \
        über alles, was nach dem Abschluss weitergelten kann: Grundlagen (`dependsOn`, \
        `buildsOn`), geteilte Daten und Abgelöstes, auch wenn daneben eine dieser Verbindungen \
        steht. Eingestellte Ziele meldet network/dangling-link.
        """,
      en: """
        A running, planned or proposed project that coordinates with a completed one \
        (`coordinatesWith`) or is part of it (`partOf`). The rule keeps silent about whatever can \
        hold after the end: foundations (`dependsOn`, `buildsOn`), shared data and what was \
        replaced, even where such a link stands beside the other. Discontinued targets are \
        network/dangling-link's.
        """),
    reason: BilingualText(
      de: "Wer der Verbindung folgt, trifft dort niemanden mehr an, der sich abstimmen könnte.",
      en: "Who follows the link no longer meets anybody to coordinate with."),
    remedy: BilingualText(
      de: """
        Nutzt das Projekt das Ergebnis weiter, tragen Sie das ein: \
        `dach link PROJEKT ZIEL --kind buildsOn`. Sonst streichen Sie die Verbindung \
        (`dach link PROJEKT ZIEL --remove`). Ist das Ziel gar nicht abgeschlossen, berichtigen Sie \
        seinen Stand: `dach update ZIEL --status running`.
        """,
      en: """
        If the project goes on using the result, say so: \
        `dach link PROJECT TARGET --kind buildsOn`. Otherwise remove the link \
        (`dach link PROJECT TARGET --remove`). If the target is not finished at all, correct its \
        status: `dach update TARGET --status running`.
        """),
    example: BilingualText(
      de: "„Onleihe“ stimmt sich mit „Bibliothekskatalog 2020“ ab, das abgeschlossen ist.",
      en: "“E-lending” coordinates with “Library catalogue 2020”, which is completed."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.activeProjects.flatMap { project in
      snapshot.linksByTarget(from: project).compactMap { parallel -> Finding? in
        guard snapshot.phase(of: parallel[0].target) == .ended,
          parallel.allSatisfy({ $0.kind == .coordinatesWith || $0.kind == .partOf })
        else { return nil }
        return finding(snapshot, parallel[0])
      }
    }
  }

  private static func finding(_ snapshot: Snapshot, _ link: ResolvedLink) -> Finding {
    let (source, target) = (snapshot.projects[link.source], snapshot.projects[link.target])
    let (title, name) = (snapshot.title(of: link.source), snapshot.title(of: link.target))
    let command = "dach link \(source.id) \(target.id)"
    let message =
      link.kind == .partOf
      ? BilingualText(
        de: "\(title.german) ist Teil von \(name.german); dieses Projekt ist abgeschlossen.",
        en: "\(title.english) is part of \(name.english), which is completed.")
      : BilingualText(
        de: "\(title.german) stimmt sich mit \(name.german) ab; dieses Projekt ist abgeschlossen.",
        en: "\(title.english) coordinates with \(name.english), which is completed.")
    return snapshot.finding(
      documentation, about: [snapshot.subject(link.source), snapshot.subject(link.target)],
      departments: snapshot.owners(of: [link.source, link.target]),
      location: snapshot.location(in: link.source, line: source.links[link.position].line),
      message: message,
      action: BilingualText(
        de: """
          Nutzt das Projekt das Ergebnis weiter, tragen Sie das ein (`\(command) --kind buildsOn`); \
          sonst streichen Sie die Verbindung (`\(command) --remove`).
          """,
        en: """
          If the project goes on using the result, say so (`\(command) --kind buildsOn`); otherwise \
          remove the link (`\(command) --remove`).
          """))
  }
}
