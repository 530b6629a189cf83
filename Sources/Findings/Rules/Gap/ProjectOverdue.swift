internal import Portfolio

/// gap/project-overdue: a project's end has passed, but it is said to go on; or its start has, but
/// it is said not to have begun.
enum ProjectOverdue: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/project-overdue", severity: .warning,
    title: BilingualText(
      de: "Stand passt nicht zum Zeitraum", en: "status and period disagree"),
    flags: BilingualText(
      de: """
        Ein Projekt mit dem Stand „läuft“ oder „geplant“, dessen Ende vorbei ist, und ein Projekt \
        mit dem Stand „geplant“ oder „Idee“, dessen Beginn mehr als drei Monate zurückliegt. Es \
        zählt der letzte Tag, den die Angabe zulässt: Ein Ende oder Beginn „2025“ ist mit dem \
        31.12.2025 vorbei. Die Regel schweigt über Projekte ohne Stand, über Projekte, zu denen das \
        jeweilige Datum fehlt, und bei Ideen über das Ende.
        """,
      en: """
        A project said to be running or planned whose end has passed, and a project said to be \
        planned or an idea whose start was more than three months ago. What counts is the last day \
        the date can mean: an end or start of “2025” has passed after 31 December 2025. The rule \
        keeps silent about projects without a status, about those without the date in question, \
        and for ideas about the end.
        """),
    reason: BilingualText(
      de: "Entweder stimmt der Stand nicht, oder das Projekt braucht einen neuen Zeitplan.",
      en: "Either the status is wrong or the project needs a new schedule."),
    remedy: BilingualText(
      de: """
        Berichtigen Sie den Stand (`dach update PROJEKT --status …`) oder den Zeitraum \
        (`--start …`, `--end …`).
        """,
      en: """
        Correct the status (`dach update PROJECT --status …`) or the period (`--start …`, \
        `--end …`).
        """),
    example: BilingualText(
      de: """
        „Schul-WLAN“ läuft noch, sollte aber Ende 2024 fertig sein; „Dienstgeräte“ ist geplant, \
        sollte aber 2022 beginnen.
        """,
      en: """
        “School WLAN” is still running but was to be finished by the end of 2024; “Work devices” \
        is planned but was to begin in 2022.
        """))

  /// How long a planned start may have passed before the record counts as wrong: a registry is
  /// brought up to date every few months, not every day.
  private static let monthsOfGrace = 3

  static func findings(in snapshot: Snapshot) -> [Finding] {
    let lastStart = snapshot.asOf.advanced(byMonths: -monthsOfGrace)
    return snapshot.projects.indices.compactMap { project in
      let phase = snapshot.phase(of: project)
      let period = snapshot.projects[project].period
      if phase == .running || phase == .planned, let end = period?.end,
        end.lastDay < snapshot.asOf
      {
        return pastEnd(snapshot, project, phase, end: end.wording)
      }
      if phase == .planned || phase == .idea, let start = period?.start,
        start.lastDay < lastStart
      {
        return pastStart(snapshot, project, phase, start: start.wording)
      }
      return nil
    }
  }

  private static func pastEnd(
    _ snapshot: Snapshot, _ project: Int, _ phase: ProjectPhase, end: BilingualText
  ) -> Finding {
    let (id, title) = (snapshot.projects[project].id, snapshot.title(of: project))
    let isRunning = phase == .running
    return snapshot.finding(
      documentation, aboutProject: project,
      message: BilingualText(
        de: """
          \(title.german) \(isRunning ? "läuft laut Register noch" : "ist laut Register erst geplant"), \
          das eingetragene Ende (\(end.german)) ist aber vorbei.
          """,
        en: """
          \(title.english) is \(isRunning ? "still running" : "only planned") according to the \
          registry, but its recorded end (\(end.english)) has passed.
          """),
      action: BilingualText(
        de: """
          Ist es fertig, setzen Sie den Stand (`dach update \(id) --status completed`); sonst \
          berichtigen Sie das Ende (`--end …`).
          """,
        en: """
          If it is finished, set the status (`dach update \(id) --status completed`); otherwise \
          correct the end (`--end …`).
          """))
  }

  private static func pastStart(
    _ snapshot: Snapshot, _ project: Int, _ phase: ProjectPhase, start: BilingualText
  ) -> Finding {
    let (id, title) = (snapshot.projects[project].id, snapshot.title(of: project))
    let isPlanned = phase == .planned
    return snapshot.finding(
      documentation, aboutProject: project,
      message: BilingualText(
        de: """
          \(title.german) ist laut Register erst \(isPlanned ? "geplant" : "eine Idee"), der \
          eingetragene Beginn (\(start.german)) ist aber vorbei.
          """,
        en: """
          \(title.english) is only \(isPlanned ? "planned" : "an idea") according to the registry, \
          but its recorded start (\(start.english)) has passed.
          """),
      action: BilingualText(
        de: """
          Hat es begonnen, setzen Sie den Stand (`dach update \(id) --status running`); sonst \
          berichtigen Sie den Beginn (`--start …`).
          """,
        en: """
          If it has begun, set the status (`dach update \(id) --status running`); otherwise \
          correct the start (`--start …`).
          """))
  }
}
