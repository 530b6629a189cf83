internal import Portfolio
internal import TextMatching

/// What the registry already knows about two projects: links, decisions, a common roof.
struct PairRelation {
  private let snapshot: Snapshot
  private let pair: ProjectPair

  init(_ pair: ProjectPair, in snapshot: Snapshot) {
    self.pair = pair
    self.snapshot = snapshot
  }

  var isLinked: Bool { snapshot.areLinked(pair.first, pair.second) }

  /// One replaces the other.
  var isSuccession: Bool {
    snapshot.linksFromProject[pair.first].contains {
      $0.target == pair.second && $0.kind == .replaces
    }
      || snapshot.linksFromProject[pair.second].contains {
        $0.target == pair.first && $0.kind == .replaces
      }
  }

  /// Both are parts of, or rest on, the same project: there they meet.
  var hasCommonRoof: Bool {
    let other = roofs(of: pair.second)
    return roofs(of: pair.first).contains(where: other.contains)
  }

  /// Both are linked to the same project, whichever of the two sides said so: whoever keeps that
  /// one knows them side by side.
  var hasCommonNeighbour: Bool {
    let other = neighbours(of: pair.second)
    return neighbours(of: pair.first).contains(where: other.contains)
  }

  private func neighbours(of project: Int) -> [Int] {
    snapshot.linksFromProject[project].map(\.target)
      + snapshot.linksToProject[project].map(\.source)
  }

  private func roofs(of project: Int) -> [Int] {
    snapshot.linksFromProject[project].filter { $0.kind == .partOf || $0.kind.isDependency }
      .map(\.target)
  }

  /// Rounds, years or phases of one series: alike in title but for a number.
  var isSeries: Bool {
    TitleKey(snapshot.projects[pair.first].title)
      .isSeries(with: TitleKey(snapshot.projects[pair.second].title))
  }

  /// Whether somebody has decided if they are the same undertaking.
  var duplicateIsSettled: Bool { snapshot.duplicateVerdict(on: pair) != nil }

  /// Whether there is any decision on the two.
  var isDecided: Bool { !snapshot.verdicts(on: pair).isEmpty }

  /// Whether one side has said no to working together.
  var isDeclined: Bool { snapshot.isDeclined(pair) }

  /// Whether both are ideas, planned, running, or of unknown state.
  var areActive: Bool { snapshot.isActive(pair.first) && snapshot.isActive(pair.second) }

  var overlapsInTime: Bool {
    guard let one = snapshot.projects[pair.first].period,
      let other = snapshot.projects[pair.second].period
    else { return true }
    return one.overlaps(other)
  }

  /// Whether both belong to the same known department.
  var isOfOneDepartment: Bool {
    snapshot.department(of: pair.first).map { $0 == snapshot.department(of: pair.second) } ?? false
  }

  var crossesDepartments: Bool { snapshot.crossesDepartments(pair.first, pair.second) }
}
