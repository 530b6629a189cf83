public import Findings
public import Portfolio

/// `dach network --pairs --format json`.
public enum LinkRankingJSON {
  struct Document: Encodable {
    /// How many pairs there are in all.
    let count: Int
    let pairs: [Pair]
  }

  struct Pair: Encodable {
    let left: String
    let right: String
    let score: Double
    let shared: String
    let evidence: [Term]
  }

  struct Term: Encodable {
    let field: String
    let weight: Double
    let detail: String
  }

  public static func render(
    _ ranking: LinkRanking, limit: Int, language: Language
  ) throws -> String {
    let projects = ranking.snapshot.projects
    return try JSONText.render(
      Document(
        count: ranking.count,
        pairs: ranking.proposals(limit: limit).map { proposal in
          Pair(
            left: projects[proposal.left].id, right: projects[proposal.right].id,
            score: proposal.score,
            shared: String(proposal.shared[language].drop { $0 == " " }),
            evidence: proposal.evidence.map {
              Term(field: $0.field, weight: $0.weight, detail: $0.detail[language])
            })
        }))
  }
}
