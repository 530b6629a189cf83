import Findings
import Portfolio
import ProjectTables

/// Finds for the new projects of lists what is there already that is like them.
enum SimilarRows {
  /// Less likely duplicates are not worth stopping at in a list.
  private static let leastScore = 0.5
  /// Nobody reads more warnings.
  private static let most = 500

  /// - Parameters:
  ///   - portfolio: The registry with the lists taken over.
  ///   - registered: The registry before.
  static func mark(
    _ outcomes: inout [TableOutcome], in portfolio: Portfolio, registered: Portfolio
  ) {
    let known = Set(registered.projects.map(\.id))
    let new = Dictionary(
      portfolio.projects.filter { !known.contains($0.id) }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    guard !new.isEmpty else { return }
    var index = DuplicateIndex(registered)
    index.learn(from: Snapshot(registered, asOf: .today))
    let names = Dictionary(
      registered.departments.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var looked = 0
    for list in outcomes.indices {
      for row in outcomes[list].rows.indices where outcomes[list].rows[row].kind == .new {
        guard let project = outcomes[list].rows[row].id.flatMap({ new[$0] }), looked < most
        else { continue }
        looked += 1
        outcomes[list].rows[row].similar = similar(to: project, index, names)
        index.set(project)
      }
    }
  }

  private static func similar(
    to project: Project, _ index: DuplicateIndex, _ departments: [String: String]
  ) -> TableOutcome.Similar? {
    let hint = index.hint(for: project, asOf: .today, limit: 1, leastScore: leastScore)
    guard let pair = hint.pairs.first else { return nil }
    let draft = hint.snapshot.projects.count - 1
    let other = hint.snapshot.projects[pair.left == draft ? pair.right : pair.left]
    return TableOutcome.Similar(
      id: other.id, title: other.title, department: other.department.flatMap { departments[$0] })
  }
}
