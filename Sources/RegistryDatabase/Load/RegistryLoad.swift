public import Portfolio

/// Reads the whole registry out of the database.
///
/// Everything comes from one unchanging view of the data, in the order in which a folder with the
/// same files would be read: by file (byte order of the path, records without a file last), then
/// by place in the file. A check of either gives the same result.
public struct RegistryLoad: Sendable {
  /// Whether archived projects are read as well.
  public var includesArchived: Bool

  /// The day whose state is read; nil for the present one.
  public var asOf: CalendarDay?

  public init(includesArchived: Bool = false, asOf: CalendarDay? = nil) {
    self.includesArchived = includesArchived
    self.asOf = asOf
  }

  /// - Throws: `DatabaseError`; `HistoryError` where the state of the day is not known.
  public func load(_ session: Session) throws -> Portfolio {
    try loadState(session).portfolio
  }

  /// The registry and the last change that it holds, so that a check can say what it has seen. Of
  /// an earlier state the change is not told.
  /// - Throws: as `load`.
  public func loadState(
    _ session: Session
  ) throws -> (portfolio: Portfolio, lastChange: ChangeMoment?) {
    try session.transaction(isolation: .repeatableRead, readOnly: true) {
      let lastChange = try asOf == nil ? session.lastChange() : nil
      if let asOf {
        try PastState(day: asOf, scope: AnalysisRuns.wholeRegistry).show(to: session)
      }
      return (try loadWithinTransaction(session), lastChange)
    }
  }

  /// The same within a transaction that has one unchanging view already.
  func loadWithinTransaction(_ session: Session) throws -> Portfolio {
    let projects = try ProjectLoad(session, includesArchived: includesArchived).projects()
    return Portfolio(
      strategy: try StrategyLoad(session).strategy(),
      departments: try StrategyLoad(session).departments(),
      subStrategies: try StrategyLoad(session).subStrategies(),
      participations: try ParticipationLoad(session).participations(),
      measures: try ParticipationLoad(session).measures(),
      projects: projects.filter { $0.merged == nil },
      mergedProjects: projects.filter { $0.merged != nil },
      verdicts: try DecisionLoad(session).verdicts(),
      waivers: try DecisionLoad(session).waivers())
  }
}

extension Session {
  /// The rows' values by the id in their first column.
  func grouped<Value>(
    _ sql: String, _ transform: (borrowing Row) throws -> Value
  ) throws -> [String: [Value]] {
    var groups: [String: [Value]] = [:]
    try query(sql) { row in
      groups[try row.decode(0), default: []].append(try transform(row))
    }
    return groups
  }
}
