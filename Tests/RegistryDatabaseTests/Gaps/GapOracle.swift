import Portfolio

@testable import RegistryDatabase

/// What every gap rule has to find, worked out by PostgreSQL from the imported tables. It shares
/// nothing with the rules but the design: no code, no data structure, no order of evaluation.
struct GapOracle {
  struct Outcome: Hashable {
    let rule: String
    /// Kind and id, sorted.
    let subjects: [String]
  }

  let day: CalendarDay

  /// The findings that are raised, and those that a waiver silences.
  func outcomes(
    on session: Session
  ) throws -> (raised: Set<Outcome>, silenced: Set<Outcome>) {
    var raised: Set<Outcome> = []
    var silenced: Set<Outcome> = []
    try session.execute("DROP SCHEMA IF EXISTS oracle CASCADE")
    try session.execute("CREATE SCHEMA oracle")
    try session.execute("SET search_path = oracle, public")
    defer { _ = try? session.execute("RESET search_path") }
    try session.execute("CREATE TABLE looked_at (day date)")
    try session.execute("INSERT INTO looked_at VALUES ($1)", [.day(day)])
    // Tables and not views: the planner would take longer over all of them nested than anything.
    for statement in Self.steps { try session.execute("CREATE TABLE " + statement) }
    try session.query("SELECT rule, subjects, is_silenced FROM checked") { row in
      let outcome = Outcome(rule: try row.decode(0), subjects: try row.decode(1))
      if try row.decode(2, as: Bool.self) {
        silenced.insert(outcome)
      } else {
        raised.insert(outcome)
      }
    }
    return (raised, silenced)
  }

  private static let steps = projects + undertakings + expectations + rules + waivers

  // MARK: Projects

  private static let projects = [
    """
    live AS
    SELECT project.*, coalesce(formerly[1], id) AS oldest,
      CASE
        WHEN status = 'completed' OR (status IS NULL AND ends_on < day) THEN 'ended'
        ELSE coalesce(status, 'unknown')
      END AS phase
    FROM project, looked_at WHERE archived_at IS NULL
    """,
    """
    known AS
    SELECT id AS name, id AS project, oldest FROM live
    UNION ALL
    SELECT former, id, oldest FROM live, unnest(formerly) AS former
    WHERE former::text NOT IN (SELECT id FROM live)
    """,
    "covering AS SELECT * FROM live WHERE phase <> 'discontinued'",
    "active AS SELECT * FROM live WHERE phase NOT IN ('discontinued', 'ended')",
  ]

  // MARK: One undertaking, several records

  private static let undertakings = [
    """
    roof AS
    SELECT link.project AS below, known.project AS above
    FROM project_link AS link JOIN known ON known.name = link.target
    WHERE link.kind = 'partOf' AND known.project <> link.project
    UNION
    SELECT side.below, joint.project
    FROM verdict
    JOIN known AS joint ON joint.name = verdict.bundle
    CROSS JOIN LATERAL (VALUES (first_project), (second_project)) AS side (below)
    WHERE outcome = 'bundle' AND side.below <> joint.project
    UNION
    SELECT side.below, side.above
    FROM verdict
    CROSS JOIN LATERAL
      (VALUES (first_project, second_project), (second_project, first_project))
      AS side (below, above)
    WHERE outcome = 'duplicate' OR (outcome = 'bundle' AND bundle IS NULL)
    """,
    """
    under AS
    WITH RECURSIVE path (below, above) AS (
      SELECT below, above FROM roof
      UNION
      SELECT path.below, roof.above FROM path JOIN roof ON roof.below = path.above
    )
    SELECT below, above FROM path WHERE below <> above
    """,
    """
    contribution_of AS
    SELECT 'guideline' AS kind, alignment.guideline::text AS place, covering.id AS project
    FROM project_alignment AS alignment JOIN covering ON covering.id = alignment.project
    UNION
    SELECT 'theme', theme::text, covering.id
    FROM project_theme JOIN covering ON covering.id = project_theme.project
    """,
    """
    undertaking AS
    WITH RECURSIVE neighbour AS (
      SELECT one.kind, one.place, one.project, other.project AS next
      FROM contribution_of AS one
      JOIN contribution_of AS other USING (kind, place)
      JOIN under ON (below, above) IN ((one.project, other.project), (other.project, one.project))
    ), reached (kind, place, project, next) AS (
      SELECT kind, place, project, project FROM contribution_of
      UNION
      SELECT reached.kind, reached.place, reached.project, neighbour.next
      FROM reached
      JOIN neighbour ON (neighbour.kind, neighbour.place, neighbour.project)
        = (reached.kind, reached.place, reached.next)
    )
    SELECT kind, place, project, min(next) AS undertaking FROM reached
    GROUP BY kind, place, project
    """,
    """
    share AS
    SELECT kind, place, undertaking, department
    FROM undertaking JOIN live ON live.id = undertaking.project
    WHERE department IS NOT NULL
    UNION
    SELECT kind, place, undertaking, covering.department
    FROM undertaking
    JOIN under ON under.above = undertaking.project
    JOIN covering ON covering.id = under.below
    WHERE covering.department IS NOT NULL
    """,
  ]

