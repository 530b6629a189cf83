internal import Portfolio
internal import TextMatching

/// The pairs of projects that are worth a comparison, and what all comparisons read.
///
/// Every pair whose texts reach `textThreshold` is here (an exact join), the providers of a service
/// with those who require it and have no supplier yet, the projects that share a rare partner, and
/// where a model of language is in use those that mean much the same.
struct PairSearch: Sendable {
  let context: PairContext
  /// Each pair once, in order of the projects' indices.
  let candidates: [PairCandidate]
  let neighbourhoods: Neighbourhoods
  let calibration: ScoreCalibration
  /// See `TextPairs`.
  let textThreshold: Double
  let isComplete: Bool
  let textCandidates: Int

  /// - Parameters:
  ///   - reach: how far down the texts are searched.
  ///   - progress: told which share of the join is done; on any thread.
  init(
    _ snapshot: Snapshot, reach: TextReach = .check,
    progress: (@Sendable (_ share: Double) -> Void)? = nil
  ) {
    let count = snapshot.projects.count
    context = PairContext(snapshot)
    let texts = TextPairs(context.texts, reach: reach, progress: progress)
    (textThreshold, isComplete, textCandidates) = (
      texts.threshold, texts.isComplete, texts.comparedCount
    )
    let others =
      Self.supplies(snapshot) + Self.sharing(context.partners, atMost: 6)
      + (context.meanings?.nearestPairs(Self.nearestMeanings) ?? []).map {
        ProjectPair($0.left, $0.right)
      }
    candidates = Self.merged(texts.candidates, context.texts.candidates(others))
    neighbourhoods = Neighbourhoods(
      texts.candidates, count: count, threshold: TextPairs.characterThreshold(count: count))
    calibration = ScoreCalibration(snapshot, in: context, neighbourhoods)
  }

  /// What `body` gives for each pair, in order; asked on all processors.
  func compare<Result: Sendable>(
    _ body: @Sendable (PairComparison) -> Result?
  ) -> [Result] {
    // More portions than processors, as some hold more to say than others.
    let portions = max(min(Concurrency.processorCount * 4, candidates.count / 64), 1)
    return Concurrency.map(0..<portions) { portion in
      let start = candidates.count * portion / portions
      let end = candidates.count * (portion + 1) / portions
      return candidates[start..<end].compactMap {
        body(PairComparison($0, in: context, neighbourhoods, calibration))
      }
    }.flatMap { $0 }
  }

  /// All candidates in order, each pair once, of several the first.
  private static func merged(
    _ texts: [PairCandidate], _ others: [PairCandidate]
  ) -> [PairCandidate] {
    guard !others.isEmpty else { return texts }
    var once: [PairCandidate] = []
    once.reserveCapacity(texts.count + others.count)
    for candidate in (texts + others).sorted() where candidate.pair != once.last?.pair {
      once.append(candidate)
    }
    return once
  }

  /// The providers of a service with those who require it and lack a supplier.
  ///
  /// A service that more than `mostProviders` provide brings nobody together: they would give a
  /// product of pairs, and whoever requires it has enough to choose from.
  private static func supplies(_ snapshot: Snapshot) -> [ProjectPair] {
    snapshot.providersOfService.rows.flatMap { service -> [ProjectPair] in
      let providers = snapshot.providersOfService[service]
      guard providers.count <= mostProviders else { return [] }
      return snapshot.requirersOfService[service]
        .filter { snapshot.lacksSupplier($0, of: service) }
        .flatMap { requirer in
          providers.filter { $0 != requirer }.map { ProjectPair($0, requirer) }
        }
    }
  }

  private static let mostProviders = 20
  /// How many projects are compared with each because they mean much the same, in whatever words.
  private static let nearestMeanings = 5

  /// The projects that share a value which few have.
  private static func sharing(_ values: FieldValues, atMost limit: Int) -> [ProjectPair] {
    values.projects.rows.flatMap { value -> [ProjectPair] in
      let projects = Array(values.projects[value])
      guard projects.count > 1, projects.count <= limit else { return [] }
      return projects.indices.flatMap { index in
        projects[(index + 1)...].map { ProjectPair(projects[index], $0) }
      }
    }
  }
}

/// Two projects to compare.
struct PairCandidate: Comparable, Sendable {
  let pair: ProjectPair
  /// How alike their texts and titles are, as far as that is known already.
  let text: Double?
  let title: Double?

  init(pair: ProjectPair, text: Double? = nil, title: Double? = nil) {
    self.pair = pair
    self.text = text
    self.title = title
  }

  /// By pair; where the text's similarity is known comes first.
  static func < (left: PairCandidate, right: PairCandidate) -> Bool {
    left.pair == right.pair
      ? left.text != nil && right.text == nil : left.pair < right.pair
  }
}
