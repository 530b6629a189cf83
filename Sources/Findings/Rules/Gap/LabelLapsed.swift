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
        bei abgeschlossenen Projekten über erloschene Label und die fehlende Bestätigung.
        """,
      en: """
        A project whose label has lapsed, or that carries the label without being public, without \
        a public page, without a confirmation within `staleAfterDays` days, or although it is \
        discontinued. The rule keeps silent about projects without a label, about labels merely \
        requested, and for finished projects about lapsed labels and the missing confirmation.
        """),
    reason: BilingualText(
      de:
        "Das Label zeigt das digitale Angebot der Stadt; was es trägt, muss zu sehen sein und stimmen.",
      en: "The label shows what the city offers; what carries it must be visible and true."),
    remedy: BilingualText(
      de: """
        Ergänzen Sie, was fehlt: `dach update PROJEKT --page …` trägt die Seite ein, \
        `dach confirm PROJEKT` bestätigt die Angaben, `dach update PROJEKT --label requested` \
        beantragt das Label neu. Sonst streichen Sie es: `dach update PROJEKT --label ""`.
        """,
      en: """
        Add what is missing: `dach update PROJECT --page …` enters the page, \
        `dach confirm PROJECT` confirms the record, `dach update PROJECT --label requested` \
        requests the label anew. Otherwise remove it: `dach update PROJECT --label ""`.
        """),
    example: BilingualText(
      de: "„Onleihe“ trägt das Label, nennt aber keine öffentliche Seite.",
      en: "“E-lending” carries the label but names no public page."))

  static func findings(in snapshot: Snapshot) -> [Finding] {
    snapshot.projects.indices.compactMap { project in
      guard let visibility = snapshot.projects[project].visibility else { return nil }
      let reasons: [Fault]
      switch visibility.label {
      case nil, .requested: return nil
      case .lapsed:
        guard snapshot.isActive(project) else { return nil }
        reasons = []
      case .granted:
        reasons = faults(snapshot, project, visibility)
        guard !reasons.isEmpty else { return nil }
      }
      return finding(snapshot, project, reasons)
    }
  }

  /// What a granted label lacks.
  private enum Fault {
    case discontinued, notPublic, withoutPage, unconfirmed

    var description: BilingualText {
      switch self {
      case .discontinued: BilingualText(de: "es ist eingestellt", en: "it is discontinued")
      case .notPublic: BilingualText(de: "es ist nicht öffentlich", en: "it is not public")
      case .withoutPage:
        BilingualText(de: "eine öffentliche Seite ist nicht genannt", en: "no public page is named")
      case .unconfirmed:
        BilingualText(
          de: "die Angaben sind nicht aktuell bestätigt",
          en: "its record has not been confirmed recently")
      }
    }

    /// The command that mends it; nothing mends the label of a project that is discontinued.
    func command(_ id: String) -> String? {
      switch self {
      case .discontinued: nil
      case .notPublic: "`dach update \(id) --visibility public`"
      case .withoutPage: "`dach update \(id) --page …`"
      case .unconfirmed: "`dach confirm \(id)`"
      }
    }
  }

  private static func faults(
    _ snapshot: Snapshot, _ project: Int, _ visibility: Visibility
  ) -> [Fault] {
    if snapshot.phase(of: project) == .discontinued { return [.discontinued] }
    var faults: [Fault] = []
    if visibility.level != .public { faults.append(.notPublic) }
    if visibility.page == nil { faults.append(.withoutPage) }
    let limit = snapshot.asOf.advanced(byDays: -snapshot.settings.staleAfterDays)
    let confirmed = snapshot.projects[project].confirmed?.lastDay
    if snapshot.isActive(project), confirmed.map({ $0 < limit }) ?? true {
      faults.append(.unconfirmed)
    }
    return faults
  }

  private static func finding(_ snapshot: Snapshot, _ project: Int, _ faults: [Fault]) -> Finding {
    let (id, title) = (snapshot.projects[project].id, snapshot.title(of: project))
    let reasons = Enumeration.of(faults.map(\.description))
    return snapshot.finding(
      documentation, aboutProject: project,
      message: faults.isEmpty
        ? BilingualText(
          de: "Das Label von \(title.german) ist erloschen.",
          en: "The label of \(title.english) has lapsed.")
        : BilingualText(
          de: "\(title.german) trägt das Label, aber \(reasons.german).",
          en: "\(title.english) carries the label, but \(reasons.english)."),
      action: action(faults, id))
  }

  private static func action(_ faults: [Fault], _ id: String) -> BilingualText {
    let remove = "`dach update \(id) --label \"\"`"
    let mends =
      faults.isEmpty
      ? ["`dach update \(id) --label requested`"] : faults.compactMap { $0.command(id) }
    guard !mends.isEmpty else {
      return BilingualText(
        de: "Streichen Sie das Label: \(remove).", en: "Remove the label: \(remove).")
    }
    let list = Enumeration.of(mends)
    return faults.isEmpty
      ? BilingualText(
        de: "Beantragen Sie das Label neu (\(list.german)), oder streichen Sie es: \(remove).",
        en: "Request the label anew (\(list.english)), or remove it: \(remove).")
      : BilingualText(
        de: "Ergänzen Sie, was fehlt (\(list.german)), oder streichen Sie das Label: \(remove).",
        en: "Add what is missing (\(list.english)), or remove the label: \(remove).")
  }
}