  // MARK: What is expected

  private static let expectations = [
    """
    expectation AS
    SELECT 'guideline' AS kind, guideline::text AS place, department::text, theme::text,
      obligation, minimum, due FROM guideline_expectation
    UNION ALL
    SELECT 'theme', owner::text, department::text, theme::text, obligation, minimum, due
    FROM theme_expectation
    """,
    """
    duty AS
    SELECT kind, place, department, theme,
      bool_or(obligation = 'exempt') AS is_exempt,
      bool_or(obligation = 'must') AS is_must,
      max(minimum) FILTER (WHERE obligation = 'must' AND (due IS NULL OR last_day(due) < day))
        AS minimum
    FROM expectation, looked_at GROUP BY kind, place, department, theme
    """,
    """
    due_duty AS
    SELECT * FROM duty WHERE NOT is_exempt AND minimum IS NOT NULL
    """,
    """
    place AS
    SELECT place.kind, place.id, place.position,
      CASE
        WHEN bool_or(is_must AND NOT is_exempt) THEN bool_or(NOT is_exempt AND minimum IS NOT NULL)
        ELSE coalesce(bool_and(is_exempt), true)
      END AS is_expected
    FROM (
      SELECT 'guideline' AS kind, id::text, position FROM guideline
      UNION ALL SELECT 'theme', id::text, position FROM theme) AS place
    LEFT JOIN duty ON (duty.kind, duty.place) = (place.kind, place.id)
    GROUP BY place.kind, place.id, place.position
    """,
    """
    exception AS
    SELECT waiver.*, coalesce(last_day(expires) >= day, true) AS is_in_force,
      ARRAY(
        SELECT DISTINCT coalesce((SELECT oldest FROM known WHERE name = subject), subject)
        FROM unnest(subjects) AS subject ORDER BY 1) AS about
    FROM waiver, looked_at
    """,
    """
    let_off AS
    SELECT due_duty.kind, due_duty.place, due_duty.department, due_duty.theme FROM due_duty
    WHERE EXISTS (
      SELECT FROM exception
      WHERE is_in_force
        AND rule = CASE WHEN department IS NULL
          THEN 'gap/theme-empty' ELSE 'gap/department-expected' END
        AND about = ARRAY(
          SELECT DISTINCT subject FROM unnest(ARRAY[place, coalesce(department, theme)]) AS subject
          ORDER BY 1))
    """,
    """
    all_let_off AS
    SELECT kind, place FROM due_duty
    GROUP BY kind, place
    HAVING count(*) = (
      SELECT count(*) FROM let_off
      WHERE (let_off.kind, let_off.place) = (due_duty.kind, due_duty.place))
    """,
  ]

