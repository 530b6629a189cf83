/// One record of the registry, as it travels between files and the database.
public enum RegistryRecord: Sendable, Hashable {
  case strategy(Strategy)
  case department(Department)
  case subStrategy(SubStrategy)
  case participation(Participation)
  case measure(Measure)
  case project(Project)
  case verdict(Verdict)
  case waiver(Waiver)
}

extension Portfolio {
  /// Adds a record after those of its kind; a second strategy replaces the first.
  public mutating func add(_ record: RegistryRecord) {
    switch record {
    case .strategy(let strategy): self.strategy = strategy
    case .department(let department): departments.append(department)
    case .subStrategy(let subStrategy): subStrategies.append(subStrategy)
    case .participation(let participation): participations.append(participation)
    case .measure(let measure): measures.append(measure)
    case .project(let project) where project.merged != nil: mergedProjects.append(project)
    case .project(let project): projects.append(project)
    case .verdict(let verdict): verdicts.append(verdict)
    case .waiver(let waiver): waivers.append(waiver)
    }
  }

  /// Every record, in the order in which references point backwards: strategy and departments
  /// first, decisions last.
  public var records: [RegistryRecord] {
    (strategy.map { [.strategy($0)] } ?? [])
      + departments.map(RegistryRecord.department)
      + subStrategies.map(RegistryRecord.subStrategy)
      + participations.map(RegistryRecord.participation)
      + measures.map(RegistryRecord.measure)
      + projects.map(RegistryRecord.project)
      + mergedProjects.map(RegistryRecord.project)
      + verdicts.map(RegistryRecord.verdict)
      + waivers.map(RegistryRecord.waiver)
  }
}
