internal import Portfolio

extension CoverageOverview {
  public static func make(_ snapshot: Snapshot) -> CoverageOverview {
    let counter = ContributionCounter(snapshot)
    return CoverageOverview(
      guidelines: snapshot.guidelines.indices.map { guideline(snapshot, $0, counter) },
      themes: snapshot.themes.indices.map { theme in
        let record = snapshot.themes[theme]
        return row(
          snapshot, id: record.id, name: record.name, projects: snapshot.projectsOfTheme[theme],
          isExpected: snapshot.isExpected(record.expects))
      },
      strategies: snapshot.subStrategies.indices.map { strategy in
        let record = snapshot.subStrategies[strategy]
        return row(
          snapshot, id: record.id, name: record.name,
          projects: snapshot.projectsOfStrategy[strategy],
          isExpected: StrategyEmpty.isInForce(record, on: snapshot.asOf))
      })
  }

  private static func guideline(
    _ snapshot: Snapshot, _ guideline: Int, _ counter: ContributionCounter
  ) -> Row {
    let record = snapshot.guidelines[guideline]
    let declared = counter.declared(toGuideline: guideline)
    let reviewed = counter.reviewed(toGuideline: guideline)
    return Row(
      id: record.id, name: record.name,
      declared: PhaseCounts(declared.representatives, in: snapshot),
      reviewed: PhaseCounts(reviewed.representatives, in: snapshot),
      merged: declared.merged.map { snapshot.projects[$0].id },
      isExpected: snapshot.isExpected(record.expects),
      // Of an undertaking that counts once, a part may run longest.
      lastRunningEnd: lastRunningEnd(
        snapshot.alignmentsOfGuideline[guideline].map(\.project), in: snapshot))
  }

  private static func row(
    _ snapshot: Snapshot, id: String, name: String, projects: ArraySlice<Int>, isExpected: Bool
  ) -> Row {
    Row(
      id: id, name: name, declared: PhaseCounts(projects, in: snapshot),
      reviewed: PhaseCounts(projects.filter { snapshot.isReviewed($0) }, in: snapshot),
      merged: [], isExpected: isExpected, lastRunningEnd: lastRunningEnd(projects, in: snapshot))
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
