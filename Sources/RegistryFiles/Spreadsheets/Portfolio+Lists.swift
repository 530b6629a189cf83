public import Portfolio

extension Portfolio {
  /// A portfolio of the projects of lists, in order, to be compared with each other and, where
  /// there is one, with a registry, whose projects come last.
  ///
  /// Departments, themes and services that the registry knows by id, name or alias are its own;
  /// all others are taken as the lists write them.
  public init(lists: consuming [[Project]], registry: Portfolio? = nil) {
    self = registry ?? Portfolio()
    verdicts = []
    waivers = []
    var names = ListedNames(self)
    // In place, since a list may have a million projects.
    var lists = lists
    projects = lists.isEmpty ? [] : lists.removeFirst()
    for list in lists { projects += list }
    for place in projects.indices { names.resolve(&projects[place]) }
    projects += registry?.projects ?? []
    departments += names.departments.added.map { Department(id: $0, name: $0) }
    var strategy = strategy ?? Strategy(id: "list", name: "")
    strategy.themes += names.themes.added.map { Theme(id: $0, name: $0) }
    strategy.services += names.services.added.map { Service(id: $0, name: $0) }
    self.strategy = strategy
  }
}

/// Finds the registry's ids for words of lists.
private struct ListedNames {
  var departments: NameTable
  var themes: NameTable
  var services: NameTable

  init(_ registry: Portfolio) {
    departments = NameTable(registry.departments.map { ($0.id, [$0.name] + $0.aliases) })
    themes = NameTable((registry.strategy?.themes ?? []).map { ($0.id, [$0.name] + $0.aliases) })
    services = NameTable((registry.strategy?.services ?? []).map { ($0.id, [$0.name]) })
  }

  mutating func resolve(_ project: inout Project) {
    project.department = project.department.map { departments.id(of: $0) }
    project.themes = project.themes.map { themes.id(of: $0) }
    project.provides = project.provides.map { services.id(of: $0) }
    project.requires = project.requires.map { services.id(of: $0) }
  }
}

/// Ids by name, whatever the case.
private struct NameTable {
  /// Names that nobody knew before, as first written.
  private(set) var added: [String] = []
  private var ids: [String: String] = [:]

  init(_ known: [(id: String, names: [String])]) {
    for (id, names) in known {
      for name in [id] + names where ids[name.lowercased()] == nil { ids[name.lowercased()] = id }
    }
  }

  mutating func id(of name: String) -> String {
    let key = name.lowercased()
    if let id = ids[key] { return id }
    ids[key] = name
    added.append(name)
    return name
  }
}
