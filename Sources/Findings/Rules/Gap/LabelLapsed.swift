internal import Portfolio

/// gap/label-lapsed: a project carries the label without what the label asks for.
enum LabelLapsed: Rule {
  static let documentation = RuleDocumentation(
    name: "gap/label-lapsed", severity: .note,
    title: BilingualText(de: "Label nicht mehr gedeckt", en: "label no longer justified"),
    flags: BilingualText(
      de: """
        Ein Projekt, dessen Label erloschen ist, oder das das Label trägt, ohne öffentlich zu sein, \
        ohne öffentliche Seite, ohne Bestätigung innerhalb von `staleAfterDays` Tagen, oder obwohl \
        es eingestellt ist. Die Regel schweigt über Projekte ohne Label, über beantragte Label, und \
        bei abgeschlossenen Projekten über die fehlende Bestätigung.
        """,
      en: """
        A project whose label has lapsed, or that carries the label without being public, without \
        a public page, without a confirmation within `staleAfterDays` days, or although it is \
        discontinued. The rule keeps silent about projects without a label, about labels merely \
        requested, and for finished projects about the missing confirmation.
        """),
    reason: BilingualText(
      de:
        "Das Label zeigt das digitale Angebot der Stadt; was es trägt, muss zu sehen sein und stimmen.",
      en: "The label shows what the city offers; what carries it must be visible and true."),
    remedy: BilingualText(
      de: "Das Fehlende ergänzen oder das Label zurückgeben.",
      en: "Add what is missing or give the label back."),
    example: BilingualText(
      de: "„Onleihe“ trägt das Label, nennt aber keine öffentliche Seite.",
      en: "“E-lending” carries the label but names no public page."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.projects.indices.compactMap { project in
      guard let visibility = snapshot.projects[project].visibility else { return nil }
      let reasons: [BilingualText]
      switch visibility.label {
      case nil, .requested: return nil
      case .lapsed:
        guard snapshot.phase(of: project) != .discontinued else { return nil }
        reasons = []
      case .granted:
        reasons = faults(snapshot, project, visibility)
        guard !reasons.isEmpty else { return nil }
      }
      return finding(snapshot, project, reasons)
    }
  }

  private static func faults(
    _ snapshot: Snapshot, _ project: Int, _ visibility: Visibility
  ) -> [BilingualText] {
    if snapshot.phase(of: project) == .discontinued {
      return [BilingualText(de: "es ist eingestellt", en: "it is discontinued")]
    }
    var faults: [BilingualText] = []
    if visibility.level != .public {
      faults.append(BilingualText(de: "es ist nicht öffentlich", en: "it is not public"))
    }
    if visibility.page == nil {
      faults.append(
        BilingualText(de: "eine öffentliche Seite ist nicht genannt", en: "no public page is named")
      )
    }
    let limit = snapshot.asOf.advanced(byDays: -snapshot.settings.staleAfterDays)
    let confirmed = snapshot.projects[project].confirmed?.lastDay
    if snapshot.isActive(project), confirmed.map({ $0 < limit }) ?? true {
      faults.append(
        BilingualText(
          de: "die Angaben sind nicht aktuell bestätigt",
          en: "its record has not been confirmed recently"))
    }
    return faults
  }

  private static func finding(
    _ snapshot: Snapshot, _ project: Int, _ faults: [BilingualText]
  ) -> Finding {
    let (id, title) = (snapshot.projects[project].id, snapshot.title(of: project))
    let reasons = Enumeration.of(faults)
    return snapshot.finding(
      documentation, aboutProject: project,
      message: faults.isEmpty
        ? BilingualText(
          de: "Das Label von \(title.german) ist erloschen.",
          en: "The label of \(title.english) has lapsed.")
        : BilingualText(
          de: "\(title.german) trägt das Label, aber \(reasons.german).",
          en: "\(title.english) carries the label, but \(reasons.english)."),
      action: BilingualText(
        de:
          "Ergänzen Sie, was fehlt, oder geben Sie das Label zurück: `dach update \(id)`, `dach confirm \(id)`.",
        en:
          "Add what is missing, or give the label back: `dach update \(id)`, `dach confirm \(id)`.")
    )
  }
}
