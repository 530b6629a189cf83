/// How a city weighs the fields of a project: what counts most is asked for first.
public struct Completeness: Sendable, Hashable {
  /// Weights that differ from the usual ones; at least 1 each.
  public var weights: [ProjectField: Int]
  /// From this weight on a field is essential: a project without it is flagged.
  public var essentialFrom: Int

  public init(weights: [ProjectField: Int] = [:], essentialFrom: Int = Self.usualEssentialFrom) {
    self.weights = weights
    self.essentialFrom = essentialFrom
  }

  public static let usualEssentialFrom = 4

  /// The weight of a field where the city says nothing else.
  public static func usualWeight(of field: ProjectField) -> Int {
    switch field {
    case .department, .summary, .status, .themes: 4
    case .alignments, .contact, .period: 3
    case .strategy, .audience, .visibility: 2
    case .budget, .office, .technologies, .confirmed: 1
    }
  }

  public func weight(of field: ProjectField) -> Int {
    weights[field] ?? Self.usualWeight(of: field)
  }

  /// The fields that are not given, in the order in which they matter: by weight, and fields of
  /// one weight in the order of a record.
  public func missing(in project: Project) -> [ProjectField] {
    ProjectField.allCases.enumerated()
      .filter { !$0.element.isGiven(in: project) }
      .sorted { (-weight(of: $0.element), $0.offset) < (-weight(of: $1.element), $1.offset) }
      .map(\.element)
  }

  /// The missing fields without which the registry cannot place the project.
  public func missingEssentials(in project: Project) -> [ProjectField] {
    missing(in: project).filter { weight(of: $0) >= essentialFrom }
  }

  /// The weights of the given fields over the weights of all, 0…1.
  public func score(of project: Project) -> Double {
    var (given, all) = (0, 0)
    for field in ProjectField.allCases {
      let weight = weight(of: field)
      all += weight
      if field.isGiven(in: project) { given += weight }
    }
    return all == 0 ? 1 : Double(given) / Double(all)
  }
}
