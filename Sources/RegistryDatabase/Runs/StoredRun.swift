public import Portfolio

/// One stored check in figures, for the trend.
public struct StoredRun: Sendable, Hashable {
  /// The run's number, by which it can be named.
  public let number: Int64
  public let day: CalendarDay
  /// The run's figures by name, e.g. the four functions.
  public let figures: [String: Double]
  /// Numbers of findings by severity and by the category that their rule's name begins with.
  public let severities: [String: Int]
  public let categories: [String: Int]
  /// Findings that the run before did not have, and those that only it had; 0 for the first run.
  public let appeared: Int
  public let closed: Int
  /// Median age of the run's gaps in days; nil where it has none.
  public let medianAgeOfGaps: Int?
}

extension AnalysisRuns {
  /// The runs of the scope up to and including `day`, in order.
  /// - Throws: `DatabaseError`
  public func trend(upTo day: CalendarDay) throws -> [StoredRun] {
    try session.rows(Self.runsInFigures, [.text(scope), .day(day)]) { row in
      let severities = try row.decode(3, as: [String].self)
      let severityCounts = try row.decode(4, as: [Int].self)
      let categories = try row.decode(5, as: [String].self)
      let categoryCounts = try row.decode(6, as: [Int].self)
      let names = try row.decode(1, as: [String].self)
      let values = try row.decode(2, as: [String].self).map { Double($0) ?? 0 }
      return StoredRun(
        number: try row.decode(10), day: try row.decode(0),
        figures: Dictionary(zip(names, values)) { first, _ in first },
        severities: Dictionary(zip(severities, severityCounts)) { first, _ in first },
        categories: Dictionary(zip(categories, categoryCounts)) { first, _ in first },
        appeared: try row.decode(7), closed: try row.decode(8),
        medianAgeOfGaps: try row.decodeIfPresent(9))
    }
  }

  private static let runsInFigures = """
    WITH run AS (
      SELECT id, as_of, figures, lag(id) OVER (ORDER BY as_of) AS previous
      FROM analysis_run WHERE scope = $1 AND as_of <= $2
    ), by_severity AS (
      SELECT run, severity, count(*) AS findings FROM finding GROUP BY run, severity
    ), by_category AS (
      SELECT run, split_part(rule, '/', 1) AS category, count(*) AS findings
      FROM finding GROUP BY run, category
    )
    SELECT as_of,
      ARRAY(SELECT key FROM jsonb_each_text(figures) ORDER BY key COLLATE "C"),
      ARRAY(SELECT value FROM jsonb_each_text(figures) ORDER BY key COLLATE "C"),
      ARRAY(SELECT severity FROM by_severity WHERE by_severity.run = run.id ORDER BY severity),
      ARRAY(SELECT findings FROM by_severity WHERE by_severity.run = run.id ORDER BY severity),
      ARRAY(SELECT category FROM by_category WHERE by_category.run = run.id ORDER BY category),
      ARRAY(SELECT findings FROM by_category WHERE by_category.run = run.id ORDER BY category),
      (SELECT count(*) FROM finding
        WHERE finding.run = run.id AND run.previous IS NOT NULL AND NOT EXISTS (
          SELECT FROM finding AS earlier
          WHERE earlier.run = run.previous AND earlier.fingerprint = finding.fingerprint)),
      (SELECT count(*) FROM finding
        WHERE finding.run = run.previous AND NOT EXISTS (
          SELECT FROM finding AS later
          WHERE later.run = run.id AND later.fingerprint = finding.fingerprint)),
      (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY run.as_of - since) FROM finding
        WHERE finding.run = run.id AND rule LIKE 'gap/%')::bigint,
      run.id
    FROM run ORDER BY as_of
    """
}
