// The registry's tables, as laid out by the migrations in `schemas/postgresql`.

extension StoredTable {
  /// Every table that an import fills, referenced ones first.
  static let all: [StoredTable] = [
    department, office,
    strategy, source, strategyFunction, guideline, guidelineWording, theme, service,
    guidelineExpectation,
    themeExpectation, milestone, statement, keyFigure,
    subStrategy, councilDecision,
    participation, participationFormat, contribution, participationResult,
    measure, measureProject,
    project, projectLocation, projectTheme, projectAlignment, projectPartner, projectService,
    projectLink, projectContribution, projectSource, projectMerger, projectMergerValue,
    verdict, waiver,
  ]

  static let department = StoredTable(
    "department", of: .department, key: ["id"],
    content: ["name", "kind", "aliases", "role", "contact", "notes", "sources"],
    silent: ["file", "line", "position"], record: id)
  static let office = StoredTable(
    "office", of: .department, list: "offices", key: ["department", "id"],
    content: ["name", "aliases", "position"], record: { "\($0).department" })

  static let strategy = StoredTable(
    "strategy", of: .strategy, key: ["id"],
    content: [
      "name", "summary", "vision", "lead", "open_questions", "horizon_months",
      "stale_after_days", "silo_minimum", "findings_per_department",
      "answer_within_days", "cooperate_within_days", "essential_from", "field_weights",
    ],
    silent: ["file", "line"], record: id)
  static let source = StoredTable(
    "source", of: .strategy, list: "sources", key: ["id"],
    content: ["title", "url", "published", "position"], record: singleStrategy)
  static let strategyFunction = StoredTable(
    "strategy_function", of: .strategy, list: "functions", key: ["id"],
    content: ["name", "text", "sources", "position"], record: singleStrategy)
  static let guideline = StoredTable(
    "guideline", of: .strategy, list: "guidelines", key: ["id"],
    content: ["name", "kind", "description", "keywords", "revision", "sources", "position"],
    silent: ["file", "line"], record: singleStrategy)
  static let guidelineWording = StoredTable(
    "guideline_wording", of: .strategy, list: "guidelines.earlier",
    key: ["guideline", "position"], content: ["revision", "name", "description", "valid_until"],
    record: singleStrategy)
  static let theme = StoredTable(
    "theme", of: .strategy, list: "themes", key: ["id"],
    content: ["name", "aliases", "description", "keywords", "sources", "position"],
    silent: ["file", "line"], record: singleStrategy)
  static let service = StoredTable(
    "service", of: .strategy, list: "services", key: ["id"],
    content: ["name", "description", "position"], silent: ["file", "line"],
    record: singleStrategy)
  static let guidelineExpectation = StoredTable(
    "guideline_expectation", of: .strategy, list: "guidelines.expects",
    key: ["guideline", "position"],
    content: ["department", "theme", "obligation", "minimum", "due"], record: singleStrategy)
  static let themeExpectation = StoredTable(
    "theme_expectation", of: .strategy, list: "themes.expects", key: ["owner", "position"],
    content: ["department", "theme", "obligation", "minimum", "due"], record: singleStrategy)
  static let milestone = StoredTable(
    "milestone", of: .strategy, list: "milestones", key: ["position"],
    content: ["date", "kind", "text", "sources"], record: singleStrategy)
  static let statement = StoredTable(
    "statement", of: .strategy, list: "statements", key: ["position"],
    content: ["topic", "text", "sources"], record: singleStrategy)
  static let keyFigure = StoredTable(
    "key_figure", of: .strategy, list: "figures", key: ["position"],
    content: ["name", "value", "date", "sources"], record: singleStrategy)

  static let subStrategy = StoredTable(
    "sub_strategy", of: .subStrategy, key: ["id"],
    content: [
      "name", "summary", "lead", "is_foundation", "period_start", "period_end", "budget_amount",
      "budget_currency", "budget_funding", "notes", "sources",
    ],
    silent: ["file", "line", "position"], record: id)
  static let councilDecision = StoredTable(
    "council_decision", of: .subStrategy, list: "decisions", key: ["sub_strategy", "position"],
    content: ["date", "body", "text"], record: { "\($0).sub_strategy" })

