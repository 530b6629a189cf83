internal import Portfolio

/// What the strategy asks of one department or theme on the day of the snapshot: all expectations
/// of a guideline or theme that name it, taken together.
struct Duty: Sendable {
  enum Contributor: Sendable, Hashable {
    /// By index.
    case department(Int)
    case theme(Int)
  }

  let contributor: Contributor
  let obligation: Expectation.Obligation
  /// Fewest contributions: the highest number that is due; where none is, of what is due first.
  let minimum: Int
  let by: PartialDate?
  /// Whether it is a must whose date, if any, has passed.
  let isDue: Bool
}

extension Snapshot {
  /// The duties that expectations amount to, in the order in which contributors are first named;
  /// contributors that are not registered are left out.
  ///
  /// Who is exempt is exempt, whatever else is said; a must counts before a may.
  func duties(_ expectations: [Expectation]) -> [Duty] {
    var contributors: [Duty.Contributor] = []
    var grouped: [Duty.Contributor: [Expectation]] = [:]
    for expectation in expectations {
      guard let contributor = resolve(expectation.contributor) else { continue }
      if grouped[contributor] == nil { contributors.append(contributor) }
      grouped[contributor, default: []].append(expectation)
    }
    return contributors.map { duty(of: $0, grouped[$0] ?? []) }
  }

  private func duty(of contributor: Duty.Contributor, _ expectations: [Expectation]) -> Duty {
    let exempt = expectations.first { $0.obligation == .exempt }
    let musts = expectations.filter { $0.obligation == .must }
    let due = musts.filter(isDue)
    if exempt == nil, !due.isEmpty {
      return Duty(
        contributor: contributor, obligation: .must, minimum: due.map(\.minimum).max() ?? 1,
        by: due.compactMap(\.by).max { $0.lastDay < $1.lastDay }, isDue: true)
    }
    let next = musts.min { day(of: $0) < day(of: $1) }
    guard let stated = exempt ?? next ?? expectations.first else {
      return Duty(
        contributor: contributor, obligation: .may, minimum: 1, by: nil, isDue: false)
    }
    return Duty(
      contributor: contributor, obligation: stated.obligation, minimum: stated.minimum,
      by: stated.by, isDue: false)
  }

  private func day(of expectation: Expectation) -> Int32 {
    expectation.by?.lastDay.daysSinceEpoch ?? .min
  }

  /// Whether the expectation binds today: it is a must, and its date, if any, has passed.
  private func isDue(_ expectation: Expectation) -> Bool {
    guard expectation.obligation == .must else { return false }
    guard let by = expectation.by else { return true }
    return by.lastDay < asOf
  }

  private func resolve(_ contributor: Expectation.Contributor) -> Duty.Contributor? {
    switch contributor {
    case .department(let id): departmentTable[id].map(Duty.Contributor.department)
    case .theme(let id): themeTable[id].map(Duty.Contributor.theme)
    }
  }

  func subject(of contributor: Duty.Contributor) -> Subject {
    switch contributor {
    case .department(let index): departmentSubject(index)
    case .theme(let index): Subject(.theme, themes[index].id)
    }
  }

  func name(of contributor: Duty.Contributor) -> String {
    switch contributor {
    case .department(let index): departments[index].name
    case .theme(let index): themes[index].name
    }
  }
}
