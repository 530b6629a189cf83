internal import Portfolio

/// network/dangling-link: a link leads to a project that is unknown or discontinued.
enum DanglingLink: Rule {
  static let documentation = RuleDocumentation(
    name: "network/dangling-link", severity: .warning,
    title: BilingualText(de: "Verbindung ins Leere", en: "link to nowhere"),
    flags: BilingualText(
      de: """
        Eine Verbindung zu einem Projekt, das nicht registriert oder eingestellt ist. Die Regel \
        schweigt über eingestellte Projekte als Quelle, über `replaces` (Ersetztes darf eingestellt \
        sein), und über Abhängigkeiten von eingestellten Projekten, die \
        network/dependency-ends-early meldet. Über beendete Quellen wird nur gemeldet, wenn das \
        Ziel unbekannt ist.
        """,
      en: """
        A link to a project that is not registered or is discontinued. The rule keeps silent about \
        discontinued sources, about `replaces` (what was replaced may be discontinued), and about \
        dependencies on discontinued projects, which network/dependency-ends-early reports. \
        Finished sources are flagged only for unknown targets.
        """),
    reason: BilingualText(
      de:
        "Wer der Verbindung folgt, findet niemanden; meist wurde das Ziel umbenannt oder gelöscht.",
      en: "Who follows the link finds nobody; mostly the target was renamed or deleted."),
    remedy: BilingualText(
      de: """
        Streichen Sie die Verbindung (`dach link PROJEKT ZIEL --remove`) und tragen Sie bei Bedarf \
        die richtige ein (`dach link PROJEKT ANDERES --kind …`). Gibt es das Ziel, fehlt aber im \
        Register, legen Sie es dort an.
        """,
      en: """
        Remove the link (`dach link PROJECT TARGET --remove`) and state the right one where needed \
        (`dach link PROJECT OTHER --kind …`). If the target exists but is missing from the \
        registry, put it there.
        """),
    example: BilingualText(
      de: "„Onleihe“ ist mit „bib-portal“ verbunden, das niemand registriert hat.",
      en: "“E-lending” is linked to “bib-portal”, which nobody has registered."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    unknownTargets(snapshot) + discontinuedTargets(snapshot)
  }

  private static func unknownTargets(_ snapshot: Snapshot) -> [Finding] {
    var seen: Set<UnknownTarget> = []
    var search = NearestProject(snapshot)
    return snapshot.unresolvedLinks.compactMap { link in
      guard snapshot.phase(of: link.source).countsForCoverage,
        seen.insert(UnknownTarget(source: link.source, target: link.target)).inserted
      else { return nil }
      let title = snapshot.title(of: link.source)
      let hint = hint(search.nearest(to: link.target))
      return finding(
        snapshot, link.source, position: link.position, target: Subject(.project, link.target),
        departments: snapshot.owners(of: [link.source]),
        message: BilingualText(
          de: """
            \(title.german) ist mit „\(link.target)“ verbunden; ein Projekt mit dieser Kennung ist \
            nicht registriert.\(hint.german)
            """,
          en: """
            \(title.english) is linked to “\(link.target)”; no project with this id is \
            registered.\(hint.english)
            """))
    }
  }

  private static func hint(_ nearest: String?) -> BilingualText {
    nearest.map {
      BilingualText(de: " Gemeint ist vielleicht „\($0)“.", en: " Perhaps “\($0)” is meant.")
    } ?? BilingualText(de: "", en: "")
  }

  /// Finds the id that a misspelt one was probably meant to be.
  private struct NearestProject {
    /// Comparisons that all searches together may cost, so that a registry in which every link
    /// dangles is still checked in linear time.
    private var budget = 200_000
    private let ids: [UInt8?: [String]]

    init(_ snapshot: Snapshot) {
      ids =
        snapshot.unresolvedLinks.isEmpty
        ? [:] : Dictionary(grouping: snapshot.projects.lazy.map(\.id), by: \.utf8.first)
    }

    /// The nearest id with the same first letter, where one is near.
    mutating func nearest(to id: String) -> String? {
      let candidates = ids[id.utf8.first] ?? []
      guard candidates.count <= budget else { return nil }
      budget -= candidates.count
      return NearestName.of(id, among: candidates)
    }
  }

  private struct UnknownTarget: Hashable {
    let source: Int
    let target: String
  }

  private static func discontinuedTargets(_ snapshot: Snapshot) -> [Finding] {
    snapshot.activeProjects.flatMap { project in
      snapshot.linksByTarget(from: project).compactMap { parallel -> Finding? in
        let target = parallel[0].target
        // A dependency on the same target is the graver finding and says it already.
        guard snapshot.phase(of: target) == .discontinued,
          !parallel.contains(where: \.kind.isDependency),
          let link = parallel.first(where: { $0.kind != .replaces })
        else { return nil }
        let (title, name) = (snapshot.title(of: project), snapshot.title(of: target))
        return finding(
          snapshot, project, position: link.position, target: snapshot.subject(target),
          departments: snapshot.owners(of: [project, target]),
          message: BilingualText(
            de:
              "\(title.german) ist mit \(name.german) verbunden; dieses Projekt ist eingestellt.",
            en: "\(title.english) is linked to \(name.english), which is discontinued."))
      }
    }
  }

  private static func finding(
    _ snapshot: Snapshot, _ source: Int, position: Int, target: Subject, departments: [Int],
    message: BilingualText
  ) -> Finding {
    let record = snapshot.projects[source]
    let remove = "dach link \(record.id) \(target.id) --remove"
    return snapshot.finding(
      documentation, about: [snapshot.subject(source), target], departments: departments,
      location: snapshot.location(in: source, line: record.links[position].line),
      message: message,
      action: BilingualText(
        de: """
          Streichen Sie die Verbindung (`\(remove)`) und tragen Sie bei Bedarf die richtige ein.
          """,
        en: "Remove the link (`\(remove)`) and state the right one where needed."))
  }
}