  static let participation = StoredTable(
    "participation", of: .participation, key: ["id"], content: ["name", "notes"],
    silent: ["file", "line", "position"], record: id)
  static let participationFormat = StoredTable(
    "participation_format", of: .participation, list: "formats", key: ["id"],
    content: [
      "participation", "position", "name", "kind", "purpose", "period_start", "period_end",
      "participants", "sources",
    ],
    silent: ["file", "line"], record: { "\($0).participation" })
  static let contribution = StoredTable(
    "contribution", of: .participation, list: "contributions", key: ["id"],
    content: [
      "participation", "position", "title", "text", "format", "theme", "date", "answer_kind",
      "answer_project", "answer_sentence", "answer_date",
    ],
    silent: ["file", "line"], record: { "\($0).participation" })
  static let participationResult = StoredTable(
    "participation_result", of: .participation, list: "results",
    key: ["participation", "position"], content: ["topic", "text", "sources"],
    record: { "\($0).participation" })

  static let measure = StoredTable(
    "measure", of: .measure, key: ["id"],
    content: ["title", "description", "theme", "lead", "due", "sources"],
    silent: ["file", "line", "position"], record: id)
  static let measureProject = StoredTable(
    "measure_project", of: .measure, list: "projects", key: ["measure", "project"],
    content: ["position"], record: { "\($0).measure" })

  static let project = StoredTable(
    "project", of: .project, key: ["id"],
    content: [
      "formerly", "claims", "title", "summary", "department", "office", "strategy", "status",
      "period_start", "period_end", "budget_amount", "budget_currency", "budget_funding",
      "contact", "audience", "technologies", "visibility", "label", "page", "notes", "confirmed",
    ],
    record: id)
  static let projectLocation = StoredTable(
    "project_location", of: .project, list: "location", key: ["project"],
    silent: ["file", "line", "position", "alignment_lines", "link_lines"], record: ofProject)
  static let projectTheme = StoredTable(
    "project_theme", of: .project, list: "themes", key: ["project", "theme"],
    content: ["position"], record: ofProject)
  static let projectAlignment = StoredTable(
    "project_alignment", of: .project, list: "alignments", key: ["project", "guideline"],
    content: ["position", "role", "rationale", "revision", "review"], record: ofProject)
  static let projectPartner = StoredTable(
    "project_partner", of: .project, list: "partners", key: ["project", "position"],
    content: ["name", "sector"], record: ofProject)
  static let projectService = StoredTable(
    "project_service", of: .project, list: "services", key: ["project", "direction", "service"],
    content: ["position"], record: ofProject)
  static let projectLink = StoredTable(
    "project_link", of: .project, list: "links", key: ["project", "target", "kind"],
    content: ["position", "note", "proposed", "confirmed", "declined", "decline_reason"],
    record: ofProject)
  static let projectContribution = StoredTable(
    "project_contribution", of: .project, list: "contributions",
    key: ["project", "contribution"], content: ["position"], record: ofProject)
  static let projectSource = StoredTable(
    "project_source", of: .project, list: "sources", key: ["project", "position"],
    content: ["url", "published", "accessed"], record: ofProject)
  static let projectMerger = StoredTable(
    "project_merger", of: .project, list: "merged", key: ["project"],
    content: ["target", "decided_by", "date", "reason"], record: ofProject)
  static let projectMergerValue = StoredTable(
    "project_merger_value", of: .project, list: "merged.taken", key: ["project", "position"],
    content: ["field", "item", "replaced"], record: ofProject)

  static let verdict = StoredTable(
    "verdict", of: .verdict, key: ["first_project", "second_project", "ordinal"],
    content: [
      "outcome", "reason", "decided_by", "date", "bundle", "bundle_created", "confirmed",
      "declined", "decline_reason", "first_title", "first_summary", "first_provides",
      "first_requires", "second_title", "second_summary", "second_provides", "second_requires",
    ],
    silent: ["file", "line", "position"],
    record: {
      "concat_ws(' ', \($0).first_project, \($0).second_project, nullif(\($0).ordinal, 1))"
    })
  static let waiver = StoredTable(
    "waiver", of: .waiver, key: ["rule", "subjects", "ordinal"],
    content: ["reason", "approver", "approved", "expires"],
    silent: ["file", "line", "position"],
    record: {
      "concat_ws(' ', \($0).rule, array_to_string(\($0).subjects, ' '), nullif(\($0).ordinal, 1))"
    })

  private static let id: @Sendable (String) -> String = { "\($0).id" }
  private static let ofProject: @Sendable (String) -> String = { "\($0).project" }
  /// There is one umbrella strategy; its parts do not repeat its id.
  private static let singleStrategy: @Sendable (String) -> String = { _ in
    "(SELECT id FROM staged_strategy)"
  }
}
