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

  /// - Parameter counts: whether a contact between two projects is to be counted.
  init(_ snapshot: Snapshot, where counts: (Int, Int) -> Bool = { _, _ in true }) {
    for project in snapshot.projects.indices {
      for link in snapshot.linksFromProject[project] where counts(project, link.target) {
        insert(project, link.target, snapshot)
      }
    }
    for pair in snapshot.decidedPairs
    where snapshot.networkVerdict(on: pair)?.outcome == .alreadyDo
      && counts(pair.first, pair.second)
    {
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
