/// The undertakings that are likely registered more than once, each as one group however many
/// records it has, and the pairs that could be bundled.
public struct DuplicateGroups: Sendable {
  /// Records of one undertaking, as far as undecided pairs connect them.
  public struct Group: Sendable, Hashable {
    /// Places in the snapshot's list of projects, ascending.
    public let projects: [Int]
    /// The pairs that connect them, the likeliest first.
    public let pairs: [ExplainedPair]
    /// That of the likeliest pair.
    public var score: Double { pairs.first?.score ?? 0 }
  }

  /// The likeliest first.
  public let groups: [Group]
  /// Different undertakings that one joint project could serve, the likeliest first.
  public let bundles: [ExplainedPair]

  /// - Parameter projects: only groups and pairs with one of these; all where nil.
  public init(_ snapshot: Snapshot, concerning projects: Set<Int>? = nil) {
    let analysis = snapshot.pairs
    func explained(_ judgement: PairJudgement) -> [ExplainedPair] {
      analysis.comparisons(judgement).map { ExplainedPair($0, in: snapshot) }
        .sorted { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
    }
    func concerns(_ places: [Int]) -> Bool {
      projects.map { !$0.isDisjoint(with: places) } ?? true
    }
    groups = Self.connected(explained(.duplicate)).filter { concerns($0.projects) }
    bundles = explained(.bundleCandidate).filter { concerns([$0.left, $0.right]) }
  }

  /// The connected components of the pairs, in order of their first pair.
  private static func connected(_ pairs: [ExplainedPair]) -> [Group] {
    var roots: [Int: Int] = [:]
    func root(of project: Int) -> Int {
      var root = project
      while let next = roots[root], next != root { root = next }
      return root
    }
    for pair in pairs { roots[root(of: pair.right)] = root(of: pair.left) }
    var order: [Int] = []
    var members: [Int: [ExplainedPair]] = [:]
    for pair in pairs {
      let root = root(of: pair.left)
      if members[root] == nil { order.append(root) }
      members[root, default: []].append(pair)
    }
    return order.map { root in
      let pairs = members[root] ?? []
      return Group(projects: Set(pairs.flatMap { [$0.left, $0.right] }).sorted(), pairs: pairs)
    }
  }
}
