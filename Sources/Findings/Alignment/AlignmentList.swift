/// What each project of a list serves.
public struct AlignmentList: Sendable {
  public struct Entry: Sendable {
    /// The project's place in the snapshot.
    public let project: Int
    /// The best first.
    public let themes: [AlignmentScore]
    public let guidelines: [AlignmentScore]

    /// Both, the best first; equal ones themes first.
    public var all: [AlignmentScore] {
      (themes + guidelines).enumerated()
        .sorted { ($1.element.probability, $0.offset) < ($0.element.probability, $1.offset) }
        .map(\.element)
    }
  }

  public let entries: [Entry]

  /// - Parameters:
  ///   - count: how many projects at the beginning of the portfolio form the list.
  ///   - limit: of themes and of guidelines.
  public init(_ snapshot: Snapshot, first count: Int, limit: Int) {
    let analysis = snapshot.alignments
    entries = (0..<count).map { project in
      let ranking = analysis.ranking(of: project)
      return Entry(
        project: project, themes: Array(ranking.themes.prefix(limit)),
        guidelines: Array(ranking.guidelines.prefix(limit)))
    }
  }
}
