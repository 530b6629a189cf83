internal import Portfolio

/// Which departments work together, and which should: the matrix of departments behind
/// `dach network`, its pictures and the report's chapter.
public struct DepartmentNetwork: Sendable, Hashable {
  /// Indices of the departments that have active projects or a connection, in order.
  public let departments: [Int]
  /// Those with at least one link or expectation, in order of the departments.
  public let connections: [Connection]
  /// The departments in groups that are in touch, directly or through others; the largest first,
  /// those that are in touch with nobody last.
  public let groups: [[Int]]

  /// Two departments that are in touch, or should be.
  public struct Connection: Sendable, Hashable {
    public let departments: DepartmentPair
    /// Pairs of their projects that are linked, in either direction or both, or that work together
    /// already by a verdict; discontinued projects count for nothing.
    public internal(set) var links: [ProjectPair] = []
    public internal(set) var expectations: [ContactExpectation] = []

    /// What is expected and not there.
    public var missing: [ContactExpectation] { expectations.filter { !$0.isMet } }
  }

  /// Departments that are in touch with no other.
  public var unconnected: [Int] { groups.filter { $0.count == 1 }.map { $0[0] } }

  /// The connection of two departments.
  public subscript(one: Int, other: Int) -> Connection? {
    places[DepartmentPair(one, other)].map { connections[$0] }
  }

  /// The connections of a department.
  public func connections(of department: Int) -> [Connection] {
    connections.filter { $0.departments.other(than: department) != nil }
  }

  private let places: [DepartmentPair: Int]

  private init(departments: Set<Int>, connections: [DepartmentPair: Connection]) {
    let ends = connections.keys.flatMap { [$0.first, $0.second] }
    self.departments = departments.union(ends).sorted()
    self.connections = connections.values.sorted { $0.departments < $1.departments }
    places = Dictionary(
      uniqueKeysWithValues: self.connections.enumerated().map { ($1.departments, $0) })
    groups = Self.groups(of: self.departments, self.connections)
  }

  private static func groups(of departments: [Int], _ connections: [Connection]) -> [[Int]] {
    var sets = ConnectedSets<Int>()
    for connection in connections where !connection.links.isEmpty {
      sets.join(connection.departments.first, connection.departments.second)
    }
    let groups = Dictionary(grouping: departments) { sets.representative(of: $0) }
    return groups.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}

extension DepartmentNetwork {
  /// - Parameters:
  ///   - result: a check of the snapshot by the rules that compare pairs of projects; its findings
  ///     about two projects count as expectations.
  ///   - theme: only projects of this theme, by index.
  public static func make(
    _ snapshot: Snapshot, findings result: CheckResult, theme: Int? = nil
  ) -> DepartmentNetwork {
    let scope = ThemeScope(snapshot: snapshot, theme: theme)
    var connections: [DepartmentPair: Connection] = [:]
    for pair in contacts(snapshot) where scope.contains(pair) {
      guard let departments = snapshot.departments(of: pair) else { continue }
      connections[departments, default: Connection(departments: departments)].links.append(pair)
    }
    for expectation in ContactExpectation.all(in: snapshot, findings: result.findings)
    where scope.contains(expectation) {
      let pair = expectation.departments
      connections[pair, default: Connection(departments: pair)].expectations.append(expectation)
    }
    let owners = snapshot.activeProjects.filter(scope.contains)
      .compactMap { snapshot.department(of: $0) }
    return DepartmentNetwork(departments: Set(owners), connections: connections)
  }

  /// The pairs of projects of different departments that are in touch, in order.
  private static func contacts(_ snapshot: Snapshot) -> [ProjectPair] {
    var pairs: Set<ProjectPair> = []
    for project in snapshot.projects.indices {
      for link in snapshot.linksFromProject[project]
      where snapshot.isContact(link) && snapshot.crossesDepartments(project, link.target) {
        pairs.insert(ProjectPair(project, link.target))
      }
    }
    for pair in snapshot.decidedPairs
    where snapshot.networkVerdict(on: pair)?.outcome == .alreadyDo
      && snapshot.crossesDepartments(pair.first, pair.second)
    {
      pairs.insert(pair)
    }
    return pairs.sorted()
  }
}

/// The projects that a view of the network is limited to.
struct ThemeScope {
  let snapshot: Snapshot
  /// Index of a theme; nil for all projects.
  let theme: Int?

  func contains(_ project: Int) -> Bool {
    theme.map(snapshot.themesOfProject[project].contains) ?? true
  }

  func contains(_ pair: ProjectPair) -> Bool { contains(pair.first) && contains(pair.second) }

  func contains(_ expectation: ContactExpectation) -> Bool {
    guard let theme else { return true }
    switch expectation.reason {
    case .theme(let index): return index == theme
    case .service(_, let project, _): return contains(project)
    case .projects(let pair, _), .verdict(let pair): return contains(pair)
    case .partner(_, let projects):
      let owners = Set(snapshot.owners(of: projects.filter(contains)))
      return owners.contains(expectation.departments.first)
        && owners.contains(expectation.departments.second)
    }
  }
}

extension Snapshot {
  /// The departments of two projects; nil where they are not two.
  func departments(of pair: ProjectPair) -> DepartmentPair? {
    guard let one = department(of: pair.first), let other = department(of: pair.second),
      one != other
    else { return nil }
    return DepartmentPair(one, other)
  }

  /// The links that either project states to the other, in order.
  public func links(between pair: ProjectPair) -> [ResolvedLink] {
    linksFromProject[pair.first].filter { $0.target == pair.second }
      + linksFromProject[pair.second].filter { $0.target == pair.first }
  }
}
