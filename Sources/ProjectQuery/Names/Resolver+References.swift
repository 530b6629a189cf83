internal import Portfolio

extension Resolver {
  mutating func reference(
    _ field: QueryField, _ term: String, at range: SourceRange
  ) -> ProjectFilter? {
    switch field {
    case .id:
      return project(term, at: range).map { .isOne(of: [$0.id], in: .id) }
    case .similar: return similar(term, at: range)
    case .linked: return linked(term, at: range)
    default: break
    }
    guard let entries = entries(field, term, at: range) else { return nil }
    if field == .department || field == .office { return units(entries) }
    let ids = entries.map(\.id)
    return switch field {
    case .strategy: .isOne(of: ids, in: .strategy)
    case .theme: .lists(anyOf: ids, in: .theme)
    case .guideline: .lists(anyOf: ids, in: .guideline)
    case .provides: .lists(anyOf: ids, in: .provides)
    case .requires: .lists(anyOf: ids, in: .requires)
    default: .lists(anyOf: ids, in: .contribution)
    }
  }

  private mutating func entries(
    _ field: QueryField, _ term: String, at range: SourceRange
  ) -> [Vocabulary.Entry]? {
    switch NameSearch(entries: vocabulary.entries(of: field)).find(term) {
    case .found(let entries): return entries
    case .ambiguous(let entries): faults.append(.ambiguousName(term, entries, at: range))
    case .unknown(let nearest):
      faults.append(.unknownName(term, of: field, nearest: nearest, at: range))
    }
    return nil
  }

  /// Departments as a whole, and offices inside them.
  private func units(_ entries: [Vocabulary.Entry]) -> ProjectFilter {
    let departments = entries.filter { $0.department == nil }.map(\.id)
    var filters: [ProjectFilter] = entries.compactMap { entry in
      entry.department.map { .isIn(office: entry.id, of: $0) }
    }
    if !departments.isEmpty { filters.append(.isOne(of: departments, in: .department)) }
    return filters.count == 1 ? filters[0] : .any(filters)
  }

  // MARK: Projects

  private func knownProject(_ name: String) -> Vocabulary.ProjectName? {
    vocabulary.projects.first { $0.id == name }
      ?? vocabulary.projects.first { $0.formerly.contains(name) }
  }

  private var nearestProjectNames: [String] {
    vocabulary.projects.flatMap { [$0.id] + $0.formerly }
  }

  private mutating func project(
    _ name: String, at range: SourceRange
  ) -> Vocabulary.ProjectName? {
    if let project = knownProject(name) { return project }
    let nearest = NearestName.of(name, among: nearestProjectNames)
    faults.append(.unknownProject(name, nearest: nearest, at: range))
    return nil
  }

  /// Like a registered project, or like a title that is only thought of.
  private mutating func similar(_ term: String, at range: SourceRange) -> ProjectFilter? {
    if knownProject(term) == nil, !Slug.isValid(term) { return .similar(title: term, except: nil) }
    return project(term, at: range).map { .similar(title: $0.title, except: $0.id) }
  }

  /// With a department or office, or else with a project.
  private mutating func linked(_ term: String, at range: SourceRange) -> ProjectFilter? {
    let units = vocabulary.departments + vocabulary.offices
    let result = NameSearch(entries: units).find(term)
    if case .found(let entries) = result, entries.contains(where: { $0.id == term }) {
      return linked(with: entries)
    }
    if let project = knownProject(term) { return .linked(.projects([project.id])) }
    switch result {
    case .found(let entries): return linked(with: entries)
    case .ambiguous(let entries): faults.append(.ambiguousName(term, entries, at: range))
    case .unknown(let nearest):
      let nearest = nearest ?? NearestName.of(term, among: nearestProjectNames)
      faults.append(.unknownName(term, of: .linked, nearest: nearest, at: range))
    }
    return nil
  }

  private func linked(with entries: [Vocabulary.Entry]) -> ProjectFilter {
    let departments = entries.filter { $0.department == nil }.map(\.id)
    var filters: [ProjectFilter] = entries.compactMap { entry in
      entry.department.map { .linked(.office(entry.id, of: $0)) }
    }
    if !departments.isEmpty { filters.append(.linked(.departments(departments))) }
    return filters.count == 1 ? filters[0] : .any(filters)
  }
}
