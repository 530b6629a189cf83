internal import Portfolio

/// Projects that share one title and summary, where they are too many to compare each with each.
struct TextCrowds {
  /// Each crowd's projects, the first first.
  let crowds: [[Int]]
  /// The projects that are in no crowd, and each crowd's first; nil where that is all.
  let kept: [Int]?

  /// A project's place, and the hash of its texts, by which equal ones are brought together.
  private struct Hashed {
    let hash: Int
    let place: Int
  }

  /// - Parameter limit: more projects than this with one text are a crowd.
  init(_ projects: [Project], atMost limit: Int) {
    let hashed = projects.enumerated()
      .map { Hashed(hash: Self.hash($0.element), place: $0.offset) }
      .sorted { ($0.hash, $0.place) < ($1.hash, $1.place) }
    var crowds: [[Int]] = []
    var start = 0
    for end in 1..<(hashed.count + 1)
    where end == hashed.count || hashed[end].hash != hashed[start].hash {
      if end - start > limit {
        crowds += Self.equal(hashed[start..<end].map(\.place), of: projects)
          .filter { $0.count > limit }
      }
      start = end
    }
    crowds.sort { $0[0] < $1[0] }
    let dropped = Set(crowds.flatMap { $0.dropFirst() })
    self.crowds = crowds
    kept = dropped.isEmpty ? nil : projects.indices.filter { !dropped.contains($0) }
  }

  private static func hash(_ project: Project) -> Int {
    var hasher = Hasher()
    hasher.combine(project.title)
    hasher.combine(project.summary)
    return hasher.finalize()
  }

  /// Those at `places` by their texts: nearly always one group, since nearly always only equal
  /// texts have one hash.
  private static func equal(_ places: [Int], of projects: [Project]) -> [[Int]] {
    var groups: [[Int]] = []
    for place in places {
      let (title, summary) = (projects[place].title, projects[place].summary)
      let group = groups.firstIndex {
        projects[$0[0]].title == title && projects[$0[0]].summary == summary
      }
      if let group { groups[group].append(place) } else { groups.append([place]) }
    }
    return groups
  }
}
