internal import Portfolio

/// Which projects are one undertaking, so that what several records contribute together counts
/// once: a part and its whole (`partOf`), projects bundled into a joint one, and a project that
/// was registered twice.
///
/// Built in one pass over links and verdicts; asking is linear in the projects asked about.
struct Undertakings: Sendable {
  /// The projects of which a project is a part or into which it was bundled.
  private var wholes: [Int: [Int]] = [:]
  /// The projects with which it is one and the same.
  private var twins: [Int: [Int]] = [:]
  /// The projects that are a part of it or its twins.
  private var members: [Int: [Int]] = [:]

  init(_ snapshot: Snapshot) {
    for project in snapshot.projects.indices {
      for link in snapshot.linksFromProject[project] where link.kind == .partOf {
        addPart(project, of: link.target)
      }
    }
    for pair in snapshot.decidedPairs {
      guard let verdict = snapshot.duplicateVerdict(on: pair) else { continue }
      switch verdict.outcome {
      case .duplicate: addTwins(pair)
      case .bundle:
        if let joint = verdict.bundle.flatMap({ snapshot.projectTable[$0] }) {
          addPart(pair.first, of: joint)
          addPart(pair.second, of: joint)
        } else {
          addTwins(pair)
        }
      case .different, .cooperate, .notNeeded, .alreadyDo: break
      }
    }
  }

  private mutating func addPart(_ part: Int, of whole: Int) {
    guard part != whole else { return }
    wholes[part, default: []].append(whole)
    members[whole, default: []].append(part)
  }

  private mutating func addTwins(_ pair: ProjectPair) {
    for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
      twins[one, default: []].append(other)
      members[one, default: []].append(other)
    }
  }

  /// The projects of a list, sorted into those that stand alone and those that are one undertaking
  /// with others of the list.
  ///
  /// Two projects of the list belong together where one is a part of the other, on whatever way,
  /// or where they are the same. Two parts of a whole that is not in the list stay apart: each
  /// contributes something of its own.
  ///
  /// - Parameter projects: indices, none twice.
  /// - Returns: the undertakings in the order of their first project; in each of them the whole
  ///   comes first, then its parts in the list's order.
  func grouping(_ projects: [Int]) -> (alone: [Int], joint: [[Int]]) {
    guard projects.contains(where: isInvolved) else { return (projects, []) }
    let listed = Set(projects.lazy.filter(isInvolved))
    var sets = ConnectedSets<Int>()
    var isPart: Set<Int> = []
    var joined: Set<Int> = []
    for project in projects where wholes[project] != nil || twins[project] != nil {
      for other in reach(of: project) where listed.contains(other) {
        sets.join(project, other)
        joined.formUnion([project, other])
        if twins[project]?.contains(other) != true { isPart.insert(project) }
      }
    }
    var places: [Int: Int] = [:]
    var joint: [[Int]] = []
    for project in projects where joined.contains(project) {
      let set = sets.representative(of: project)
      if let place = places[set] {
        joint[place].append(project)
      } else {
        places[set] = joint.count
        joint.append([project])
      }
    }
    return (
      projects.filter { !joined.contains($0) },
      joint.map { group in
        guard let whole = group.firstIndex(where: { !isPart.contains($0) }) else { return group }
        return [group[whole]] + group[..<whole] + group[(whole + 1)...]
      }
    )
  }

  /// Whether any project is a part of another, or the same.
  var haveMembers: Bool { !members.isEmpty }

  /// Whether it is a part, a whole or a twin of anything.
  private func isInvolved(_ project: Int) -> Bool {
    wholes[project] != nil || members[project] != nil
  }

  /// Projects outside the list that take part in an undertaking of the list: its parts, or the
  /// same project registered once more.
  func participants(in undertaking: [Int]) -> [Int] {
    guard undertaking.contains(where: { members[$0] != nil }) else { return [] }
    var seen = Set(undertaking)
    var queue = undertaking
    var found: [Int] = []
    while let project = queue.popLast() {
      for member in members[project] ?? [] where seen.insert(member).inserted {
        found.append(member)
        queue.append(member)
      }
    }
    return found.sorted()
  }

  /// The wholes of a project and of its twins, on whatever way, and the twins themselves.
  private func reach(of project: Int) -> Set<Int> {
    var seen: Set<Int> = [project]
    var queue = [project]
    while let next = queue.popLast() {
      for other in (wholes[next] ?? []) + (twins[next] ?? []) where seen.insert(other).inserted {
        queue.append(other)
      }
    }
    seen.remove(project)
    return seen
  }
}
