public import Portfolio

/// What has become of a decision that two projects' departments shall work together.
public struct Cooperation: Sendable, Hashable {
  public enum State: Sendable, Hashable {
    /// One department has decided it; the other, by index, has not answered.
    case proposed(awaiting: Int?)
    /// Both have agreed, or somebody decided it for both.
    case agreed
    case declined(Refusal)
    /// There is a link, or both are parts of one project.
    case done
  }

  public let pair: ProjectPair
  public let verdict: Verdict
  public let state: State

  /// Nil where the latest verdict is another one.
  public init?(on pair: ProjectPair, in snapshot: Snapshot) {
    guard let verdict = snapshot.networkVerdict(on: pair), verdict.outcome == .cooperate else {
      return nil
    }
    self.pair = pair
    self.verdict = verdict
    let owners = [snapshot.department(of: pair.first), snapshot.department(of: pair.second)]
    let decider = verdict.by.flatMap { snapshot.departmentTable[$0] }
    state =
      if snapshot.areLinked(pair.first, pair.second) || Self.haveCommonWhole(pair, snapshot) {
        .done
      } else if let refusal = verdict.declined {
        .declined(refusal)
      } else if verdict.confirmed == nil, let decider, owners[0] != owners[1],
        owners.contains(decider)
      {
        .proposed(awaiting: owners.first { $0 != decider } ?? nil)
      } else {
        .agreed
      }
  }

  private static func haveCommonWhole(_ pair: ProjectPair, _ snapshot: Snapshot) -> Bool {
    func wholes(_ project: Int) -> [Int] {
      snapshot.linksFromProject[project].filter { $0.kind == .partOf }.map(\.target)
    }
    let other = wholes(pair.second)
    return wholes(pair.first).contains(where: other.contains)
  }
}
