import Portfolio
import RegistryDatabase

/// The registry as it stands in the database, and what a command changes about it.
struct RegistryDraft {
  private(set) var portfolio: Portfolio
  private var projectIndices: [String: Int]
  private var changedProjects: Set<Int> = []
  private var changedMergedProjects: Set<Int> = []
  private var changedVerdicts: Set<Int> = []
  private var changedWaivers: Set<Int> = []
  /// Ids of projects that are no longer in use, and not because they were merged.
  private(set) var archivedProjects: [String] = []
  /// Kinds of which every record is handed over, because some may have been taken away.
  private let removableKinds: Set<RecordKind>

  init(_ portfolio: Portfolio, removableKinds: Set<RecordKind> = []) {
    self.portfolio = portfolio
    self.removableKinds = removableKinds
    projectIndices = Self.indices(portfolio)
  }

  /// The places of projects in use by all ids that stand for them.
  private static func indices(_ portfolio: Portfolio) -> [String: Int] {
    var indices: [String: Int] = [:]
    for (index, project) in portfolio.projects.enumerated() { indices[project.id] = index }
    for (index, project) in portfolio.projects.enumerated() {
      // A project that has the id today comes before one that once had it.
      for former in project.formerly where indices[former] == nil { indices[former] = index }
    }
    for (id, survivor) in portfolio.survivors() where indices[id] == nil {
      indices[id] = indices[survivor]
    }
    return indices
  }

  /// Place of the project for which this id stands: its own, a former one, or a merged one's.
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

  /// Whether two ids stand for the same project in use.
  func areSame(_ one: String, _ other: String) -> Bool {
    one == other || (index(of: one) != nil && index(of: one) == index(of: other))
  }

  mutating func change<Value>(
    _ project: Int, _ change: (inout Project) throws -> Value
  ) rethrows -> Value {
    changedProjects.insert(project)
    return try change(&portfolio.projects[project])
  }

  /// Adds a project.
  ///
  /// - Throws: `RefusedChange` where its id stands for another one, today's or a former one's.
  mutating func add(_ project: Project) throws {
    if let other = index(of: project.id) {
      throw RefusedChange(
        de: "--id: „\(project.id)“ steht schon für „\(portfolio.projects[other].title)“.",
        en: "--id: '\(project.id)' stands for '\(portfolio.projects[other].title)' already.")
    }
    portfolio.projects.append(project)
    projectIndices = Self.indices(portfolio)
    changedProjects.insert(portfolio.projects.count - 1)
  }

  /// Takes a project out of use. Places of other projects change.
  mutating func archive(_ project: Int) {
    archivedProjects.append(portfolio.projects[project].id)
    portfolio.projects.remove(at: project)
    changedProjects = Set(
      changedProjects.filter { $0 != project }.map { $0 > project ? $0 - 1 : $0 })
    projectIndices = Self.indices(portfolio)
  }

  /// Gives a project another id and keeps the present one as a former one.
  ///
  /// - Throws: `RefusedChange` where the id stands for another project.
  mutating func rename(_ project: Int, to id: String) throws {
    if let other = index(of: id), other != project {
      throw RefusedChange(
        de: "„\(id)“ steht schon für „\(portfolio.projects[other].title)“.",
        en: "'\(id)' stands for '\(portfolio.projects[other].title)' already.")
    }
    let present = portfolio.projects[project].id
    guard id != present else { return change(project) { _ in } }
    guard Slug.isValid(id) else {
      throw RefusedChange(
        de:
          "„\(id)“ ist keine Id: möglich sind Kleinbuchstaben, Ziffern und einzelne Bindestriche.",
        en: "'\(id)' is no id: lower-case letters, digits and single hyphens are possible.")
    }
    change(project) { project in
      project.formerly.removeAll { $0 == id }
      project.formerly.append(present)
      project.id = id
    }
    projectIndices = Self.indices(portfolio)
  }

  /// Changes several records at once; what differs afterwards is handed over, and projects that are
  /// missing afterwards are archived.
  mutating func changeAll<Value>(
    _ change: (inout Portfolio) throws -> Value
  ) throws -> Value {
    precondition(removableKinds.contains(.verdict), "the import has to know that verdicts may go")
    var changed = portfolio
    let value = try change(&changed)
    let before = Dictionary(
      (portfolio.projects + portfolio.mergedProjects).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let unhandled = Set(changedProjects.map { portfolio.projects[$0].id })
    changedProjects = Set(
      changed.projects.indices.filter { index in
        let project = changed.projects[index]
        return unhandled.contains(project.id) || before[project.id] != project
      })
    changedMergedProjects = Set(
      changed.mergedProjects.indices.filter {
        before[changed.mergedProjects[$0].id] != changed.mergedProjects[$0]
      })
    changedVerdicts.formUnion(
      changed.verdicts.indices.filter {
        $0 >= portfolio.verdicts.count || portfolio.verdicts[$0] != changed.verdicts[$0]
      })
    changedVerdicts = changedVerdicts.filter { $0 < changed.verdicts.count }
    let after = Set((changed.projects + changed.mergedProjects).map(\.id))
    archivedProjects += before.keys.filter { !after.contains($0) }.sorted()
    portfolio = changed
    projectIndices = Self.indices(changed)
    return value
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
    records += try changedMergedProjects.sorted().map { index in
      try check.admit(.project(portfolio.mergedProjects[index]))
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
