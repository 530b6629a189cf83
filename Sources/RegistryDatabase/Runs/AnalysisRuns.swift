public import Portfolio

/// The checks that have been stored, by scope and day; of one day only the last is kept.
///
/// A scope names what was checked and with which selection, so that only like is compared with
/// like. Storing a check writes to `analysis_run` and `finding` and to nothing else.
public struct AnalysisRuns {
  let session: Session
  let scope: String

  /// The scope of checks of the whole registry by all rules.
  public static let wholeRegistry = "registry"

  public init(_ session: Session, scope: String) {
    self.session = session
    self.scope = scope
  }

  /// For each finding of the last run before `day`, by its fingerprint, the first day of the
  /// unbroken series of runs in which it occurs. A finding of a run on `day` that is not among
  /// them is new on that day.
  /// - Throws: `DatabaseError`
  public func firstDays(before day: CalendarDay) throws -> [String: CalendarDay] {
    var days: [String: CalendarDay] = [:]
    try session.query(
      """
      SELECT finding.fingerprint, finding.since
      FROM finding
      WHERE finding.run = (
        SELECT id FROM analysis_run WHERE scope = $1 AND as_of < $2
        ORDER BY as_of DESC LIMIT 1)
      """, [.text(scope), .day(day)]
    ) { row in days[try row.decode(0)] = try row.decode(1) }
    return days
  }

  /// Stores a run, in place of an earlier one of the same day.
  /// - Parameters:
  ///   - day: The day for which the findings are true.
  ///   - figures: The run's figures by name, each a finite number.
  ///   - findings: In their order; `since` is set from the runs before.
  ///   - state: The last change that was seen; nil where that is the last there is.
  /// - Returns: the run's number.
  /// - Throws: `DatabaseError`
  @discardableResult
  public func store(
    _ findings: [StoredFinding], figures: [String: Double] = [:], asOf day: CalendarDay,
    state: ChangeMoment? = nil
  ) throws -> Int64 {
    try session.transaction {
      let run = try begin(figures, day, state)
      let firstDays = try firstDays(before: day)
      try session.execute("DELETE FROM finding WHERE run = $1", [.int(run)])
      // "COPY FROM not supported with row-level security".
      try session.execute(
        """
        CREATE TEMPORARY TABLE staged_finding ON COMMIT DROP AS SELECT * FROM finding WITH NO DATA
        """)
      try session.copyIn(
        "COPY staged_finding (\(Self.columns)) FROM STDIN (FORMAT binary)"
      ) { writer in
        var position: Int32 = 0
        for finding in findings {
          position += 1
          try writer.row(columns: 16)
          writer.int8(run)
          writer.int4(position)
          writer.write(finding, since: firstDays[finding.fingerprint] ?? day)
        }
      }
      try session.execute(
        """
        INSERT INTO finding (\(Self.columns)) SELECT \(Self.columns) FROM staged_finding
        """)
      return run
    }
  }

  /// The findings of the last run up to and including `day`, in their order; nil where there is no
  /// such run.
  /// - Throws: `DatabaseError`
  public func findings(asOf day: CalendarDay) throws -> [StoredFinding]? {
    let run = try session.value(
      """
      SELECT id FROM analysis_run WHERE scope = $1 AND as_of <= $2 ORDER BY as_of DESC LIMIT 1
      """, [.text(scope), .day(day)], as: Int64.self)
    guard let run else { return nil }
    return try session.rows(Self.findingsOfRun, [.int(run)], as: StoredFinding.self)
  }

  /// Waits for a run of the same scope and day that is just being stored, and replaces it.
  private func begin(
    _ figures: [String: Double], _ day: CalendarDay, _ state: ChangeMoment?
  ) throws -> Int64 {
    let items = figures.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \($0.value)" }
    let run = try session.value(
      """
      INSERT INTO analysis_run (scope, as_of, figures, state)
      VALUES ($1, $2, $3, coalesce($4, (SELECT max(at) FROM change)))
      ON CONFLICT (scope, as_of) DO UPDATE
      SET at = now(), role = acting_role(), figures = excluded.figures, state = excluded.state
      RETURNING id
      """,
      [
        .text(scope), .day(day), .json("{\(items.joined(separator: ", "))}"),
        state?.value ?? .null,
      ],
      as: Int64.self)
    guard let run else { throw DatabaseError.misuse("INSERT … RETURNING gave no row") }
    return run
  }

  private static let columns = """
    run, position, fingerprint, rule, severity, score, subjects, departments, message_de,
    message_en, action_de, action_en, evidence, file, line, since
    """

  private static let findingsOfRun = """
    SELECT fingerprint, rule, severity, score,
      ARRAY(SELECT item ->> 'kind' FROM jsonb_array_elements(subjects) AS item),
      ARRAY(SELECT item ->> 'id' FROM jsonb_array_elements(subjects) AS item),
      departments, message_de, message_en, action_de, action_en,
      ARRAY(SELECT item ->> 'field' FROM jsonb_array_elements(evidence) AS item),
      ARRAY(SELECT (item ->> 'weight')::float8 FROM jsonb_array_elements(evidence) AS item),
      ARRAY(SELECT item #>> '{detail,de}' FROM jsonb_array_elements(evidence) AS item),
      ARRAY(SELECT item #>> '{detail,en}' FROM jsonb_array_elements(evidence) AS item),
      file, line, since
    FROM finding WHERE run = $1 ORDER BY position
    """
}

extension StoredFinding: RowDecodable {
  public init(row: borrowing Row) throws {
    let subjects = zip(try row.decode(4, as: [String].self), try row.decode(5, as: [String].self))
    let fields = try row.decode(11, as: [String].self)
    let weights = try row.decode(12, as: [Double].self)
    let details = zip(
      try row.decode(13, as: [String].self), try row.decode(14, as: [String].self)
    ).map { BilingualText(de: $0, en: $1) }
    self.init(
      fingerprint: try row.decode(0), rule: try row.decode(1), severity: try row.decode(2),
      score: try row.decode(3), subjects: subjects.map { Subject(kind: $0, id: $1) },
      departments: try row.decode(6),
      message: BilingualText(de: try row.decode(7), en: try row.decode(8)),
      action: BilingualText(de: try row.decode(9), en: try row.decode(10)),
      evidence: zip(zip(fields, weights), details).map {
        Evidence(field: $0.0, weight: $0.1, detail: $1)
      },
      location: try row.location(15), since: try row.decode(17))
  }
}

extension CopyWriter {
  /// All columns of `finding` behind run and position.
  fileprivate mutating func write(_ finding: StoredFinding, since: CalendarDay) {
    text(finding.fingerprint)
    text(finding.rule)
    text(finding.severity)
    double(finding.score)
    jsonb(finding.subjectsJSON)
    texts(finding.departments)
    text(finding.message.german)
    text(finding.message.english)
    text(finding.action.german)
    text(finding.action.english)
    jsonb(finding.evidenceJSON)
    location(finding.location)
    day(since)
  }
}
