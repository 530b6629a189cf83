internal import Portfolio

/// Where a project stands on the day of the snapshot.
public enum ProjectPhase: UInt8, Sendable, CaseIterable {
  case idea, planned, running
  /// No status is given and its period has not ended: counted as active until someone says more.
  case unknown
  /// Completed; or no status is given and its period is over.
  case ended
  case discontinued

  init(_ project: Project, asOf day: CalendarDay) {
    switch project.status {
    case .idea: self = .idea
    case .planned: self = .planned
    case .running: self = .running
    case .completed: self = .ended
    case .discontinued: self = .discontinued
    case nil:
      if let end = project.period?.end, end.lastDay < day { self = .ended } else { self = .unknown }
    }
  }

  /// An idea, planned, running, or of unknown status without an ended period.
  public var isActive: Bool { self != .ended && self != .discontinued }

  /// Whether work is planned or under way, as opposed to an idea.
  public var isUnderWay: Bool { isActive && self != .idea }

  /// Completed projects have contributed, so they cover; discontinued ones do not.
  public var countsForCoverage: Bool { self != .discontinued }
}
