import ArgumentParser
import Portfolio

/// The fields of a project that can be set on the command line. What is not given stays as it is,
/// and an empty value clears what may be missing.
struct ProjectFields: ParsableArguments {
  @Option(help: help(de: "Titel.", en: "Title."))
  var title: String?

  @Option(
    help: help(
      de: "Was das Projekt tut und für wen, in ein bis fünf Sätzen.",
      en: "What the project does and for whom, in one to five sentences."))
  var summary: NewValue<String>?

  @Option(
    help: help(
      de: "Zuständige Dienststelle (Id oder Name).", en: "Department in charge (id or name)."))
  var department: NewValue<String>?

  @Option(
    help: help(
      de: "Amt oder Stelle innerhalb der Dienststelle (Id).",
      en: "Office inside the department (id)."))
  var office: NewValue<String>?

  @Option(help: help(de: "Teilstrategie (Id).", en: "Sub-strategy (id)."))
  var strategy: NewValue<String>?

  @Option(
    help: help(
      de: "Stand: idea, planned, running, completed, discontinued.",
      en: "Status: idea, planned, running, completed, discontinued."))
  var status: NewValue<ProjectStatus>?

  @Option(
    help: help(
      de: "Beginn: 2021, 2021-03 oder 2021-03-15.", en: "Start: 2021, 2021-03 or 2021-03-15."))
  var start: NewValue<PartialDate>?

  @Option(
    help: help(de: "Ende: 2021, 2021-03 oder 2021-03-15.", en: "End: 2021, 2021-03 or 2021-03-15."))
  var end: NewValue<PartialDate>?

  @Option(
    help: help(
      de: "Funktionspostfach, nicht das einer Person.",
      en: "Mailbox of a function, not a person's."))
  var contact: NewValue<String>?

  @Option(
    name: .customLong("theme"), parsing: .singleValue,
    help: help(
      de: "Themenkomplex (Id), der wichtigste zuerst; mehrfach möglich, ersetzt die bisherigen.",
      en: "Theme (id), the main one first; repeatable, replaces the present ones."))
  var themes: [String] = []

  @Option(
    name: .customLong("audience"), parsing: .singleValue,
    help: help(
      de: "Zielgruppe; mehrfach möglich, ersetzt die bisherigen.",
      en: "Whom it serves; repeatable, replaces the present ones."))
  var audience: [String] = []

  @Option(
    name: .customLong("technology"), parsing: .singleValue,
    help: help(
      de: "Technik; mehrfach möglich, ersetzt die bisherigen.",
      en: "Technology; repeatable, replaces the present ones."))
  var technologies: [String] = []

  @Option(
    parsing: .singleValue,
    help: help(
      de:
        "Basisdienst (Id), den das Projekt bereitstellt; mehrfach möglich, ersetzt die bisherigen.",
      en: "Service (id) it provides; repeatable, replaces the present ones."))
  var provides: [String] = []

  @Option(
    parsing: .singleValue,
    help: help(
      de: "Basisdienst (Id), den das Projekt braucht; mehrfach möglich, ersetzt die bisherigen.",
      en: "Service (id) it needs; repeatable, replaces the present ones."))
  var requires: [String] = []

  @Option(
    help: help(
      de: "Wer es sehen darf: public, internal, confidential.",
      en: "Who may see it: public, internal, confidential."))
  var visibility: NewValue<Visibility.Level>?

  @Option(
    help: help(
      de: "Öffentliches Label: requested, granted, lapsed.",
      en: "The public label: requested, granted, lapsed."))
  var label: NewValue<Visibility.Label>?

  @Option(
    help: help(de: "Öffentliche Seite (https://…).", en: "The public page (https://…)."))
  var page: NewValue<String>?

  @Option(
    help: help(
      de: "Betrag ohne Tausenderpunkte: 250000 oder 99.50.",
      en: "Amount without thousands separators: 250000 or 99.50."))
  var amount: NewValue<AmountArgument>?

  @Option(
    help: help(
      de: "Woher das Geld kommt oder was es deckt.",
      en: "Where the money comes from or what it covers."))
  var funding: NewValue<String>?
}

extension ProjectFields {
  /// Whether no option is given.
  var isEmpty: Bool {
    let single: [Any?] = [
      title, summary, department, office, strategy, status, start, end, contact, visibility, label,
      page, amount, funding,
    ]
    let lists = [themes, audience, technologies, provides, requires]
    return single.allSatisfy { $0 == nil } && lists.allSatisfy(\.isEmpty)
  }

  /// - Throws: `RefusedChange` where a value needs another that is missing.
  func apply(to project: inout Project) throws {
    if let title { project.title = title }
    set(&project.summary, to: summary)
    set(&project.department, to: department)
    set(&project.office, to: office)
    set(&project.strategy, to: strategy)
    set(&project.status, to: status)
    set(&project.contact, to: contact)
    replace(&project.themes, by: themes)
    replace(&project.audience, by: audience)
    replace(&project.technologies, by: technologies)
    replace(&project.provides, by: provides)
    replace(&project.requires, by: requires)
    applyPeriod(to: &project)
    try applyVisibility(to: &project)
    try applyBudget(to: &project)
  }

  private func applyPeriod(to project: inout Project) {
    guard start != nil || end != nil else { return }
    var period = project.period ?? Period()
    set(&period.start, to: start)
    set(&period.end, to: end)
    project.period = period == Period() ? nil : period
  }

  private func applyVisibility(to project: inout Project) throws {
    guard visibility != nil || label != nil || page != nil else { return }
    var (level, newLabel, newPage) = (
      project.visibility?.level, project.visibility?.label, project.visibility?.page
    )
    set(&level, to: visibility)
    set(&newLabel, to: label)
    set(&newPage, to: page)
    project.visibility = level.map { Visibility(level: $0, label: newLabel, page: newPage) }
    if level == nil, newLabel != nil || newPage != nil {
      throw RefusedChange(
        de: "--visibility: Zu Label und Seite gehört, wer das Projekt sehen darf; leeren Sie sonst "
          + "auch --label und --page.",
        en: "--visibility: label and page need to say who may see the project; else clear --label "
          + "and --page as well.")
    }
  }

  private func applyBudget(to project: inout Project) throws {
    guard amount != nil || funding != nil else { return }
    var (cents, newFunding) = (project.budget?.cents, project.budget?.funding)
    if let amount { cents = amount.value?.cents }
    set(&newFunding, to: funding)
    project.budget = cents.map {
      Budget(cents: $0, currency: project.budget?.currency ?? "EUR", funding: newFunding)
    }
    if cents == nil, newFunding != nil {
      throw RefusedChange(
        de: "--amount: Zur Herkunft des Geldes gehört ein Betrag; leeren Sie sonst auch --funding.",
        en: "--amount: where the money comes from needs an amount; else clear --funding as well.")
    }
  }

  private func set<Value>(_ field: inout Value?, to new: NewValue<Value>?) {
    if let new { field = new.value }
  }

  private func replace(_ field: inout [String], by values: [String]) {
    if !values.isEmpty { field = values.filter { !$0.isEmpty } }
  }
}
