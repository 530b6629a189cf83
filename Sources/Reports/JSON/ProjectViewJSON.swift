public import Findings
public import Portfolio

/// `dach show --format json`.
public enum ProjectViewJSON {
  struct Neighbour: Encodable {
    let direction: String
    let id: String
    let title: String
    let department: String?
    let kind: String
    let state: String
    let note: String?
  }

  struct Similar: Encodable {
    let id: String
    let title: String
    let department: String?
    let similarity: Double
  }

  struct Document: Encodable {
    let project: ProjectJSON
    let neighbours: [Neighbour]
    let unresolvedLinks: [String]
    let similar: [Similar]
    let missing: [String]
    let completeness: Double
    let findings: [FindingJSON]
  }

  public static func render(
    _ view: ProjectView, similar: [SimilarProject], language: Language
  ) throws -> String {
    try JSONText.render(
      Document(
        project: ProjectJSON(view.project),
        neighbours: view.neighbours.map {
          Neighbour(
            direction: $0.direction.rawValue, id: $0.id, title: $0.title,
            department: $0.departmentName, kind: $0.kind.rawValue, state: $0.state.rawValue,
            note: $0.note)
        },
        unresolvedLinks: view.unresolvedLinks,
        similar: similar.map {
          Similar(
            id: $0.id, title: $0.title, department: $0.departmentName, similarity: $0.similarity)
        },
        missing: view.missing.map(\.rawValue), completeness: view.completeness,
        findings: view.findings.map { FindingJSON($0, language: language) }))
  }
}
