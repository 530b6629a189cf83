internal import Portfolio

extension CoverageOverview {
  public static func make(_ snapshot: Snapshot) -> CoverageOverview {
    let counter = ContributionCounter(snapshot)
    return CoverageOverview(
      guidelines: snapshot.guidelines.indices.map { guideline in
        let record = snapshot.guidelines[guideline]
        return row(
          snapshot, id: record.id, name: record.name,
          projects: snapshot.alignmentsOfGuideline[guideline].map(\.project),
          declared: counter.declared(toGuideline: guideline),
          reviewed: counter.reviewed(toGuideline: guideline),
          isExpected: snapshot.isExpected(record.expects))
      },
      themes: snapshot.themes.indices.map { theme in
        let record = snapshot.themes[theme]
        return row(
          snapshot, id: record.id, name: record.name,
          projects: snapshot.projectsOfTheme[theme], declared: counter.declared(toTheme: theme),
          reviewed: counter.reviewed(toTheme: theme),
          isExpected: snapshot.isExpected(record.expects))
      },
      strategies: snapshot.subStrategies.indices.map { strategy in
        let record = snapshot.subStrategies[strategy]
        return row(
          snapshot, id: record.id, name: record.name,
          projects: snapshot.projectsOfStrategy[strategy],
          declared: counter.declared(toStrategy: strategy),
          reviewed: counter.reviewed(toStrategy: strategy),
          isExpected: StrategyEmpty.isInForce(record, on: snapshot.asOf))
      })
  }

  /// - Parameter projects: all of them; those that end last need not stand for their undertaking.
  private static func row(
    _ snapshot: Snapshot, id: String, name: String, projects: some Sequence<Int>,
    declared: Contributions, reviewed: Contributions, isExpected: Bool
  ) -> Row {
    Row(
      id: id, name: name, declared: PhaseCounts(declared.representatives, in: snapshot),
      reviewed: PhaseCounts(reviewed.representatives, in: snapshot),
      merged: declared.merged.map { snapshot.projects[$0].id }, isExpected: isExpected,
      lastRunningEnd: lastRunningEnd(projects, in: snapshot))
  }

  private static func lastRunningEnd(
    _ projects: some Sequence<Int>, in snapshot: Snapshot
  ) -> LastEnd {
    var last: CalendarDay?
    for project in projects where snapshot.phase(of: project) == .running {
      guard let end = snapshot.end(of: project) else { return .open }
      last = last.map { max($0, end) } ?? end
    }
    return last.map(LastEnd.ends) ?? .nothingRunning
  }
}

extension CoverageOverview.PhaseCounts {
  fileprivate init(_ projects: some Sequence<Int>, in snapshot: Snapshot) {
    self.init()
    for project in projects {
      let id = snapshot.projects[project].id
      switch snapshot.phase(of: project) {
      case .idea: idea.append(id)
      case .planned: planned.append(id)
      case .running: running.append(id)
      case .ended: completed.append(id)
      case .unknown: unknown.append(id)
      case .discontinued: break
      }
    }
  }
}

extension Snapshot {
  /// Whether the steward has reviewed any of the project's alignments in its present revision.
  func isReviewed(_ project: Int) -> Bool {
    alignmentsOfProject[project].contains { $0.isReviewed && $0.isCurrent }
  }
}
