internal import Portfolio

extension ExpectedCoverage {
  /// Linear in the projects of the guidelines and themes that expect something.
  public static func make(_ snapshot: Snapshot) -> ExpectedCoverage {
    let counter = ContributionCounter(snapshot)
    let guidelines = snapshot.guidelines.indices.flatMap { guideline -> [Entry] in
      let record = snapshot.guidelines[guideline]
      guard !record.expects.isEmpty else { return [] }
      return entries(
        snapshot, Subject(.guideline, record.id), record.name, record.expects,
        declared: counter.declared(toGuideline: guideline),
        reviewed: counter.reviewed(toGuideline: guideline))
    }
    let themes = snapshot.themes.indices.flatMap { theme -> [Entry] in
      let record = snapshot.themes[theme]
      guard !record.expects.isEmpty else { return [] }
      return entries(
        snapshot, Subject(.theme, record.id), record.name, record.expects,
        declared: counter.declared(toTheme: theme), reviewed: counter.reviewed(toTheme: theme))
    }
    return ExpectedCoverage(entries: guidelines + themes)
  }

  private static func entries(
    _ snapshot: Snapshot, _ place: Subject, _ name: String, _ expectations: [Expectation],
    declared: Contributions, reviewed: Contributions
  ) -> [Entry] {
    let shares = (Shares(declared, in: snapshot), Shares(reviewed, in: snapshot))
    return snapshot.duties(expectations).map { duty in
      let ids = { (shares: Shares) in
        shares.representatives(of: duty.contributor).map { snapshot.projects[$0].id }
      }
      let (declared, reviewed) = (ids(shares.0), ids(shares.1))
      let contributor = snapshot.subject(of: duty.contributor)
      let waiver = snapshot.waiver(ofContributor: contributor, to: place)
      return Entry(
        place: place, placeName: name, contributor: contributor,
        contributorName: snapshot.name(of: duty.contributor), obligation: duty.obligation,
        minimum: duty.minimum, by: duty.by, isDue: duty.isDue, declared: declared,
        reviewed: reviewed, waiver: waiver,
        state: duty.state(contributions: declared.count, isWaived: waiver != nil))
    }
  }

  private struct Shares {
    private let departments: [Int: [Int]]
    private let themes: [Int: [Int]]

    init(_ contributions: Contributions, in snapshot: Snapshot) {
      departments = contributions.byDepartment(in: snapshot)
      themes = contributions.byTheme(in: snapshot)
    }

    func representatives(of contributor: Duty.Contributor) -> [Int] {
      switch contributor {
      case .department(let index): departments[index] ?? []
      case .theme(let index): themes[index] ?? []
      }
    }
  }
}

extension Duty {
  func state(contributions: Int, isWaived: Bool) -> ExpectedCoverage.State {
    switch obligation {
    case .exempt: .exempt
    case .may: contributions > 0 ? .fulfilled : .welcome
    case .must where contributions >= minimum: .fulfilled
    case .must where !isDue: .ahead
    case .must: isWaived ? .waived : .missing
    }
  }
}
