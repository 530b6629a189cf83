import Portfolio

extension RegistryRecord {
  /// Replaces names of departments by their ids, as far as `directory` knows them, and returns
  /// the id of the department that a project belongs to, where it is known.
  mutating func resolveDepartments(with directory: DepartmentDirectory) -> String? {
    switch self {
    case .project(var project):
      guard let text = project.department, case .id(let id) = directory.resolve(text)
      else { return nil }
      if id != text {
        project.department = id
        self = .project(project)
      }
      return id
    case .strategy(var strategy):
      directory.resolve(&strategy.lead)
      for index in strategy.guidelines.indices {
        directory.resolve(&strategy.guidelines[index].expects)
      }
      for index in strategy.themes.indices {
        directory.resolve(&strategy.themes[index].expects)
      }
      self = .strategy(strategy)
    case .subStrategy(var subStrategy):
      directory.resolve(&subStrategy.lead)
      self = .subStrategy(subStrategy)
    case .measure(var measure):
      directory.resolve(&measure.lead)
      self = .measure(measure)
    case .department, .participation, .verdict, .waiver:
      break
    }
    return nil
  }
}

extension DepartmentDirectory {
  fileprivate func resolve(_ name: inout String?) {
    if let text = name, case .id(let id) = resolve(text) { name = id }
  }

  fileprivate func resolve(_ expectations: inout [Expectation]) {
    for index in expectations.indices {
      if case .department(let text) = expectations[index].contributor,
        case .id(let id) = resolve(text)
      {
        expectations[index].contributor = .department(id)
      }
    }
  }
}
