internal import Portfolio

/// Which departments work together, and which should: the picture behind the function "networking".
public struct DepartmentNetwork: Sendable, Hashable {
  /// Indices of the departments that have projects, in order.
  public let departments: [Int]
  /// In order of the departments.
  public let connections: [Connection]

  /// Two departments that are connected, or should be.
  public struct Connection: Sendable, Hashable {
    /// Indices of the departments, the smaller first.
    public let first: Int
    public let second: Int
    /// Pairs of their projects that are linked, in either direction or both.
    public var links: [ProjectPair] = []
    /// Fingerprints of the findings that recommend to connect projects of the two.
    public var recommended: [String] = []
  }

  /// Departments with projects that no link connects to another.
  public var unconnected: [Int] {
    let connected = Set(connections.filter { !$0.links.isEmpty }.flatMap { [$0.first, $0.second] })
    return departments.filter { !connected.contains($0) }
  }

  /// - Parameter result: a check of the snapshot by the rules that recommend links.
  public static func make(_ snapshot: Snapshot, findings result: CheckResult) -> DepartmentNetwork {
    var connections: [DepartmentContacts.Pair: Connection] = [:]
    func change(_ one: Int, _ other: Int, _ body: (inout Connection) -> Void) {
      let pair = DepartmentContacts.Pair(one, other)
      body(&connections[pair, default: Connection(first: pair.first, second: pair.second)])
    }
    for project in snapshot.projects.indices {
      for link in snapshot.linksFromProject[project] {
        guard let one = snapshot.department(of: project),
          let other = snapshot.department(of: link.target), one != other
        else { continue }
        let linked = ProjectPair(project, link.target)
        change(one, other) { if !$0.links.contains(linked) { $0.links.append(linked) } }
      }
    }
    for finding in result.findings where recommending.contains(finding.rule) {
      let departments = finding.departments.compactMap { snapshot.departmentTable[$0] }
      guard departments.count == 2, departments[0] != departments[1] else { continue }
      change(departments[0], departments[1]) { $0.recommended.append(finding.fingerprint) }
    }
    return DepartmentNetwork(
      departments: snapshot.departments.indices.filter {
        !snapshot.projectsOfDepartment[$0].isEmpty
      },
      connections: connections.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
  }

  /// Rules that recommend to connect projects of two departments.
  private static let recommending: Set<String> = [
    MissingLink.documentation.name, FoundationBypassed.documentation.name,
    Silo.documentation.name, PartnerUncoordinated.documentation.name,
  ]
}
