internal import Portfolio

extension ContactExpectation {
  /// Everything for which two departments are expected to be in touch.
  ///
  /// - Parameter findings: of these, the network findings about two projects of different
  ///   departments count, unless they say what another reason says already.
  static func all(in snapshot: Snapshot, findings: [Finding]) -> [ContactExpectation] {
    var expectations =
      FoundationBypassed.expectations(in: snapshot) + verdicts(snapshot)
    let known = Set(expectations.compactMap(\.projects))
    expectations += findings.compactMap { recommended($0, in: snapshot) }
      .filter { $0.projects.map { !known.contains($0) } ?? false }
    return expectations + PartnerUncoordinated.expectations(in: snapshot)
      + Silo.expectations(in: snapshot)
  }

  /// The two projects that it is about, where it is about two.
  public var projects: ProjectPair? {
    switch reason {
    case .service(_, let project, let provider): ProjectPair(project, provider)
    case .projects(let pair, _), .verdict(let pair): pair
    case .theme, .partner: nil
    }
  }

  /// What verdicts ask for.
  private static func verdicts(_ snapshot: Snapshot) -> [ContactExpectation] {
    snapshot.decidedPairs.compactMap { pair in
      guard let cooperation = Cooperation(on: pair, in: snapshot),
        snapshot.isActive(pair.first), snapshot.isActive(pair.second),
        let departments = snapshot.departments(of: pair)
      else { return nil }
      // What one side has declined is for both to decide anew (network/cooperation-pending).
      if case .declined = cooperation.state { return nil }
      return ContactExpectation(
        departments: departments, reason: .verdict(pair), isMet: cooperation.state == .done)
    }
  }

  private static func recommended(
    _ finding: Finding, in snapshot: Snapshot
  ) -> ContactExpectation? {
    guard recommending.contains(finding.rule) else { return nil }
    let projects = finding.subjects.filter { $0.kind == .project }
      .compactMap { snapshot.projectTable[$0.id] }
    guard projects.count == 2, projects[0] != projects[1],
      let departments = snapshot.departments(of: ProjectPair(projects[0], projects[1]))
    else { return nil }
    let pair = ProjectPair(projects[0], projects[1])
    return ContactExpectation(
      departments: departments, reason: .projects(pair, finding: finding.fingerprint), isMet: false)
  }

  /// Rules that recommend to connect two projects of different departments.
  private static let recommending: Set<String> = [MissingLink.documentation.name]
}
