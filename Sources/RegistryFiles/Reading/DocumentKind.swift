/// What the documents of a registry file describe; the file's place in the registry decides.
public enum DocumentKind: String, Sendable, CaseIterable {
  // In the order of reading: whatever others refer to by name comes before them.
  case departments, strategy, subStrategy, participation, roadmap, project, decisions

  /// The kind of a file, by its path inside the registry. Files outside the known folders hold
  /// projects.
  public init(path: some StringProtocol) {
    let parts = path.split(separator: "/")
    self = Self.recognised(parts) ?? .project
  }

  /// The kind that `parts`, the components of a path inside the registry, stand for, or nil where
  /// neither folder nor name is known.
  static func recognised(_ parts: [some StringProtocol]) -> DocumentKind? {
    guard let first = parts.first else { return nil }
    if parts.count == 1 {
      switch first {
      case "departments.yaml", "departments.yml": return .departments
      case "strategy.yaml", "strategy.yml": return .strategy
      default: return nil
      }
    }
    return folder(first)
  }

  /// The kind of the files inside the folder `name` of a registry.
  static func folder(_ name: some StringProtocol) -> DocumentKind? {
    switch name {
    case "strategies": .subStrategy
    case "participation": .participation
    case "roadmap": .roadmap
    case "projects": .project
    case "decisions": .decisions
    default: nil
    }
  }

  /// The file or folder where documents of this kind stand in a registry.
  var home: String {
    switch self {
    case .departments: "departments.yaml"
    case .strategy: "strategy.yaml"
    case .subStrategy: "strategies/"
    case .participation: "participation/"
    case .roadmap: "roadmap/"
    case .project: "projects/"
    case .decisions: "decisions/"
    }
  }

  /// Position in the order of reading.
  var rank: Int {
    switch self {
    case .departments: 0
    case .strategy: 1
    case .subStrategy: 2
    case .participation: 3
    case .roadmap: 4
    case .project: 5
    case .decisions: 6
    }
  }
}
