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
    let proposed: String?
    let declined: ProjectJSON.Declined?
  }

  struct Merged: Encodable {
    let id: String
    let title: String
    let department: String?
    let by: String?
    let date: String?
    let reason: String?
  }

  struct Decision: Encodable {
    let id: String
    let title: String
    let outcome: String
    let by: String?
    let date: String?
    let reason: String?
    let bundle: String?
    /// Of a `cooperate`: `proposed`, `confirmed`, `declined` or `done`.
    let state: String?
    let declined: ProjectJSON.Declined?
    let reopened: Bool
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
    let merged: [Merged]
    let decisions: [Decision]
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
            note: $0.note, proposed: $0.proposed?.description,
            declined: $0.declined.map { ProjectJSON.Declined($0) })
        },
        merged: view.merged.map {
          Merged(
            id: $0.project.id, title: $0.project.title, department: $0.project.department,
            by: $0.merger.by, date: $0.merger.date?.description, reason: $0.merger.reason)
        },
        decisions: view.decisions.map(Decision.init),
        unresolvedLinks: view.unresolvedLinks,
        similar: similar.map {
          Similar(
            id: $0.id, title: $0.title, department: $0.departmentName, similarity: $0.similarity)
        },
        missing: view.missing.map(\.rawValue), completeness: view.completeness,
        findings: view.findings.map { FindingJSON($0, language: language) }))
  }
}

extension ProjectViewJSON.Decision {
  init(_ line: ProjectView.DecisionLine) {
    let verdict = line.verdict
    id = line.id
    title = line.title
    outcome = verdict.outcome.rawValue
    by = verdict.by
    date = verdict.date?.description
    reason = verdict.reason
    bundle = verdict.bundle
    state = line.cooperation.map(Self.name)
    declined = verdict.declined.map { ProjectJSON.Declined($0) }
    reopened = line.isReopened
  }

  private static func name(_ state: Cooperation.State) -> String {
    switch state {
    case .proposed: LinkState.proposed.rawValue
    case .agreed: LinkState.confirmed.rawValue
    case .declined: LinkState.declined.rawValue
    case .done: "done"
    }
  }
}
