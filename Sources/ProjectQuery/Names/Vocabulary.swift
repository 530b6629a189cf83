public import Portfolio

/// The names that values of a query can mean.
public struct Vocabulary: Sendable {
  /// A record that can be named.
  public struct Entry: Sendable, Hashable {
    public var id: String
    /// Name and aliases; for a project its earlier ids and its title.
    public var names: [String]
    /// For an office, the department it belongs to.
    public var department: String?

    public init(id: String, names: [String], department: String? = nil) {
      self.id = id
      self.names = names
      self.department = department
    }
  }

  public var departments: [Entry]
  public var offices: [Entry]
  public var strategies: [Entry]
  public var themes: [Entry]
  public var guidelines: [Entry]
  public var services: [Entry]
  public var contributions: [Entry]
  /// All projects, or those that the query names and a few that are spelt alike.
  public var projects: [ProjectName]

  /// A project as far as a query can name it.
  public struct ProjectName: Sendable, Hashable {
    public var id: String
    /// Its earlier ids, and those of the projects that were merged into it.
    public var formerly: [String]
    public var title: String

    public init(id: String, formerly: [String], title: String) {
      self.id = id
      self.formerly = formerly
      self.title = title
    }
  }

  /// Everything in a portfolio.
  public init(_ portfolio: Portfolio) {
    departments = portfolio.departments.map { Entry(id: $0.id, names: [$0.name] + $0.aliases) }
    offices = portfolio.departments.flatMap { department in
      department.offices.map {
        Entry(id: $0.id, names: [$0.name] + $0.aliases, department: department.id)
      }
    }
    strategies = portfolio.subStrategies.map { Entry(id: $0.id, names: [$0.name]) }
    themes =
      portfolio.strategy?.themes.map { Entry(id: $0.id, names: [$0.name] + $0.aliases) } ?? []
    guidelines = portfolio.strategy?.guidelines.map { Entry(id: $0.id, names: [$0.name]) } ?? []
    services = portfolio.strategy?.services.map { Entry(id: $0.id, names: [$0.name]) } ?? []
    contributions = portfolio.participations.flatMap(\.contributions)
      .map { Entry(id: $0.id, names: [$0.title]) }
    let merged = Dictionary(grouping: portfolio.survivors().sorted { $0.key < $1.key }, by: \.value)
    projects = portfolio.projects.map { project in
      ProjectName(
        id: project.id, formerly: project.formerly + (merged[project.id] ?? []).map(\.key),
        title: project.title)
    }
  }

  /// The records that a field's values name; empty for fields that name none.
  func entries(of field: QueryField) -> [Entry] {
    switch field {
    case .department: departments + offices
    case .office: offices
    case .strategy: strategies
    case .theme: themes
    case .guideline: guidelines
    case .provides, .requires: services
    case .contribution: contributions
    default: []
    }
  }
}

extension Vocabulary {
  /// The names of the records by which matches are counted, by id; an office's id stands behind
  /// its department's and a slash. Empty where the values are no ids.
  public func names(of grouping: Grouping) -> [String: String] {
    let entries = QueryField(rawValue: grouping.rawValue).map { self.entries(of: $0) } ?? []
    var names: [String: String] = [:]
    for entry in entries {
      let id = entry.department.map { "\($0)/\(entry.id)" } ?? entry.id
      names[id] = entry.names.first
    }
    return names
  }
}
