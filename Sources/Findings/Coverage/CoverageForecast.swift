public import Portfolio

/// When the coverage of the guidelines ends, quarter by quarter, if nothing is added.
public struct CoverageForecast: Sendable, Hashable {
  /// From the quarter of the snapshot's day on.
  public let quarters: [Quarter]
  public let rows: [Row]

  public struct Row: Sendable, Hashable {
    /// Id and name of the guideline.
    public let id: String
    public let name: String
    public let isExpected: Bool
    /// For each quarter the ids of the projects that run on its last day: running ones that have
    /// not ended by then, and planned ones between their start and end. Where no end is known a
    /// project goes on; where no start is known a planned project does not count.
    public let running: [[String]]
    /// When the last project that runs today ends.
    public let lastEnd: CoverageOverview.LastEnd

    /// The first quarter at whose end nothing runs any more, after something has run.
    public func firstGap(in quarters: [Quarter]) -> Quarter? {
      guard let start = running.firstIndex(where: { !$0.isEmpty }),
        let gap = running[start...].firstIndex(where: \.isEmpty)
      else { return nil }
      return quarters[gap]
    }
  }

  /// - Parameter quarters: how many to look ahead, the present one included.
  public static func make(_ snapshot: Snapshot, quarters count: Int = 8) -> CoverageForecast {
    let first = Quarter(containing: snapshot.asOf)
    let quarters = (0..<count).map { first.advanced(by: $0) }
    let overview = CoverageOverview.make(snapshot)
    return CoverageForecast(
      quarters: quarters,
      rows: snapshot.guidelines.indices.map { guideline in
        let covered = overview.guidelines[guideline]
        let projects = snapshot.alignmentsOfGuideline[guideline].map(\.project)
        return Row(
          id: covered.id, name: covered.name, isExpected: covered.isExpected,
          running: quarters.map { quarter in
            projects.filter { runs($0, on: quarter.lastDay, in: snapshot) }
              .map { snapshot.projects[$0].id }
          },
          lastEnd: covered.lastRunningEnd)
      })
  }

  private static func runs(_ project: Int, on day: CalendarDay, in snapshot: Snapshot) -> Bool {
    if let end = snapshot.end(of: project), end < day { return false }
    switch snapshot.phase(of: project) {
    case .running: return true
    case .planned:
      guard let start = snapshot.projects[project].period?.start else { return false }
      return start.firstDay <= day
    case .idea, .unknown, .ended, .discontinued: return false
    }
  }
}
