public import Portfolio
public import TextMatching

/// Compares the projects of a list with each other, or with those of another list or a registry,
/// by the same evidence as the check, whatever has been linked or decided.
public struct ListMatching: Sendable {
  /// Two projects that may be the same undertaking.
  public struct Match: Sendable, Hashable {
    /// Places in the portfolio's list of projects.
    public let left: Int
    public let right: Int
    /// The score's log-odds.
    var logOdds: Double

    /// Probability that both are the same undertaking, 0…1.
    public var score: Double { 1 / (1 + exponential(-logOdds)) }
  }

  /// Best first, equal ones by place.
  public let matches: [Match]
  /// Projects that were not compared with all others, because more than `largestCrowd` have their
  /// very text: each is paired with the first of them instead.
  public let crowded: Int

  /// More projects than this with one text would give a list that grows with their square.
  static let largestCrowd = 50
  /// How much further down than a check a list is searched, in cosines: there a person ranks, and
  /// reads on as far as it is worth the while.
  private static let patience = 0.08
  private static let leastSimilarity = 0.03

  /// - Parameters:
  ///   - split: where nil, all projects are compared with each other; else those before it with
  ///     those from it on.
  ///   - threshold: the least score of a match.
  ///   - vectors: see `Snapshot`.
  public init(
    _ portfolio: Portfolio, asOf day: CalendarDay, split: Int?, threshold: Double,
    vectors: TextVectors? = nil
  ) {
    let crowds = TextCrowds(portfolio.projects, atMost: Self.largestCrowd)
    var matches = Self.matches(of: crowds.kept, portfolio, day, vectors)
    for crowd in crowds.crowds { matches += Self.matchesWithFirst(of: crowd, portfolio, day, vectors) }
    if let split {
      matches.removeAll { ($0.left < split) == ($0.right < split) }
      Self.preferBest(&matches)
    }
    matches.removeAll { $0.score < threshold }
    self.matches = matches.sorted {
      ($1.logOdds, $0.left, $0.right) < ($0.logOdds, $1.left, $1.right)
    }
    crowded = crowds.crowds.reduce(0) { $0 + $1.count - 1 }
  }

  /// A project of one list has hardly more than one counterpart in the other, so a pair loses as
  /// much as the best pair of either project is ahead of it.
  private static func preferBest(_ matches: inout [Match]) {
    var best: [Int: Double] = [:]
    for match in matches {
      for project in [match.left, match.right] {
        best[project] = max(best[project] ?? -.infinity, match.logOdds)
      }
    }
    for index in matches.indices {
      let match = matches[index]
      let bestOfBoth = max(best[match.left] ?? 0, best[match.right] ?? 0)
      matches[index].logOdds -= bestOfBoth - match.logOdds
    }
  }

  /// All pairs among the projects at `places` that have anything to do with each other.
  private static func matches(
    of places: [Int]?, _ portfolio: Portfolio, _ day: CalendarDay, _ vectors: TextVectors?
  ) -> [Match] {
    let snapshot = snapshot(of: places, portfolio, day, vectors)
    let usual = PairAnalysis.threshold(count: snapshot.projects.count)
    let analysis = PairAnalysis(snapshot, textThreshold: max(usual - patience, leastSimilarity))
    return analysis.pairs.map { Match($0, places: places) }
  }

  /// The first project with each of the others.
  private static func matchesWithFirst(
    of places: [Int], _ portfolio: Portfolio, _ day: CalendarDay, _ vectors: TextVectors?
  ) -> [Match] {
    let context = PairContext(snapshot(of: places, portfolio, day, vectors))
    // Among themselves all are alike; to others each is as its first, which has been compared.
    let neighbourhoods = Neighbourhoods(
      [], count: places.count, threshold: PairAnalysis.threshold(count: portfolio.projects.count))
    return places.indices.dropFirst().map { other in
      let candidate = PairCandidate(pair: ProjectPair(0, other), text: 1)
      return Match(PairComparison(candidate, in: context, neighbourhoods), places: places)
    }
  }

  private static func snapshot(
    of places: [Int]?, _ portfolio: Portfolio, _ day: CalendarDay, _ vectors: TextVectors?
  ) -> Snapshot {
    guard let places else { return Snapshot(portfolio, asOf: day, vectors: vectors) }
    var part = portfolio
    part.projects = places.map { portfolio.projects[$0] }
    return Snapshot(part, asOf: day, vectors: vectors)
  }
}

extension ListMatching.Match {
  fileprivate init(_ comparison: PairComparison, places: [Int]?) {
    let pair = comparison.pair
    left = places.map { $0[pair.first] } ?? pair.first
    right = places.map { $0[pair.second] } ?? pair.second
    logOdds = comparison.duplicateScore.logOdds
  }
}

/// Projects that share one title and summary, where they are too many to compare each with each.
struct TextCrowds {
  /// Each crowd's projects, the first first.
  let crowds: [[Int]]
  /// The projects that are in no crowd, and each crowd's first; nil where that is all.
  let kept: [Int]?

  private struct Text: Hashable {
    let title: String
    let summary: String?
  }

  init(_ projects: [Project], atMost limit: Int) {
    var placesOfText: [Text: [Int]] = [:]
    for (place, project) in projects.enumerated() {
      placesOfText[Text(title: project.title, summary: project.summary), default: []].append(place)
    }
    crowds = placesOfText.values.filter { $0.count > limit }.sorted { $0[0] < $1[0] }
    let dropped = Set(crowds.flatMap { $0.dropFirst() })
    kept = dropped.isEmpty ? nil : projects.indices.filter { !dropped.contains($0) }
  }
}
