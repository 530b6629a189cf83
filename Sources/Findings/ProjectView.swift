public import Portfolio

/// One project with everything around it, for `dach show`.
public struct ProjectView: Sendable, Hashable {
  public let project: Project
  public let phase: ProjectPhase
  public let departmentName: String?
  public let strategyName: String?
  public let themeNames: [String]
  public let alignments: [AlignmentLine]
  /// Links to and from registered projects.
  public let neighbours: [Neighbour]
  /// Ids of linked projects that are not registered.
  public let unresolvedLinks: [String]
  /// Missing fields, the most important first.
  public let missing: [ProjectField]
  /// Share of the weighted fields that are given, 0…1.
  public let completeness: Double
  /// What the check found about it, in order.
  public let findings: [Finding]

  public struct AlignmentLine: Sendable, Hashable {
    public let alignment: Alignment
    public let guidelineName: String
    /// Whether it was made for the guideline's present revision.
    public let isCurrent: Bool
  }

  public struct Neighbour: Sendable, Hashable {
    public enum Direction: String, Sendable, CaseIterable {
      /// This project states the link.
      case outgoing
      /// The other project states it.
      case incoming
    }

    public let direction: Direction
    public let id: String
    public let title: String
    public let departmentName: String?
    public let kind: LinkKind
    public let state: LinkState
    public let note: String?
  }

  /// The view of a project by its present or a former id; nil where there is none.
  public static func make(
    _ snapshot: Snapshot, _ id: String, findings result: CheckResult? = nil
  ) -> ProjectView? {
    nil
  }
}
