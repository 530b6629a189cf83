internal import Portfolio

/// Finds for each side of a verdict the project it speaks of today, and what that project said
/// when it was decided.
struct VerdictSides {
  private let projects: [Project]
  private let table: IdentifierTable
  /// For the id of a merged project, what the one that goes on said when they were merged: a
  /// verdict on the merged one holds for it until it changes from there.
  private let atMerger: [String: VerdictBasis.Side]

  init(_ portfolio: Portfolio, projects table: IdentifierTable) {
    projects = portfolio.projects
    self.table = table
    let merged = Set(portfolio.mergedProjects.map(\.id))
    guard !merged.isEmpty else {
      atMerger = [:]
      return
    }
    var sides: [String: VerdictBasis.Side] = [:]
    for verdict in portfolio.verdicts where verdict.outcome == .duplicate {
      guard let basis = verdict.basis else { continue }
      if merged.contains(verdict.first) { sides[verdict.first] = basis.second }
      if merged.contains(verdict.second) { sides[verdict.second] = basis.first }
    }
    atMerger = sides
  }

  /// - Parameters: the indices of the two projects.
  func reopening(of verdict: Verdict, _ one: Int, _ other: Int) -> ReopenedVerdict? {
    guard let basis = verdict.basis else { return nil }
    return ReopenedVerdict(
      verdict,
      sides: [
        side(verdict.first, one, basis.first), side(verdict.second, other, basis.second),
      ])
  }

  private func side(
    _ id: String, _ place: Int, _ before: VerdictBasis.Side
  ) -> (project: Int, record: Project, before: VerdictBasis.Side) {
    let project = projects[place]
    if project.id == id || project.formerly.contains(id) { return (place, project, before) }
    return (place, project, atMerger[id] ?? VerdictBasis.Side(project))
  }
}
