public import Portfolio

extension Snapshot {
  public func phase(of project: Int) -> ProjectPhase { columns.phases[project] }

  /// An idea, planned, running, or of unknown status without an ended period.
  public func isActive(_ project: Int) -> Bool { columns.phases[project].isActive }

  public var activeProjects: some Sequence<Int> {
    portfolio.projects.indices.lazy.filter { self.isActive($0) }
  }

  /// Index of the owning department.
  public func department(of project: Int) -> Int? {
    let department = columns.departments[project]
    return department < 0 ? nil : Int(department)
  }

  /// Index of the sub-strategy.
  public func strategy(of project: Int) -> Int? {
    let strategy = columns.strategies[project]
    return strategy < 0 ? nil : Int(strategy)
  }

  /// The last day on which it may still run, where the end is known.
  public func end(of project: Int) -> CalendarDay? { projects[project].period?.end?.lastDay }

  /// Whether two projects belong to two different known departments.
  public func crossesDepartments(_ one: Int, _ other: Int) -> Bool {
    guard let left = department(of: one), let right = department(of: other) else { return false }
    return left != right
  }

  /// Whether one of the two has said no to a link that the other states.
  public func isDeclined(_ pair: ProjectPair) -> Bool {
    declinedLinks[pair.first].contains { $0.target == pair.second }
      || declinedLinks[pair.second].contains { $0.target == pair.first }
  }

  /// Whether either project states a link to the other that has not been declined.
  public func areLinked(_ one: Int, _ other: Int) -> Bool {
    linksFromProject[one].contains { $0.target == other }
      || linksFromProject[other].contains { $0.target == one }
  }

  /// The verdicts on a pair that stand, the one that counts last.
  public func verdicts(on pair: ProjectPair) -> [Verdict] {
    (decisions.verdicts[pair] ?? []).map { portfolio.verdicts[$0] }
  }

  /// The verdicts on a pair that counted until one of the two changed.
  public func reopenedVerdicts(on pair: ProjectPair) -> [ReopenedVerdict] {
    decisions.reopened[pair] ?? []
  }

  /// The latest verdict on whether the two are the same undertaking.
  public func duplicateVerdict(on pair: ProjectPair) -> Verdict? {
    verdicts(on: pair).last { $0.outcome.settlesDuplicate }
  }

  /// The latest verdict on whether the two are to work together.
  public func networkVerdict(on pair: ProjectPair) -> Verdict? {
    verdicts(on: pair).last { !$0.outcome.settlesDuplicate }
  }

  /// The pairs on which any verdict stands, in order.
  public var decidedPairs: [ProjectPair] { decisions.verdicts.keys.sorted() }

  /// The projects with which a verdict on this one has been reached.
  public func decidedPartners(of project: Int) -> [Int] { decisions.partners[project] ?? [] }

  /// The projects with which a verdict on this one stands or is open again.
  func decisionPartners(of project: Int) -> [Int] {
    let reopened = decisions.reopened.keys.compactMap { pair in
      pair.first == project ? pair.second : pair.second == project ? pair.first : nil
    }
    return Set(decidedPartners(of: project) + reopened).sorted()
  }

  /// The links stated by a project, those to the same target together, in order of the first.
  func linksByTarget(from project: Int) -> [[ResolvedLink]] {
    let links = linksFromProject[project]
    if links.count < 2 { return links.isEmpty ? [] : [Array(links)] }
    var places: [Int: Int] = [:]
    var groups: [[ResolvedLink]] = []
    for link in links {
      if let place = places[link.target] {
        groups[place].append(link)
      } else {
        places[link.target] = groups.count
        groups.append([link])
      }
    }
    return groups
  }
}
