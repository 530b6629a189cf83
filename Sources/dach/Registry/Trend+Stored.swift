import Findings
import Portfolio
import RegistryDatabase

extension Trend {
  /// The checks that a database has stored, up to and including a day.
  static func stored(in database: Database, upTo day: CalendarDay) async throws -> Trend {
    let runs = try await database.runPatiently { session in
      try AnalysisRuns(session, scope: AnalysisRuns.wholeRegistry).trend(upTo: day)
    }
    return Trend(points: runs.map(Point.init))
  }
}

extension Trend.Point {
  fileprivate init(_ run: StoredRun) {
    func counts<Key: RawRepresentable<String> & Hashable>(_ counts: [String: Int]) -> [Key: Int] {
      var known: [Key: Int] = [:]
      for (name, count) in counts {
        if let key = Key(rawValue: name) { known[key] = count }
      }
      return known
    }
    self.init(
      number: run.number, day: run.day, figures: run.figures, findings: counts(run.severities),
      byCategory: counts(run.categories), appeared: run.appeared, closed: run.closed,
      medianAgeOfGaps: run.medianAgeOfGaps)
  }
}