  // MARK: Rules

  private static let rules = [
    """
    empty_theme AS
    SELECT id FROM place
    WHERE kind = 'theme' AND is_expected
      AND ('theme', id) NOT IN (SELECT kind, place FROM all_let_off)
      AND NOT EXISTS (
        SELECT FROM contribution_of WHERE (kind, place) = ('theme', place.id))
    """,
    """
    found_frame AS
    SELECT 'gap/guideline-uncovered' AS rule, ARRAY['guideline:' || id] AS subjects FROM place
    WHERE kind = 'guideline' AND is_expected
      AND (kind, id) NOT IN (SELECT kind, place FROM all_let_off)
      AND (kind, id) NOT IN (SELECT kind, place FROM contribution_of)
    UNION ALL
    SELECT 'gap/guideline-at-risk', ARRAY['guideline:' || place.id]
    FROM place
    JOIN contribution_of AS contribution
      ON (contribution.kind, contribution.place) = (place.kind, place.id)
    JOIN live ON live.id = contribution.project
    CROSS JOIN looked_at CROSS JOIN strategy
    WHERE place.kind = 'guideline' AND is_expected
      AND (place.kind, place.id) NOT IN (SELECT kind, place FROM all_let_off)
    GROUP BY place.id
    HAVING count(*) FILTER (
      WHERE phase IN ('planned', 'running', 'unknown')
        AND (ends_on IS NULL OR ends_on > day + make_interval(months => horizon_months))) = 0
    UNION ALL
    SELECT 'gap/guideline-one-sided', ARRAY['guideline:' || id] FROM place
    WHERE kind = 'guideline'
      AND 2 <= (
        SELECT count(*) FROM due_duty
        WHERE (due_duty.kind, due_duty.place) = (place.kind, place.id) AND department IS NOT NULL
          AND (kind, place, department) NOT IN (
            SELECT kind, place, department FROM let_off WHERE department IS NOT NULL))
      AND 1 = (
        SELECT count(DISTINCT department) FROM share
        WHERE (share.kind, share.place) = (place.kind, place.id))
      AND NOT EXISTS (
        SELECT FROM contribution_of AS contribution JOIN live ON live.id = contribution.project
        WHERE (contribution.kind, contribution.place) = (place.kind, place.id)
          AND department IS NULL)
    UNION ALL
    SELECT 'gap/department-expected',
      ARRAY['department:' || department, kind || ':' || place] FROM due_duty
    WHERE department IS NOT NULL
      AND minimum > (
        SELECT count(DISTINCT undertaking) FROM share
        WHERE (share.kind, share.place, share.department)
          = (due_duty.kind, due_duty.place, due_duty.department))
    UNION ALL
    SELECT 'gap/theme-empty', ARRAY['theme:' || id] FROM empty_theme
    UNION ALL
    SELECT 'gap/theme-empty', ARRAY['guideline:' || place, 'theme:' || theme] FROM due_duty
    WHERE kind = 'guideline' AND theme IS NOT NULL AND theme NOT IN (SELECT id FROM empty_theme)
      AND minimum > (
        SELECT count(DISTINCT undertaking) FROM undertaking
        JOIN project_theme ON project_theme.project = undertaking.project
        WHERE (undertaking.kind, undertaking.place) = ('guideline', due_duty.place)
          AND project_theme.theme = due_duty.theme)
    UNION ALL
    SELECT 'gap/strategy-empty', ARRAY['strategy:' || id] FROM sub_strategy, looked_at
    WHERE coalesce(last_day(period_end) >= day, true)
      AND coalesce(first_day(period_start) <= day, true)
      AND id::text NOT IN (SELECT strategy FROM covering WHERE strategy IS NOT NULL)
    UNION ALL
    SELECT 'gap/department-silent', ARRAY['department:' || id] FROM department
    WHERE kind = 'department' AND EXISTS (SELECT FROM live)
      AND NOT EXISTS (
        SELECT FROM covering
        LEFT JOIN sub_strategy ON sub_strategy.id = covering.strategy
        WHERE department.id IN (covering.department, sub_strategy.lead)
          OR covering.office IN (SELECT office.id FROM office WHERE office.department = department.id))
    UNION ALL
    SELECT 'gap/measure-without-project', ARRAY['measure:' || id] FROM measure
    WHERE NOT EXISTS (
      SELECT FROM measure_project AS named
      JOIN known ON known.name = named.project
      JOIN covering ON covering.id = known.project
      WHERE named.measure = measure.id)
    UNION ALL
    SELECT 'gap/contribution-unanswered', ARRAY['contribution:' || contribution.id]
    FROM contribution
    LEFT JOIN participation_format AS format ON format.id = contribution.format
    CROSS JOIN looked_at
    WHERE CASE
      WHEN answer_kind IS NULL THEN coalesce(last_day(format.period_end) < day, true)
      WHEN answer_kind IN ('exists', 'planned') AND answer_project IS NOT NULL THEN
        NOT EXISTS (
          SELECT FROM known JOIN covering ON covering.id = known.project
          WHERE known.name = answer_project)
      ELSE false END
    """,
    """
    found_project AS
    SELECT 'gap/project-unaligned' AS rule, ARRAY['project:' || id] AS subjects FROM active
    WHERE id NOT IN (SELECT project FROM project_alignment)
    UNION ALL
    SELECT 'gap/alignment-outdated', ARRAY['guideline:' || guideline.id, 'project:' || active.id]
    FROM project_alignment AS alignment
    JOIN guideline ON guideline.id = alignment.guideline
    JOIN active ON active.id = alignment.project
    WHERE alignment.revision < guideline.revision
    UNION ALL
    SELECT 'gap/project-overdue', ARRAY['project:' || id] FROM live, looked_at
    WHERE (status IN ('running', 'planned') AND ends_on < day)
      OR (status IN ('planned', 'idea') AND last_day(period_start) < day - interval '3 months')
    UNION ALL
    SELECT 'gap/project-incomplete', ARRAY['project:' || active.id] FROM active, strategy,
      (VALUES ('department', 4), ('summary', 4), ('status', 4), ('themes', 4), ('alignments', 3),
        ('contact', 3), ('period', 3), ('strategy', 2), ('audience', 2), ('visibility', 2),
        ('budget', 1), ('office', 1), ('technologies', 1), ('confirmed', 1)) AS field (name, usual)
    WHERE coalesce((field_weights ->> field.name)::integer, usual) >= essential_from
      AND CASE field.name
        WHEN 'themes' THEN active.id NOT IN (SELECT project FROM project_theme)
        WHEN 'alignments' THEN active.id NOT IN (SELECT project FROM project_alignment)
        WHEN 'period' THEN num_nonnulls(period_start, period_end) = 0
        WHEN 'audience' THEN audience = '{}'
        WHEN 'technologies' THEN technologies = '{}'
        WHEN 'budget' THEN budget_amount IS NULL
        ELSE to_jsonb(active) ->> field.name IS NULL END
    GROUP BY active.id
    UNION ALL
    SELECT 'gap/label-lapsed', ARRAY['project:' || live.id] FROM live, looked_at, strategy
    WHERE (label = 'lapsed' AND phase NOT IN ('ended', 'discontinued'))
      OR (label = 'granted' AND (
        phase = 'discontinued' OR visibility <> 'public' OR page IS NULL
        OR (phase <> 'ended'
          AND coalesce(last_day(confirmed) < day - stale_after_days, true))))
    """,
    """
    unconfirmed AS
    SELECT coalesce(department, 'ohne-dienststelle') AS owner, count(*) AS projects FROM active
    WHERE confirmed IS NULL GROUP BY owner
    """,
    """
    found_stale AS
    SELECT 'gap/project-stale' AS rule, ARRAY['project:' || active.id] AS subjects
    FROM active, looked_at, strategy
    WHERE last_day(confirmed) < day - stale_after_days
    UNION ALL
    SELECT 'gap/project-stale', ARRAY['department:' || owner] FROM unconfirmed
    WHERE EXISTS (SELECT FROM live WHERE confirmed IS NOT NULL)
    UNION ALL
    SELECT 'gap/project-stale', ARRAY['strategy:' || id] FROM strategy
    WHERE NOT EXISTS (SELECT FROM live WHERE confirmed IS NOT NULL)
      AND EXISTS (
        SELECT FROM unconfirmed WHERE NOT EXISTS (
          SELECT FROM exception
          WHERE is_in_force AND rule = 'gap/project-stale' AND about = ARRAY[owner]))
    """,
    """
    found AS
    SELECT rule, subjects, ARRAY(
      SELECT DISTINCT coalesce(oldest, named.id)
      FROM unnest(subjects) AS subject
      CROSS JOIN LATERAL (SELECT split_part(subject, ':', 2) AS id) AS named
      LEFT JOIN live ON subject = 'project:' || live.id
      ORDER BY 1) AS about
    FROM (
      TABLE found_frame UNION ALL TABLE found_project UNION ALL TABLE found_stale) AS everything
    """,
  ]

