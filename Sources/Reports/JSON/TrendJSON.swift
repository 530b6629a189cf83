public import Findings
internal import Portfolio

/// `dach trend --format json`.
public enum TrendJSON {
  struct Point: Encodable {
    let run: Int64
    let day: String
    let figures: [String: Double]
    let findings: [String: Int]
    let categories: [String: Int]
    let appeared: Int
    let closed: Int
    let medianAgeOfGaps: Int?
  }

  struct Document: Encodable {
    let count: Int
    let points: [Point]
  }

  public static func render(_ trend: Trend) throws -> String {
    try JSONText.render(
      Document(
        count: trend.points.count,
        points: trend.points.map { point in
          Point(
            run: point.number, day: point.day.description, figures: point.figures,
            findings: Dictionary(
              uniqueKeysWithValues: Severity.allCases.map {
                ($0.rawValue, point.findings[$0] ?? 0)
              }),
            categories: Dictionary(
              uniqueKeysWithValues: RuleCategory.allCases.map {
                ($0.rawValue, point.byCategory[$0] ?? 0)
              }),
            appeared: point.appeared, closed: point.closed,
            medianAgeOfGaps: point.medianAgeOfGaps)
        }))
  }
}
