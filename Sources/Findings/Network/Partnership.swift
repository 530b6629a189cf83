internal import Portfolio

/// An outside partner and the active projects that work with it.
struct Partnership {
  /// The levelled name.
  let key: String
  /// As first written.
  let name: String
  /// Those that belong to a department, ascending.
  let projects: [Int]

  /// All partners in order of their keys, without state and federal bodies, which mostly just fund,
  /// and without the city's own departments and offices.
  static func all(in snapshot: Snapshot) -> [Partnership] {
    let own = ownNames(snapshot)
    var names: [String: String] = [:]
    var projects: [String: [Int]] = [:]
    for project in snapshot.activeProjects where snapshot.department(of: project) != nil {
      for partner in snapshot.projects[project].partners {
        if partner.sector == .state || partner.sector == .federal { continue }
        let key = PartnerName.normalised(partner.name)
        if key.isEmpty || own.contains(key) { continue }
        if names[key] == nil { names[key] = partner.name }
        if projects[key]?.last != project { projects[key, default: []].append(project) }
      }
    }
    return names.sorted { $0.key < $1.key }.map {
      Partnership(key: $0.key, name: $0.value, projects: projects[$0.key] ?? [])
    }
  }

  private static func ownNames(_ snapshot: Snapshot) -> Set<String> {
    var names: Set<String> = []
    for department in snapshot.departments {
      let written = [department.name] + department.aliases
      let offices = department.offices.flatMap { [$0.name] + $0.aliases }
      names.formUnion((written + offices).map(PartnerName.normalised))
    }
    return names
  }

  /// Whether links or verdicts between the partner's projects join all of its departments.
  func isCoordinated(in snapshot: Snapshot) -> Bool {
    snapshot.owners(of: projects).count < 2 || Set(departmentSets(in: snapshot).values).count == 1
  }

  /// For each department the one that stands for all that are joined with it, directly or through
  /// others, by links between the partner's projects or by the verdict that two of them work
  /// together already or need not. Who has declined a link knows of the other, too.
  func departmentSets(in snapshot: Snapshot) -> [Int: Int] {
    let members = Set(projects)
    var sets = ConnectedSets<Int>()
    func join(_ one: Int, _ other: Int) {
      if let left = snapshot.department(of: one), let right = snapshot.department(of: other) {
        sets.join(left, right)
      }
    }
    for project in projects {
      let links = [snapshot.linksFromProject[project], snapshot.declinedLinks[project]].joined()
      for link in links where members.contains(link.target) { join(project, link.target) }
      for other in snapshot.decidedPartners(of: project) where members.contains(other) {
        let outcome = snapshot.networkVerdict(on: ProjectPair(project, other))?.outcome
        if outcome == .alreadyDo || outcome == .notNeeded { join(project, other) }
      }
    }
    return Dictionary(
      uniqueKeysWithValues: snapshot.owners(of: projects).map {
        ($0, sets.representative(of: $0))
      })
  }

  /// Two of the projects whose departments nothing joins: the first, and the next one apart from it.
  func separatedPair(in snapshot: Snapshot) -> [Int] {
    let sets = departmentSets(in: snapshot)
    func set(_ project: Int) -> Int? { snapshot.department(of: project).flatMap { sets[$0] } }
    let first = projects[0]
    return [first] + projects.filter { set($0) != set(first) }.prefix(1)
  }
}
