import Portfolio

/// Reads departments, the umbrella strategy and sub-strategies: tens of rows each.
struct StrategyLoad {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func departments() throws -> [Department] {
    let offices = try session.grouped(
      "SELECT department, id, name, aliases FROM office ORDER BY department, position, id"
    ) { Office(id: try $0.decode(1), name: try $0.decode(2), aliases: try $0.decode(3)) }
    return try session.rows(
      """
      SELECT id, name, kind, aliases, role, contact, notes, sources, file, line
      FROM department ORDER BY file NULLS LAST, position, id
      """
    ) { row in
      let id = try row.decode(0, as: String.self)
      return Department(
        id: id, name: try row.decode(1), kind: try row.enumeration(2), aliases: try row.decode(3),
        role: try row.decodeIfPresent(4), contact: try row.decodeIfPresent(5),
        offices: offices[id] ?? [], notes: try row.decode(6), sources: try row.decode(7),
        location: try row.location(8))
    }
  }

  func strategy() throws -> Strategy? {
    var strategy = try session.rows(
      """
      SELECT id, name, summary, vision, lead, open_questions, horizon_months, stale_after_days,
        silo_minimum, findings_per_department, essential_from,
        ARRAY(SELECT key FROM jsonb_object_keys(field_weights) AS key ORDER BY key),
        ARRAY(SELECT value::bigint FROM jsonb_each_text(field_weights) ORDER BY key), file, line,
        -- Earlier states of the row know neither.
        coalesce(answer_within_days, 14), coalesce(cooperate_within_days, 90)
      FROM strategy
      """
    ) { row in
      Strategy(
        id: try row.decode(0), name: try row.decode(1), summary: try row.decodeIfPresent(2),
        vision: try row.decodeIfPresent(3), lead: try row.decodeIfPresent(4),
        openQuestions: try row.decode(5),
        checks: CheckSettings(
          horizonMonths: try row.decode(6), staleAfterDays: try row.decode(7),
          siloMinimum: try row.decode(8), findingsPerDepartment: try row.decode(9),
          answerWithinDays: try row.decode(15), cooperateWithinDays: try row.decode(16),
          completeness: try Completeness(row)),
        location: try row.location(13))
    }.first
    strategy?.functions = try functions()
    strategy?.guidelines = try guidelines()
    strategy?.themes = try themes()
    strategy?.services = try services()
    strategy?.milestones = try milestones()
    strategy?.statements = try statements()
    strategy?.figures = try figures()
    strategy?.sources = try sources()
    return strategy
  }

  func subStrategies() throws -> [SubStrategy] {
    let decisions = try session.grouped(
      "SELECT sub_strategy, date, body, text FROM council_decision ORDER BY sub_strategy, position"
    ) { row in
      CouncilDecision(
        date: try row.date(1), body: try row.decodeIfPresent(2), text: try row.decode(3))
    }
    return try session.rows(
      """
      SELECT id, name, summary, lead, is_foundation, period_start, period_end, budget_amount,
        budget_currency, budget_funding, notes, sources, file, line
      FROM sub_strategy ORDER BY file NULLS LAST, position, id
      """
    ) { row in
      let id = try row.decode(0, as: String.self)
      return SubStrategy(
        id: id, name: try row.decode(1), summary: try row.decodeIfPresent(2),
        lead: try row.decodeIfPresent(3), isFoundation: try row.decode(4),
        period: try row.period(5), budget: try row.budget(7), decisions: decisions[id] ?? [],
        notes: try row.decode(10), sources: try row.decode(11), location: try row.location(12))
    }
  }

  // MARK: Parts of the umbrella strategy

  private func functions() throws -> [StrategyFunction] {
    try session.rows("SELECT id, name, text, sources FROM strategy_function ORDER BY position, id")
    {
      StrategyFunction(
        id: try $0.decode(0), name: try $0.decode(1), text: try $0.decode(2),
        sources: try $0.decode(3))
    }
  }