  // MARK: Waivers

  private static let waivers = [
    """
    derived (rule, parent) AS VALUES
      ('gap/guideline-at-risk', 'gap/guideline-uncovered'),
      ('gap/guideline-one-sided', 'gap/guideline-uncovered'),
      ('gap/department-expected', 'gap/guideline-uncovered'),
      ('gap/department-expected', 'gap/theme-empty'),
      ('gap/theme-empty', 'gap/guideline-uncovered'),
      ('gap/theme-empty', 'gap/theme-empty')
    """,
    """
    effective AS
    SELECT exception.* FROM exception
    WHERE EXISTS (
        SELECT FROM found
        WHERE (exception.rule = found.rule AND exception.about = found.about)
          OR ((found.rule, exception.rule) IN (SELECT rule, parent FROM derived)
            AND exception.about <@ found.about))
      OR (rule = 'gap/project-stale'
        AND NOT EXISTS (SELECT FROM live WHERE confirmed IS NOT NULL)
        AND EXISTS (SELECT FROM unconfirmed WHERE about = ARRAY[owner]))
    """,
    """
    about_waivers AS
    SELECT DISTINCT CASE WHEN is_in_force THEN 'gap/waiver-unused' ELSE 'gap/waiver-expired' END
        AS rule,
      ARRAY['waiver:' || rule || ':' || array_to_string(
        ARRAY(SELECT subject FROM unnest(subjects) AS subject ORDER BY subject COLLATE "C"), '+')]
        AS subjects
    FROM exception
    WHERE CASE WHEN is_in_force
      THEN NOT EXISTS (
        SELECT FROM effective
        WHERE (effective.rule, effective.about) = (exception.rule, exception.about))
      ELSE EXISTS (
          SELECT FROM effective
          WHERE (effective.rule, effective.about) = (exception.rule, exception.about))
        AND NOT EXISTS (
          SELECT FROM exception AS newer
          WHERE newer.is_in_force AND (newer.rule, newer.about) = (exception.rule, exception.about))
      END
    """,
    """
    checked AS
    SELECT rule, subjects, EXISTS (
      SELECT FROM exception
      WHERE is_in_force
        AND ((exception.rule = found.rule AND exception.about = found.about)
          OR ((found.rule, exception.rule) IN (SELECT rule, parent FROM derived)
            AND exception.about <@ found.about))) AS is_silenced
    FROM found
    UNION ALL
    SELECT rule, subjects, false FROM about_waivers
    """,
  ]
}
