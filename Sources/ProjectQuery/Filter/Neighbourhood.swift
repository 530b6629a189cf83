internal import Portfolio

/// Which projects are linked with which, in either direction.
struct Neighbourhood {
  /// For each project's place, the places of its neighbours.
  private var neighbours: [Set<Int>]

  /// A link names a project by its id, or by an earlier one or that of a merged one which no
  /// project has now. One that the other side has declined does not count.
  ///
  /// - Parameter survivors: for the ids of merged projects the ids of those that go on.
  init(_ projects: [Project], survivors: [String: String]) {
    var places: [String: Int] = [:]
    var earlier: [String: [Int]] = [:]
    for (place, project) in projects.enumerated() {
      places[project.id] = place
      for id in project.formerly { earlier[id, default: []].append(place) }
    }
    neighbours = Array(repeating: [], count: projects.count)
    for (id, survivor) in survivors {
      if let place = places[survivor] { earlier[id, default: []].append(place) }
    }
    for (place, project) in projects.enumerated() {
      for link in project.links where link.declined == nil {
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
