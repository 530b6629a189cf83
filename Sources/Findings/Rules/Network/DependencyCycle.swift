internal import Portfolio

/// network/dependency-cycle: projects wait for one another in a circle.
enum DependencyCycle: Rule {
  static let documentation = RuleDocumentation(
    name: "network/dependency-cycle", severity: .error,
    title: BilingualText(de: "Abhängigkeit im Kreis", en: "circular dependency"),
    flags: BilingualText(
      de: """
        Projekte, die im Kreis voneinander abhängen oder aufeinander aufbauen. Von ineinander \
        verschlungenen Kreisen wird einer gemeldet, der kürzeste durch das Projekt, das im Register \
        zuerst steht. Laufen alle Projekte des Kreises schon, \
        so wartet keines mehr, und der Befund ist nur eine Warnung. Die Regel schweigt über \
        abgeschlossene und eingestellte Projekte und über andere Arten von Verbindungen.
        """,
      en: """
        Projects that depend or build on one another in a circle. Of intertwined circles one is \
        reported, the shortest through the project that the registry lists first. Where all projects of the circle run already, none is waiting any \
        more, and the finding is a mere warning. The rule keeps silent about finished and \
        discontinued projects and about other kinds of links.
        """),
    reason: BilingualText(
      de:
        "In einem Kreis kann keines zuerst fertig werden; meist ist eine Richtung falsch eingetragen.",
      en: "In a circle none can be finished first; mostly one direction was entered wrongly."),
    remedy: BilingualText(
      de: """
        Klären Sie, was zuerst fertig sein muss, und streichen Sie die falsche Richtung: \
        `dach link PROJEKT ANDERES --remove`. Wer nur zusammenarbeitet, trägt `coordinatesWith` ein.
        """,
      en: """
        Clarify what has to be ready first, and remove the wrong direction: \
        `dach link PROJECT OTHER --remove`. Those who merely cooperate enter `coordinatesWith`.
        """),
    example: BilingualText(
      de: "„Bürgerkonto“ hängt von „E-Akte“ ab, „E-Akte“ von „Bürgerkonto“.",
      en: "“Citizen account” depends on “E-file”, and “E-file” on “Citizen account”."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let graph = DependencyGraph(snapshot)
    return graph.stronglyConnectedSets().map { nodes in
      finding(snapshot, circle: graph.circle(within: nodes))
    }
  }

  private static func finding(_ snapshot: Snapshot, circle: [Int]) -> Finding {
    let titles = circle.map { snapshot.title(of: $0) }
    let way = (titles + titles.prefix(1))
    let first = snapshot.projects[circle[0]]
    let next = circle[1]
    let line = snapshot.linksFromProject[circle[0]]
      .first { $0.target == next && $0.kind.isDependency }
      .flatMap { first.links[$0.position].line }
    let remove = "dach link \(first.id) \(snapshot.projects[next].id) --remove"
    let allRun = circle.allSatisfy { snapshot.phase(of: $0) == .running }
    return snapshot.finding(
      documentation, severity: allRun ? .warning : .error,
      about: circle.map { snapshot.subject($0) },
      departments: snapshot.owners(of: circle),
      location: snapshot.location(in: circle[0], line: line),
      message: BilingualText(
        de: """
          Diese Projekte hängen im Kreis voneinander ab: \
          \(way.map(\.german).joined(separator: " → ")).
          """,
        en: """
          These projects depend on one another in a circle: \
          \(way.map(\.english).joined(separator: " → ")).
          """),
      action: BilingualText(
        de: """
          Klären Sie, was zuerst fertig sein muss, und streichen Sie die falsche Richtung, zum \
          Beispiel: `\(remove)`.
          """,
        en: """
          Clarify what has to be ready first, and remove the wrong direction, for example: \
          `\(remove)`.
          """))
  }
}
