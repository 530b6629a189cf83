import Portfolio
import RegistryDatabase

/// The registry as it stands in the database, and what a command changes about it.
struct RegistryDraft {
  private(set) var portfolio: Portfolio
  private let projectIndices: [String: Int]
  private var changedProjects: Set<Int> = []
  private var changedVerdicts: Set<Int> = []
  private var changedWaivers: Set<Int> = []
  /// Kinds of which every record is handed over, because some may have been taken away.
  private let removableKinds: Set<RecordKind>

  init(_ portfolio: Portfolio, removableKinds: Set<RecordKind> = []) {
    self.portfolio = portfolio
    self.removableKinds = removableKinds
    var indices: [String: Int] = [:]
    for (index, project) in portfolio.projects.enumerated() { indices[project.id] = index }
    for (index, project) in portfolio.projects.enumerated() {
      // A project that has the id today comes before one that once had it.
      for former in project.formerly where indices[former] == nil { indices[former] = index }
    }
    projectIndices = indices
  }

  /// Place of the project with this present or former id.
  func index(of id: String) -> Int? { projectIndices[id] }

  /// The same for an id that a user has typed.
  ///
  /// - Throws: `UnknownName`
  func project(named id: String) throws -> Int {
    guard let index = projectIndices[id] else {
      throw UnknownName.project(id, in: portfolio)
    }
    return index
  }

  /// Whether two ids, present or former ones, are of the same project.
  func areSame(_ one: String, _ other: String) -> Bool {
    one == other || (index(of: one) != nil && index(of: one) == index(of: other))
  }

  mutating func change<Value>(
    _ project: Int, _ change: (inout Project) throws -> Value
  ) rethrows -> Value {
    changedProjects.insert(project)
    return try change(&portfolio.projects[project])
  }

  /// Puts a verdict in the place of another, or after the last.
  mutating func put(_ verdict: Verdict, at index: Int?) {
    if let index { portfolio.verdicts[index] = verdict } else { portfolio.verdicts.append(verdict) }
    changedVerdicts.insert(index ?? portfolio.verdicts.count - 1)
  }

  /// Puts a waiver in the place of another, or after the last.
  mutating func put(_ waiver: Waiver, at index: Int?) {
    if let index { portfolio.waivers[index] = waiver } else { portfolio.waivers.append(waiver) }
    changedWaivers.insert(index ?? portfolio.waivers.count - 1)
  }

  mutating func removeWaivers(where isRemoved: (Waiver) -> Bool) {
    precondition(removableKinds.contains(.waiver), "the import has to know that waivers may go")
    portfolio.waivers.removeAll(where: isRemoved)
  }

  /// What the import has to be given. What was changed is held to the rules first; decisions come
  /// with all others of their kind, because the import counts those on the same things.
  ///
  /// - Throws: `RefusedChange`
  func records(checkedBy check: AmendmentCheck) throws -> [RegistryRecord] {
    var records = try changedProjects.sorted().map { index in
      try check.admit(.project(portfolio.projects[index]))
    }
    if !changedVerdicts.isEmpty || removableKinds.contains(.verdict) {
      records += try portfolio.verdicts.enumerated().map { index, verdict in
        changedVerdicts.contains(index) ? try check.admit(.verdict(verdict)) : .verdict(verdict)
      }
    }
    if !changedWaivers.isEmpty || removableKinds.contains(.waiver) {
      records += try portfolio.waivers.enumerated().map { index, waiver in
        changedWaivers.contains(index) ? try check.admit(.waiver(waiver)) : .waiver(waiver)
      }
    }
    return records
  }
}
