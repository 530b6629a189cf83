public import Findings
public import Portfolio

/// `dach network --format json`, version 1. Every number is the length of a list beside it.
public enum NetworkJSON {
  struct Document: Encodable {
    let version = 1
    let asOf: String
    let theme: String?
    let department: String?
    let departments: [Department]
    let connections: [Connection]
    /// Departments that are in touch, directly or through others.
    let groups: [[String]]?
    let structure: Structure?
    let findings: [FindingJSON]

    private enum CodingKeys: CodingKey {
      case version, asOf, theme, department, departments, connections, groups, structure, findings
    }
  }

  struct Department: Encodable {
    let id: String
    let name: String
    let contact: String?
    /// Active ones.
    let projects: Int
  }

  struct Connection: Encodable {
    struct Counts: Encodable {
      let links: Int
      let expected: Int
      let missing: Int
    }

    let departments: [String]
    let counts: Counts
    let links: [Link]
    let expected: [Expectation]
  }

  /// Two projects that are linked.
  struct Link: Encodable {
    struct Statement: Encodable {
      let source: String
      let target: String
      let kind: String
      let state: String
    }

    let projects: [String]
    /// Empty where a verdict says that they work together already.
    let statements: [Statement]
  }

  struct Expectation: Encodable {
    let reason: String
    let isMet: Bool
    let sentence: String
    let theme: String?
    let service: String?
    let partner: String?
    let projects: [String]?
    let finding: String?
  }

  struct Structure: Encodable {
    struct Component: Encodable {
      let departments: [String]
      let projects: [String]
    }

    struct Cycle: Encodable {
      /// In order of dependency.
      let circle: [String]
      let projects: [String]
    }

    let components: [Component]
    let articulationProjects: [String]
    let bridges: [[String]]
    let cycles: [Cycle]
  }

  /// - Parameter department: index of the only department whose connections are wanted.
  public static func render(
    _ analysis: NetworkAnalysis, department: Int? = nil, language: Language
  ) throws -> String {
    let (network, snapshot) = (analysis.network, analysis.snapshot)
    let connections = department.map(network.connections(of:)) ?? network.connections
    let shown = department.map { own in
      Set([own] + connections.compactMap { $0.departments.other(than: own) }).sorted()
    }
    let id = department.map { snapshot.departments[$0].id }
    return try JSONText.render(
      Document(
        asOf: snapshot.asOf.description, theme: analysis.theme.map { snapshot.themes[$0].id },
        department: id,
        departments: (shown ?? network.departments).map { Department($0, in: analysis) },
        connections: connections.map { Connection($0, in: analysis, language) },
        groups: department == nil
          ? network.groups.map { $0.map { snapshot.departments[$0].id } } : nil,
        structure: department == nil ? Structure(analysis.structure, in: snapshot) : nil,
        findings: analysis.findings.filter { finding in
          id.map(finding.departments.contains) ?? true
        }.map { FindingJSON($0, language: language) }))
  }
}

extension NetworkJSON.Department {
  init(_ department: Int, in analysis: NetworkAnalysis) {
    let record = analysis.snapshot.departments[department]
    self.init(
      id: record.id, name: record.name, contact: record.contact,
      projects: analysis.activeProjects(of: department))
  }
}

extension NetworkJSON.Connection {
  init(
    _ connection: DepartmentNetwork.Connection, in analysis: NetworkAnalysis, _ language: Language
  ) {
    let snapshot = analysis.snapshot
    let wording = NetworkWording(analysis: analysis, language: language)
    departments = [connection.departments.first, connection.departments.second]
      .map { snapshot.departments[$0].id }
    links = connection.links.map { NetworkJSON.Link($0, in: snapshot) }
    expected = connection.expectations.map {
      NetworkJSON.Expectation($0, in: snapshot, sentence: wording.sentence($0))
    }
    counts = Counts(
      links: links.count, expected: expected.count, missing: expected.count { !$0.isMet })
  }
}

extension NetworkJSON.Link {
  init(_ pair: ProjectPair, in snapshot: Snapshot) {
    projects = snapshot.ids(of: [pair.first, pair.second])
    statements = snapshot.links(between: pair).map {
      Statement(
        source: snapshot.projects[$0.source].id, target: snapshot.projects[$0.target].id,
        kind: $0.kind.rawValue, state: $0.state.rawValue)
    }
  }
}

extension NetworkJSON.Expectation {
  init(_ expectation: ContactExpectation, in snapshot: Snapshot, sentence: String) {
    var (theme, service, partner, finding): (String?, String?, String?, String?)
    var projects: [Int]?
    switch expectation.reason {
    case .theme(let index):
      (reason, theme) = ("theme", snapshot.themes[index].id)
    case .service(let index, let project, let provider):
      (reason, service, projects) = (
        "service", snapshot.services[index].id, [project, provider]
      )
    case .partner(let name, let all):
      (reason, partner) = ("partner", name)
      projects = all.filter {
        snapshot.department(of: $0).map { expectation.departments.other(than: $0) != nil } ?? false
      }
    case .projects(let pair, let fingerprint):
      (reason, projects, finding) = ("projects", [pair.first, pair.second], fingerprint)
    case .verdict(let pair):
      (reason, projects) = ("verdict", [pair.first, pair.second])
    }
    isMet = expectation.isMet
    self.sentence = sentence
    self.theme = theme
    self.service = service
    self.partner = partner
    self.projects = projects.map(snapshot.ids)
    self.finding = finding
  }
}

extension NetworkJSON.Structure {
  init(_ structure: NetworkStructure, in snapshot: Snapshot) {
    components = structure.components.map { component in
      Component(
        departments: component.departments.map { snapshot.departments[$0].id },
        projects: snapshot.ids(of: component.projects))
    }
    articulationProjects = snapshot.ids(of: structure.articulationProjects)
    bridges = structure.bridges.map { snapshot.ids(of: [$0.first, $0.second]) }
    cycles = structure.cycles.map {
      Cycle(circle: snapshot.ids(of: $0.circle), projects: snapshot.ids(of: $0.projects))
    }
  }
}

extension Snapshot {
  fileprivate func ids(of projects: [Int]) -> [String] { projects.map { self.projects[$0].id } }
}