  private func guidelines() throws -> [Guideline] {
    let expectations = try expectations(
      """
      SELECT guideline, department, theme, obligation, minimum, due
      FROM guideline_expectation ORDER BY guideline, position
      """)
    let earlier = try session.grouped(
      """
      SELECT guideline, revision, name, description, valid_until
      FROM guideline_wording ORDER BY guideline, position
      """
    ) { row in
      GuidelineWording(
        revision: try row.decode(1), name: try row.decode(2),
        description: try row.decodeIfPresent(3), until: try row.date(4))
    }
    return try session.rows(
      """
      SELECT id, name, kind, description, keywords, revision, sources, file, line
      FROM guideline ORDER BY position, id
      """
    ) { row in
      let id = try row.decode(0, as: String.self)
      return Guideline(
        id: id, name: try row.decode(1), kind: try row.enumeration(2),
        description: try row.decodeIfPresent(3), keywords: try row.decode(4),
        revision: try row.decode(5), earlier: earlier[id] ?? [],
        expects: expectations[id] ?? [], sources: try row.decode(6),
        location: try row.location(7))
    }
  }

  private func themes() throws -> [Theme] {
    let expectations = try expectations(
      """
      SELECT owner, department, theme, obligation, minimum, due
      FROM theme_expectation ORDER BY owner, position
      """)
    return try session.rows(
      """
      SELECT id, name, aliases, description, keywords, sources, file, line
      FROM theme ORDER BY position, id
      """
    ) { row in
      let id = try row.decode(0, as: String.self)
      return Theme(
        id: id, name: try row.decode(1), aliases: try row.decode(2),
        description: try row.decodeIfPresent(3), keywords: try row.decode(4),
        expects: expectations[id] ?? [], sources: try row.decode(5), location: try row.location(6))
    }
  }

  private func expectations(_ sql: String) throws -> [String: [Expectation]] {
    try session.grouped(sql) { row in
      let contributor: Expectation.Contributor =
        if let department = try row.decodeIfPresent(1, as: String.self) {
          .department(department)
        } else {
          .theme(try row.decode(2))
        }
      return Expectation(
        contributor: contributor, obligation: try row.enumeration(3), minimum: try row.decode(4),
        by: try row.date(5))
    }
  }

  private func services() throws -> [Service] {
    try session.rows("SELECT id, name, description, file, line FROM service ORDER BY position, id")
    {
      Service(
        id: try $0.decode(0), name: try $0.decode(1), description: try $0.decodeIfPresent(2),
        location: try $0.location(3))
    }
  }

  private func milestones() throws -> [Milestone] {
    try session.rows("SELECT date, kind, text, sources FROM milestone ORDER BY position") {
      Milestone(
        date: try $0.requiredDate(0), kind: try $0.enumeration(1), text: try $0.decode(2),
        sources: try $0.decode(3))
    }
  }

  private func statements() throws -> [Statement] {
    try session.rows("SELECT topic, text, sources FROM statement ORDER BY position") {
      Statement(topic: try $0.decode(0), text: try $0.decode(1), sources: try $0.decode(2))
    }
  }

  private func figures() throws -> [KeyFigure] {
    try session.rows("SELECT name, value, date, sources FROM key_figure ORDER BY position") {
      KeyFigure(
        name: try $0.decode(0), value: try $0.decode(1), date: try $0.date(2),
        sources: try $0.decode(3))
    }
  }

  private func sources() throws -> [Source] {
    try session.rows("SELECT id, title, url, published FROM source ORDER BY position, id") {
      Source(
        id: try $0.decode(0), title: try $0.decode(1), url: try $0.decodeIfPresent(2),
        published: try $0.date(3))
    }
  }
}

extension Completeness {
  /// Reads columns 10 to 12 of the umbrella strategy; a field that this program does not know is
  /// left out.
  fileprivate init(_ row: borrowing Row) throws {
    let fields = try row.decode(11, as: [String].self)
    let weights = try row.decode(12, as: [Int].self)
    self.init(essentialFrom: try row.decode(10))
    for (name, weight) in zip(fields, weights) {
      if let field = ProjectField(rawValue: name) { self.weights[field] = weight }
    }
  }
}
