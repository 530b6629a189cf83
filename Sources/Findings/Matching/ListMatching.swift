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

    fileprivate var odds: Double { exponential(logOdds) }
  }

  /// Best first, equal ones by place.
  public let matches: [Match]
  /// Projects that were not compared with all others, because more than `largestCrowd` have their
  /// very text: each is paired with the first of them instead.
  public let crowded: Int
  /// Whether all pairs are here that are alike enough to be compared. Of more than some millions
  /// only those are compared that are most alike.
  public let isComplete: Bool
  /// How many pairs the join of the texts compared beyond a bound: its cost with a longer list.
  public let candidates: Int
  /// The least cosine at which two texts are compared, see `PairAnalysis.textThreshold`.
  public let textThreshold: Double

  /// More projects than this with one text would give a list that grows with their square.
  static let largestCrowd = 50
  /// The same in a long list, whose memory has to suffice for all crowds that are just not too
  /// large.
  static let largestCrowdOfLongList = 10

  /// - Parameters:
  ///   - split: where nil, all projects are compared with each other; else those before it with
  ///     those from it on.
  ///   - threshold: the least score of a match.
  ///   - vectors: see `Snapshot`.
  ///   - progress: told which share of the comparison is done; on any thread.
  public init(
    _ portfolio: Portfolio, asOf day: CalendarDay, split: Int?, threshold: Double,
    vectors: TextVectors? = nil, progress: (@Sendable (_ share: Double) -> Void)? = nil
  ) {
    let isLong = portfolio.projects.count > ProjectTexts.longestShortList
    let crowds = TextCrowds(
      portfolio.projects, atMost: isLong ? Self.largestCrowdOfLongList : Self.largestCrowd)
    let choice = Choice(split: split, threshold: threshold)
    let search = PairSearch(
      Self.snapshot(of: crowds.kept, portfolio, day, vectors), reach: .list,
      progress: progress)
    var matches = search.compare { choice.match($0, places: crowds.kept) }
    // One by one, unless there may be very many.
    let batches = isLong ? [crowds.crowds] : crowds.crowds.map { [$0] }
    for crowds in batches where !crowds.isEmpty {
      matches += Self.matchesWithFirst(
        of: crowds, portfolio, day, choice, calibration: search.calibration)
    }
    if split != nil {
      Self.letCompete(&matches)
      matches.removeAll { $0.score < threshold }
    }
    matches.sort { ($1.logOdds, $0.left, $0.right) < ($0.logOdds, $1.left, $1.right) }
    self.matches = matches
    isComplete = search.isComplete
    candidates = search.textCandidates
    textThreshold = search.textThreshold
    crowded = crowds.crowds.reduce(0) { $0 + $1.count - 1 }
  }

  /// Which pairs are listed.
  private struct Choice: Sendable {
    let split: Int?
    let threshold: Double

    /// Nil where the pair is not asked for. Between two lists an unlikely pair, too, competes.
    func match(_ comparison: PairComparison, places: [Int]?) -> Match? {
      let match = Match(comparison, places: places)
      if let split { return (match.left < split) == (match.right < split) ? nil : match }
      return match.score < threshold ? nil : match
    }
  }

  /// How often, where a project has a counterpart in the other list, it has a second one: lists
  /// hold few duplicates of their own.
  private static let secondCounterparts = 0.1

  /// A project of one list has hardly more than one counterpart in the other, so the pairs of a
  /// project compete.
  ///
  /// Where all other pairs of both projects have odds of `o` together, these pairs are ruled out
  /// with odds of `1 : o`, but for `secondCounterparts`: Bayes' theorem for the hypotheses "this
  /// pair", "one of the others" and "none" (M. Fortini et al., "On Bayesian record linkage",
  /// 2001).
  private static func letCompete(_ matches: inout [Match]) {
    var odds: [Int: Double] = [:]
    for match in matches {
      for project in [match.left, match.right] {
        odds[project, default: 0] += match.odds
      }
    }
    for index in matches.indices {
      let match = matches[index]
      let others = [match.left, match.right].reduce(0) {
        $0 + max((odds[$1] ?? 0) - match.odds, 0)
      }
      matches[index].logOdds -= logarithm(1 + secondCounterparts * others)
    }
  }

  /// The first project of each crowd with each of its others.
  private static func matchesWithFirst(
    of crowds: [[Int]], _ portfolio: Portfolio, _ day: CalendarDay, _ choice: Choice,
    calibration: ScoreCalibration
  ) -> [Match] {
    let places = crowds.flatMap { $0 }
    // Their texts are equal; what they mean tells nothing new.
    let context = PairContext(snapshot(of: places, portfolio, day, nil))
    // Among themselves all are alike; to others each is as its first, which has been compared.
    let neighbourhoods = Neighbourhoods(
      [], count: places.count,
      threshold: TextPairs.characterThreshold(count: portfolio.projects.count))
    var starts = [0]
    for crowd in crowds.dropLast() { starts.append(starts[starts.count - 1] + crowd.count) }
    // All titles of a crowd are equal, and so is their likeness.
    let titles = context.texts.candidates(starts.map { ProjectPair($0, $0 + 1) }).map(\.title)
    return zip(crowds, zip(starts, titles)).flatMap { crowd, first in
      crowd.indices.dropFirst().compactMap { place in
        let pair = ProjectPair(first.0, first.0 + place)
        return choice.match(
          PairComparison(
            PairCandidate(pair: pair, text: 1, title: first.1), in: context, neighbourhoods,
            calibration),
          places: places)
      }
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
