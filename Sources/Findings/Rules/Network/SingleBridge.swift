internal import Portfolio

/// network/single-bridge: one project alone connects departments.
enum SingleBridge: Rule {
  static let documentation = RuleDocumentation(
    name: "network/single-bridge", severity: .note,
    title: BilingualText(
      de: "Ein Projekt als einzige Brücke", en: "one project as the only bridge"),
    flags: BilingualText(
      de: """
        Ein Projekt, ohne das Dienststellen nicht mehr miteinander verbunden wären, weder direkt \
        noch über Dritte. Projekte derselben Dienststelle gelten als verbunden. Die Regel schweigt, \
        wenn nicht wenigstens zwei der getrennten Teile je `siloMinimum` laufende, geplante oder \
        angedachte Projekte haben.
        """,
      en: """
        A project without which departments would no longer be connected, neither directly nor \
        through others. Projects of one department count as connected. The rule keeps silent \
        unless at least two of the separated parts have `siloMinimum` running, planned or proposed \
        projects each.
        """),
    reason: BilingualText(
      de: "Endet das Projekt oder wechselt dort jemand die Stelle, reißt der Faden.",
      en: "When the project ends or somebody leaves it, the thread breaks."),
    remedy: BilingualText(
      de: "Weitere Verbindungen zwischen den Dienststellen suchen und eintragen.",
      en: "Look for further links between the departments and record them."),
    example: BilingualText(
      de: "Allein „Mein Nürnberg“ verbindet die Schulprojekte mit denen der übrigen Dienststellen.",
      en: "“My Nuremberg” alone connects the school projects with those of the other departments."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    var search = BridgeSearch(snapshot)
    return search.bridges(minimum: snapshot.settings.siloMinimum).map { finding(snapshot, $0) }
  }

  private static func finding(_ snapshot: Snapshot, _ bridge: BridgeSearch.Bridge) -> Finding {
    let title = snapshot.title(of: bridge.project)
    let sides = bridge.parts.map { side($0, in: snapshot) }
    return snapshot.finding(
      documentation, about: [snapshot.subject(bridge.project)],
      departments: snapshot.owners(of: [bridge.project]),
      location: snapshot.projects[bridge.project].location,
      message: BilingualText(
        de: """
          Allein \(title.german) verbindet diese Dienststellen: \
          \(sides.map(\.german).joined(separator: " – ")).
          """,
        en: """
          \(title.english) alone connects these departments: \
          \(sides.map(\.english).joined(separator: " – ")).
          """),
      action: BilingualText(
        de:
          "Suchen Sie weitere Berührungspunkte (`dach network`) und tragen Sie sie ein (`dach link A B`).",
        en: "Look for further points of contact (`dach network`) and record them (`dach link A B`)."
      ))
  }

  private static func side(_ part: BridgeSearch.Part, in snapshot: Snapshot) -> BilingualText {
    let shown = part.departments.prefix(part.departmentCount > 3 ? 2 : 3).map {
      snapshot.departments[$0].name
    }
    let rest = part.departmentCount - shown.count
    let names = shown.joined(separator: ", ")
    return rest == 0
      ? BilingualText(de: names, en: names)
      : BilingualText(de: "\(names) und \(rest) weitere", en: "\(names) and \(rest) more")
  }
}
