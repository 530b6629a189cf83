public import Findings
public import Portfolio

/// `dach match --format json`.
public enum MatchJSON {
  struct Document: Encodable {
    let count: Int
    let candidates: Int
    let textThreshold: Double
    let matches: [Match]
  }

  struct Match: Encodable {
    let left: String
    let right: String
    let score: Double
  }

  public static func render(_ matching: ListMatching, projects: [Project]) throws -> String {
    try JSONText.render(
      Document(
        count: matching.matches.count, candidates: matching.candidates,
        textThreshold: matching.textThreshold,
        matches: matching.matches.map {
          Match(left: projects[$0.left].id, right: projects[$0.right].id, score: $0.score)
        }))
  }
}
