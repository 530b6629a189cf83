public import Findings
internal import Portfolio

/// `dach forecast --format json`: every number is the length of the list of project ids.
public enum CoverageForecastJSON {
  struct Row: Encodable {
    let id: String
    let name: String
    let expected: Bool
    /// The first quarter at whose end nothing runs any more.
    let gapFrom: String?
    let running: [[String]]
  }

  struct Document: Encodable {
    let quarters: [String]
    let rows: [Row]
  }

  public static func render(_ forecast: CoverageForecast) throws -> String {
    try JSONText.render(
      Document(
        quarters: forecast.quarters.map(\.description),
        rows: forecast.rows.map {
          Row(
            id: $0.id, name: $0.name, expected: $0.isExpected,
            gapFrom: $0.firstGap(in: forecast.quarters)?.description, running: $0.running)
        }))
  }
}
