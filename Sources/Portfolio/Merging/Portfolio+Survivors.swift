extension Portfolio {
  /// For each id of a merged project, present or former, the id of the project in use for which it
  /// stands now. Ids of traces that lead nowhere are left out.
  ///
  /// One pass over the merged projects; where there are none, it costs nothing.
  public func survivors() -> [String: String] {
    guard !mergedProjects.isEmpty else { return [:] }
    var current: [String: String] = [:]
    for project in projects { current[project.id] = project.id }
    for project in projects {
      for former in project.formerly where current[former] == nil { current[former] = project.id }
    }
    var next: [String: String] = [:]
    for project in mergedProjects {
      guard let target = project.merged?.into else { continue }
      for id in [project.id] + project.formerly where current[id] == nil && next[id] == nil {
        next[id] = target
      }
    }
    var survivors: [String: String] = [:]
    for id in next.keys {
      var place = id
      // A trace longer than the list of merged projects runs in a circle.
      for _ in 0...next.count {
        guard let target = next[place] else { break }
        place = target
        if let survivor = current[place] {
          survivors[id] = survivor
          break
        }
      }
    }
    return survivors
  }

  /// The merged projects whose trace leads to no project in use, such as after an edit by hand.
  /// Nothing stands for them, so they have to be shown themselves.
  public func strandedProjects() -> [Project] {
    guard !mergedProjects.isEmpty else { return [] }
    let survivors = survivors()
    return mergedProjects.filter { survivors[$0.id] == nil }
  }
}
