public import Portfolio

/// A field by whose values matches are counted.
public enum Grouping: String, Sendable, Hashable, CaseIterable {
  case department, office, strategy, theme, guideline, status, requires, provides, visibility
  /// The year of the last day.
  case ends

  /// The grouping that a name stands for: its own or one of the field's.
  public init?(named name: String) {
    guard let field = QueryField(named: name), let grouping = Grouping(rawValue: field.rawValue)
    else { return nil }
    self = grouping
  }

  /// What the field is called.
  public func name(in language: Language) -> String {
    QueryField(rawValue: rawValue)?.name(in: language) ?? rawValue
  }

  func values(of project: Project) -> [String?] {
    switch self {
    case .department: [project.department]
    case .office:
      [project.office.flatMap { office in project.department.map { "\($0)/\(office)" } }]
    case .strategy: [project.strategy]
    case .theme: Self.list(project.themes)
    case .guideline: Self.list(project.alignments.map(\.guideline))
    case .status: [project.status?.rawValue]
    case .requires: Self.list(project.requires)
    case .provides: Self.list(project.provides)
    case .visibility: [project.visibility?.level.rawValue]
    case .ends: [project.day(of: .ends).map { String($0.components.year) }]
    }
  }

  private static func list(_ values: [String]) -> [String?] { values.isEmpty ? [nil] : values }
}

/// How many matches have a value.
public struct GroupCount: Sendable, Hashable {
  /// An id or a fixed word; nil counts the matches without any.
  public let value: String?
  public let count: Int

  public init(value: String?, count: Int) {
    self.value = value
    self.count = count
  }

  /// The counts of some projects, the greatest first, then by value, "without" last of equals. A
  /// project with several values counts for each.
  public static func of(_ projects: [Project], by grouping: Grouping) -> [GroupCount] {
    var counts: [String?: Int] = [:]
    for project in projects {
      for value in grouping.values(of: project) { counts[value, default: 0] += 1 }
    }
    return counts.map { GroupCount(value: $0.key, count: $0.value) }.sorted { left, right in
      guard left.count == right.count else { return left.count > right.count }
      guard let first = left.value, let second = right.value else { return left.value != nil }
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
  }
}
