internal import Portfolio

/// What analyses ask of every project, one flat array each, so that a pass over all projects
/// touches a few bytes of each instead of the whole record.
struct ProjectColumns: Sendable {
  /// Index of the owning department; -1 where none is given or known.
  private(set) var departments: [Int32] = []
  /// Index of the sub-strategy; -1 where none is given or known.
  private(set) var strategies: [Int32] = []
  private(set) var phases: [ProjectPhase] = []

  init(
    _ projects: [Project], departments departmentTable: IdentifierTable,
    strategies strategyTable: IdentifierTable, asOf: CalendarDay
  ) {
    departments.reserveCapacity(projects.count)
    strategies.reserveCapacity(projects.count)
    phases.reserveCapacity(projects.count)
    for index in projects.indices {
      departments.append(Int32(projects[index].department.flatMap { departmentTable[$0] } ?? -1))
      strategies.append(Int32(projects[index].strategy.flatMap { strategyTable[$0] } ?? -1))
      phases.append(ProjectPhase(projects[index], asOf: asOf))
    }
  }
}

/// Which projects have which things of one kind (themes, services), from either side.
struct Incidence {
  let byProject: CompressedRows<Int>
  let byThing: CompressedRows<Int>

  init(_ projects: [Project], _ ids: KeyPath<Project, [String]>, in table: IdentifierTable) {
    var byProject: [CompressedRows<Int>.Entry] = []
    var byThing: [CompressedRows<Int>.Entry] = []
    for project in projects.indices {
      let own = projects[project][keyPath: ids]
      for (position, id) in own.enumerated() {
        // A list may come from elsewhere than a checked file; what stands twice counts once.
        guard let thing = table[id], !own[..<position].contains(id) else { continue }
        byProject.append(.init(project, thing))
        byThing.append(.init(thing, project))
      }
    }
    self.byProject = CompressedRows(rows: projects.count, entries: byProject)
    self.byThing = CompressedRows(rows: table.count, entries: byThing)
  }
}
