public import Portfolio

/// One project with everything around it, for `dach show`.
public struct ProjectView: Sendable, Hashable {
  public let project: Project
  public let phase: ProjectPhase
  public let departmentName: String?
  public let officeName: String?
  public let strategyName: String?
  public let themeNames: [String]
  public let providedServiceNames: [String]
  public let requiredServiceNames: [String]
  public let alignments: [AlignmentLine]
  /// Links to and from registered projects, outgoing ones first, declined ones last.
  public let neighbours: [Neighbour]
  /// What was merged into it.
  public let merged: [MergedLine]
  /// Decisions on it and another project, those that are open again included.
  public let decisions: [DecisionLine]
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

  /// A project that has gone into this one.
  public struct MergedLine: Sendable, Hashable {
    public let project: Project
    public let merger: Merger
  }

  /// A decision on this project and another one.
  public struct DecisionLine: Sendable, Hashable {
    /// Of the other project.
    public let id: String
    public let title: String
    public let verdict: Verdict
    /// Who decided; the name of a department.
    public let byName: String?
    /// For `cooperate`, what has become of it.
    public let cooperation: Cooperation.State?
    /// Whether the projects have changed since, so that it is asked about again.
    public let isReopened: Bool
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
    /// Since when it has been proposed, where that is recorded.
    public let proposed: PartialDate?
    /// Why the other side said no.
    public let declined: Refusal?
  }

  /// The view of a project by its present or a former id; nil where there is none.
  ///
  /// - Parameter result: the check whose findings about the project are to be shown.
  public static func make(
    _ snapshot: Snapshot, _ id: String, findings result: CheckResult? = nil
  ) -> ProjectView? {
    snapshot.projectTable[id].map { ProjectView(snapshot, $0, result) }
  }

  private init(_ snapshot: Snapshot, _ index: Int, _ result: CheckResult?) {
    let project = snapshot.projects[index]
    self.project = project
    phase = snapshot.phase(of: index)
    let department = snapshot.department(of: index).map { snapshot.departments[$0] }
    departmentName = department?.name
    officeName = department?.offices.first { $0.id == project.office }?.name
    strategyName = snapshot.strategy(of: index).map { snapshot.subStrategies[$0].name }
    themeNames = snapshot.themesOfProject[index].map { snapshot.themes[$0].name }
    providedServiceNames = snapshot.servicesProvidedByProject[index].map {
      snapshot.services[$0].name
    }
    requiredServiceNames = snapshot.servicesRequiredByProject[index].map {
      snapshot.services[$0].name
    }
    alignments = snapshot.alignmentsOfProject[index].map { alignment in
      AlignmentLine(
        alignment: project.alignments[alignment.position],
        guidelineName: snapshot.guidelines[alignment.guideline].name,
        isCurrent: alignment.isCurrent)
    }
    neighbours =
      snapshot.linksFromProject[index].map { Neighbour(snapshot, $0, .outgoing) }
      + snapshot.linksToProject[index].map { Neighbour(snapshot, $0, .incoming) }
      + snapshot.declinedLinks[index].map { Neighbour(snapshot, $0, .outgoing) }
    merged = snapshot.mergedIntoProject[index].compactMap { project in
      project.merged.map { MergedLine(project: project, merger: $0) }
    }
    decisions = Self.decisions(on: index, in: snapshot)
    unresolvedLinks = snapshot.unresolvedLinks.filter { $0.source == index }.map(\.target)
    missing = snapshot.settings.completeness.missing(in: project)
    completeness = snapshot.settings.completeness.score(of: project)
    let subject = Subject(.project, project.id)
    findings = result?.findings.filter { $0.subjects.contains(subject) } ?? []
  }

  /// In order of the other projects' ids.
  private static func decisions(on project: Int, in snapshot: Snapshot) -> [DecisionLine] {
    snapshot.decisionPartners(of: project).flatMap { other -> [DecisionLine] in
      let pair = ProjectPair(project, other)
      let standing = [snapshot.duplicateVerdict(on: pair), snapshot.networkVerdict(on: pair)]
        .compactMap { $0 }.map { ($0, false) }
      let reopened = snapshot.reopenedVerdicts(on: pair).map { ($0.verdict, true) }
      return (standing + reopened).map { verdict, isReopened in
        DecisionLine(
          id: snapshot.projects[other].id, title: snapshot.projects[other].title,
          verdict: verdict,
          byName: verdict.by.map { name in
            snapshot.departmentTable[name].map { snapshot.departments[$0].name } ?? name
          },
          cooperation: verdict.outcome == .cooperate
            ? Cooperation(on: pair, in: snapshot)?.state : nil,
          isReopened: isReopened)
      }
    }.sorted { ($0.id, $0.verdict.outcome.rawValue) < ($1.id, $1.verdict.outcome.rawValue) }
  }
}

extension ProjectView.Neighbour {
  fileprivate init(_ snapshot: Snapshot, _ link: ResolvedLink, _ direction: Direction) {
    let other = direction == .outgoing ? link.target : link.source
    self.direction = direction
    id = snapshot.projects[other].id
    title = snapshot.projects[other].title
    departmentName = snapshot.department(of: other).map { snapshot.departments[$0].name }
    kind = link.kind
    state = link.state
    let stated = snapshot.projects[link.source].links[link.position]
    note = stated.note
    proposed = stated.proposed
    declined = stated.declined
  }
}
