internal import Portfolio

/// Sorts the projects' links into those that count, those that were declined and those that lead
/// nowhere, and decides which of them both sides know of.
struct LinkResolution {
  private(set) var resolved: [ResolvedLink] = []
  /// Those to which the other side said no.
  private(set) var declined: [ResolvedLink] = []
  private(set) var unresolved: [UnresolvedLink] = []

  init(_ projects: [Project], in table: IdentifierTable) {
    let stated = Self.statedPairs(projects, in: table)
    for source in projects.indices {
      for (position, link) in projects[source].links.enumerated() {
        guard let target = table[link.project] else {
          unresolved.append(
            UnresolvedLink(source: source, target: link.project, position: position))
          continue
        }
        // A rename can turn a link into one to the project itself; it then says nothing.
        guard target != source else { continue }
        let state: LinkState =
          if link.declined != nil {
            .declined
          } else if link.confirmed != nil {
            .confirmed
          } else if stated.contains(Direction(source: target, target: source)) {
            .mutual
          } else {
            .proposed
          }
        let entry = ResolvedLink(
          source: source, target: target, kind: link.kind, state: state, position: position)
        if state == .declined { declined.append(entry) } else { resolved.append(entry) }
      }
    }
  }

  private struct Direction: Hashable {
    let source: Int
    let target: Int
  }

  private static func statedPairs(
    _ projects: [Project], in table: IdentifierTable
  ) -> Set<Direction> {
    var stated: Set<Direction> = []
    for source in projects.indices {
      for link in projects[source].links where link.declined == nil {
        if let target = table[link.project] {
          stated.insert(Direction(source: source, target: target))
        }
      }
    }
    return stated
  }
}
