internal import Portfolio

/// network/dependency-ends-early: what a project depends on ends or stopped first.
enum DependencyEndsEarly: Rule {
  static let documentation = RuleDocumentation(
    name: "network/dependency-ends-early", severity: .warning,
    title: BilingualText(de: "Grundlage endet zu früh", en: "dependency ends early"),
    flags: BilingualText(
      de: """
        Ein Projekt, das von einem anderen abhängt oder darauf aufbaut, das eingestellt ist oder \
        nach dem eingetragenen Zeitraum früher endet. Die Regel schweigt, wenn die Grundlage \
        abgeschlossen ist (ihr Ergebnis steht bereit), wenn eines der beiden Enden unbekannt ist, \
        und wenn ein Projekt erst nach dem Ende der Grundlage beginnt, um auf deren Ergebnis \
        aufzubauen.
        """,
      en: """
        A project that depends or builds on another which is discontinued or, by the recorded \
        periods, ends earlier. The rule keeps silent when the other is completed (its result is \
        there), when one of the two ends is unknown, and when a project begins only after the \
        other's end in order to build on its result.
        """),
    reason: BilingualText(
      de: "Fällt die Grundlage weg, steht das Projekt ohne sie da.",
      en: "When the foundation falls away, the project stands without it."),
    remedy: BilingualText(
      de: """
        Stimmen Sie die Laufzeiten mit der anderen Seite ab, oder suchen Sie rechtzeitig Ersatz. \
        Stimmt ein Zeitraum nicht, berichtigen Sie ihn: `dach update PROJEKT --end …`.
        """,
      en: """
        Agree on the periods with the other side, or look for a replacement in time. If a period is \
        wrong, correct it: `dach update PROJECT --end …`.
        """),
    example: BilingualText(
      de: "„Digitales Bauamt“ läuft bis Ende 2027, hängt aber von „E-Akte“ ab, die 2026 endet.",
      en:
        "“Digital building office” runs until the end of 2027 but depends on “E-file”, which ends in 2026."
    ))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.activeProjects.flatMap { project in
      snapshot.linksByTarget(from: project).compactMap { parallel in
        parallel.first { $0.kind.isDependency && endsEarly($0, in: snapshot) }
          .map { finding(snapshot, $0) }
      }
    }
  }

  private static func endsEarly(_ link: ResolvedLink, in snapshot: Snapshot) -> Bool {
    switch snapshot.phase(of: link.target) {
    case .discontinued: return true
    case .ended: return false
    case .idea, .planned, .running, .unknown: break
    }
    let period = snapshot.projects[link.source].period
    guard let foundationEnd = snapshot.end(of: link.target), let end = period?.end,
      foundationEnd < end.firstDay
    else { return false }
    guard link.kind == .buildsOn, let start = period?.start else { return true }
    return start.firstDay <= foundationEnd
  }

  private static func finding(_ snapshot: Snapshot, _ link: ResolvedLink) -> Finding {
    let (source, target) = (snapshot.projects[link.source], snapshot.projects[link.target])
    return snapshot.finding(
      documentation, about: [snapshot.subject(link.source), snapshot.subject(link.target)],
      departments: snapshot.owners(of: [link.source, link.target]),
      location: snapshot.location(in: link.source, line: source.links[link.position].line),
      message: message(snapshot, link),
      action: BilingualText(
        de: """
          Stimmen Sie sich mit der anderen Seite ab (`dach show \(target.id)`), und berichtigen Sie \
          den Zeitraum oder die Verbindung (`dach update`, `dach link \(source.id) \(target.id) \
          --remove`).
          """,
        en: """
          Agree with the other side (`dach show \(target.id)`), and correct the period or the \
          link (`dach update`, `dach link \(source.id) \(target.id) --remove`).
          """))
  }

  private static func message(_ snapshot: Snapshot, _ link: ResolvedLink) -> BilingualText {
    let (title, target) = (snapshot.title(of: link.source), snapshot.title(of: link.target))
    let relation =
      link.kind == .dependsOn
      ? BilingualText(
        de: "hängt von \(target.german) ab", en: "depends on \(target.english)")
      : BilingualText(
        de: "baut auf \(target.german) auf", en: "builds on \(target.english)")
    let (own, other) = (
      snapshot.projects[link.source].period?.end?.wording,
      snapshot.projects[link.target].period?.end?.wording
    )
    guard snapshot.phase(of: link.target) != .discontinued, let own, let other else {
      return BilingualText(
        de: "\(title.german) \(relation.german); dieses Projekt ist eingestellt.",
        en: "\(title.english) \(relation.english), which is discontinued.")
    }
    return BilingualText(
      de: """
        \(title.german) \(relation.german); die Grundlage endet früher (\(other.german)) als \
        das Projekt selbst (\(own.german)).
        """,
      en: """
        \(title.english) \(relation.english), which ends earlier (\(other.english), \
        this project: \(own.english)).
        """)
  }
}
