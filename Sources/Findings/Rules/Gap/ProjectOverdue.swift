internal import Portfolio

/// gap/project-overdue: a project's end has passed, but it is still said to run or be planned.
enum ProjectOverdue: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/project-overdue", severity: .warning,
    title: BilingualText(de: "Ende überschritten", en: "past its end"),
    flags: BilingualText(
      de: """
        Ein Projekt mit dem Stand „läuft“ oder „geplant“, dessen Ende vorbei ist. Ein Ende ohne Tag \
        gilt bis zum letzten Tag des Monats oder Jahres. Die Regel schweigt über Ideen und über \
        Projekte ohne Ende oder ohne Stand.
        """,
      en: """
        A project said to be running or planned whose end has passed. An end without a day lasts \
        until the last day of its month or year. The rule keeps silent about ideas and about \
        projects without an end or a status.
        """),
    reason: BilingualText(
      de: "Entweder stimmt der Stand nicht, oder das Projekt braucht einen neuen Zeitplan.",
      en: "Either the status is wrong or the project needs a new schedule."),
    remedy: BilingualText(
      de: "Den Stand auf „abgeschlossen“ setzen oder das Ende berichtigen.",
      en: "Set the status to completed or correct the end."),
    example: BilingualText(
      de: "„Schul-WLAN“ läuft noch, sollte aber Ende 2024 fertig sein.",
      en: "“School WLAN” is still running but was to be finished by the end of 2024."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.projects.indices.compactMap { project in
      let phase = snapshot.phase(of: project)
      guard phase == .running || phase == .planned,
        let end = snapshot.projects[project].period?.end, end.lastDay < snapshot.asOf
      else { return nil }
      return finding(snapshot, project, phase, end: end.wording)
    }
  }

  private static func finding(
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
        de:
          "Setzen Sie den Stand auf „abgeschlossen“ oder berichtigen Sie das Ende: `dach update \(id)`.",
        en: "Set the status to completed or correct the end: `dach update \(id)`."))
  }
}
