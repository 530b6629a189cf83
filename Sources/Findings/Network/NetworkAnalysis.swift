internal import Portfolio

/// What `dach network` shows: who works with whom, who should, and the shape of it all; of the whole
/// city or of one theme.
public struct NetworkAnalysis: Sendable {
  public let snapshot: Snapshot
  /// Only projects of this theme, by index.
  public let theme: Int?
  public let network: DepartmentNetwork
  public let structure: NetworkStructure
  /// The network findings about projects or departments in scope, in order.
  public let findings: [Finding]
  /// Linked projects of which the other side has yet to confirm the link (network/unconfirmed-link).
  public let unconfirmed: Set<ProjectPair>
  /// Places in `findings` by fingerprint.
  private let places: [String: Int]

  /// Every rule about the network: what is missing is what they find.
  public static var rules: [any Rule.Type] { Rules.network }

  /// - Parameters:
  ///   - result: a check of the snapshot by `rules`.
  ///   - theme: only projects of this theme, by index.
  public init(_ snapshot: Snapshot, findings result: CheckResult, theme: Int? = nil) {
    self.snapshot = snapshot
    self.theme = theme
    network = DepartmentNetwork.make(snapshot, findings: result, theme: theme)
    structure = NetworkStructure.make(snapshot, theme: theme)
    let scope = ThemeScope(snapshot: snapshot, theme: theme)
    findings = result.findings.filter { $0.category == .network && scope.contains($0) }
    places = Dictionary(
      findings.enumerated().map { ($1.fingerprint, $0) }, uniquingKeysWith: { first, _ in first })
    unconfirmed = Set(
      findings.filter { $0.rule == UnconfirmedLink.documentation.name }.compactMap { finding in
        let projects = finding.subjects.compactMap { snapshot.projectTable[$0.id] }
        return projects.count == 2 ? ProjectPair(projects[0], projects[1]) : nil
      })
  }

  /// The findings of a rule, e.g. `network/single-bridge`.
  public func findings(of rule: String) -> [Finding] { findings.filter { $0.rule == rule } }

  /// The finding with this fingerprint.
  public func finding(_ fingerprint: String) -> Finding? {
    places[fingerprint].map { findings[$0] }
  }

  /// Active projects in scope that belong to no department, so that the matrix cannot show them.
  public var projectsWithoutDepartment: Int {
    let scope = ThemeScope(snapshot: snapshot, theme: theme)
    return snapshot.activeProjects.count {
      snapshot.department(of: $0) == nil && scope.contains($0)
    }
  }

  /// How many active projects in scope a department has.
  public func activeProjects(of department: Int) -> Int {
    let scope = ThemeScope(snapshot: snapshot, theme: theme)
    return snapshot.projectsOfDepartment[department].count {
      snapshot.isActive($0) && scope.contains($0)
    }
  }
}

extension ThemeScope {
  /// Whether one of the finding's projects is in scope, or the theme itself is flagged; findings
  /// about neither are about the whole city.
  fileprivate func contains(_ finding: Finding) -> Bool {
    guard let theme else { return true }
    return finding.subjects.contains { subject in
      switch subject.kind {
      case .project: snapshot.projectTable[subject.id].map { contains($0) } ?? false
      case .theme: snapshot.themeTable[subject.id] == theme
      default: false
      }
    }
  }
}
