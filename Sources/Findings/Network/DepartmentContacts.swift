internal import Portfolio

/// Which departments are in touch with which, through links between their projects or because a
/// verdict says that two of their projects work together already. A link with a discontinued
/// project is none.
struct DepartmentContacts {
  typealias Pair = DepartmentPair

  private(set) var pairs: Set<Pair> = []

  init(_ snapshot: Snapshot) {
    for project in snapshot.projects.indices {
      for link in snapshot.linksFromProject[project] where snapshot.isContact(link) {
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

extension Snapshot {
  /// Whether people can meet through a link: not with a discontinued project.
  func isContact(_ link: ResolvedLink) -> Bool {
    phase(of: link.source).countsForCoverage && phase(of: link.target).countsForCoverage
  }
}
