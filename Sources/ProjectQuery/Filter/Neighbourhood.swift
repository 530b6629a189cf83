internal import Portfolio

/// Which projects are linked with which, in either direction.
struct Neighbourhood {
  /// For each project's place, the places of its neighbours.
  private var neighbours: [Set<Int>]

  /// A link names a project by its id, or by an earlier one that no project has now.
  init(_ projects: [Project]) {
    var places: [String: Int] = [:]
    var earlier: [String: [Int]] = [:]
    for (place, project) in projects.enumerated() {
      places[project.id] = place
      for id in project.formerly { earlier[id, default: []].append(place) }
    }
    neighbours = Array(repeating: [], count: projects.count)
    for (place, project) in projects.enumerated() {
      for link in project.links {
        let targets = places[link.project].map { [$0] } ?? earlier[link.project] ?? []
        for target in targets where target != place {
          neighbours[place].insert(target)
          neighbours[target].insert(place)
        }
      }
    }
  }

  func of(_ place: Int) -> Set<Int> { neighbours[place] }
}
