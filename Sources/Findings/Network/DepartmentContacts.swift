internal import Portfolio

/// Which departments are in touch with which, through links between their projects or because a
/// verdict says that two of their projects work together already.
struct DepartmentContacts {
  /// Two departments, by index.
  struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      first = min(one, other)
      second = max(one, other)
    }
  }

  private(set) var pairs: Set<Pair> = []

  init(_ snapshot: Snapshot) {
    for project in snapshot.projects.indices {
      for link in snapshot.linksFromProject[project] {
        insert(project, link.target, snapshot)
      }
    }
    for pair in snapshot.decidedPairs
    where snapshot.networkVerdict(on: pair)?.outcome == .alreadyDo {
      insert(pair.first, pair.second, snapshot)
    }
  }

  private mutating func insert(_ one: Int, _ other: Int, _ snapshot: Snapshot) {
    guard let left = snapshot.department(of: one), let right = snapshot.department(of: other),
      left != right
    else { return }
    pairs.insert(Pair(left, right))
  }
}
