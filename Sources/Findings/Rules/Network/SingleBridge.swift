internal import Portfolio

/// network/single-bridge: one project alone connects departments.
enum SingleBridge: Rule {
  static let documentation = RuleDocumentation(
    name: "network/single-bridge", severity: .note,
    title: BilingualText(
      de: "Ein Projekt als einzige Brücke", en: "one project as the only bridge"),
    flags: BilingualText(
      de: """
        Ein Projekt, ohne das andere Dienststellen nicht mehr miteinander verbunden wären, weder \
        direkt noch über Dritte. Projekte derselben Dienststelle gelten als verbunden. Die Regel \
        schweigt, wenn nicht wenigstens zwei der getrennten Teile je `siloMinimum` laufende, \
        geplante oder angedachte Projekte haben, und wenn das Projekt nur die eigene Dienststelle \
        mit den übrigen verbindet.
        """,
      en: """
        A project without which other departments would no longer be connected, neither directly \
        nor through others. Projects of one department count as connected. The rule keeps silent \
        unless at least two of the separated parts have `siloMinimum` running, planned or proposed \
        projects each, and when the project merely connects its own department with the rest.
        """),
    reason: BilingualText(
      de: "Endet das Projekt oder wechselt dort jemand die Stelle, reißt der Faden.",
      en: "When the project ends or somebody leaves it, the thread breaks."),
    remedy: BilingualText(
      de: """
        Suchen Sie weitere Berührungspunkte zwischen den Dienststellen und tragen Sie sie ein: \
        `dach link PROJEKT ANDERES --kind coordinatesWith`.
        """,
      en: """
        Look for further points of contact between the departments and record them: \
        `dach link PROJECT OTHER --kind coordinatesWith`.
        """),
    example: BilingualText(
      de:
        "Allein „Mein Nürnberg“, ein Projekt der IT, verbindet die Schulprojekte mit denen der Kultur.",
      en:
        "“My Nuremberg”, a project of the IT department, alone connects the school projects with those of culture."
    ))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    BridgeSearch(snapshot).bridges(minimum: snapshot.settings.siloMinimum)
      .map { finding(snapshot, $0) }
  }

  private static func finding(_ snapshot: Snapshot, _ bridge: BridgeSearch.Bridge) -> Finding {
    let title = snapshot.title(of: bridge.project)
    let sides = enumeration(bridge.parts.map { side($0, in: snapshot) })
    return snapshot.finding(
      documentation, about: [snapshot.subject(bridge.project)],
      departments: snapshot.owners(of: [bridge.project]),
      location: snapshot.projects[bridge.project].location,
      message: BilingualText(
        de: """
          Diese Dienststellen sind nur über \(title.german) miteinander verbunden: \
          \(sides.german).
          """,
        en: """
          These departments are connected through \(title.english) alone: \(sides.english).
          """),
      action: BilingualText(
        de: """
          Suchen Sie weitere Berührungspunkte (`dach show \(snapshot.projects[bridge.project].id)` \
          nennt die verbundenen Projekte) und tragen Sie sie ein: \
          `dach link A B --kind coordinatesWith`.
          """,
        en: """
          Look for further points of contact (`dach show \(snapshot.projects[bridge.project].id)` \
          names the linked projects) and record them: `dach link A B --kind coordinatesWith`.
          """))
  }

  /// `auf der einen Seite A, auf der anderen B und C`; more than two sides one after the other.
  private static func enumeration(_ sides: [BilingualText]) -> BilingualText {
    guard sides.count == 2 else {
      return BilingualText(
        de: sides.map(\.german).joined(separator: "; "),
        en: sides.map(\.english).joined(separator: "; "))
    }
    return BilingualText(
      de: "auf der einen Seite \(sides[0].german), auf der anderen \(sides[1].german)",
      en: "on one side \(sides[0].english), on the other \(sides[1].english)")
  }

  private static func side(_ part: BridgeSearch.Part, in snapshot: Snapshot) -> BilingualText {
    let names = part.departments.prefix(part.departmentCount > 3 ? 2 : 3).map {
      let name = snapshot.departments[$0].name
      return BilingualText(de: name, en: name)
    }
    let rest = part.departmentCount - names.count
    let more = BilingualText(de: "\(rest) weitere", en: "\(rest) more")
    return Enumeration.of(rest == 0 ? names : names + [more])
  }
}
