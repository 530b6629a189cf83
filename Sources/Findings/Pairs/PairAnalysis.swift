internal import Portfolio
internal import TextMatching

/// All pairs of projects that have something to do with each other, compared once for all rules.
///
/// Every pair whose texts reach `textThreshold` is here (an exact join), the providers of a service
/// with those who require it and have no supplier yet, and the projects that share a rare partner.
public struct PairAnalysis: Sendable {
  /// In order of the projects' indices.
  let pairs: [PairComparison]
  /// Those that a rule flags.
  let judged: [(comparison: PairComparison, judgement: PairJudgement)]
  /// The least similarity of title and summary at which two projects are compared.
  public let textThreshold: Double
  /// How many pairs of texts the join compared in full.
  public let textCandidates: Int
  /// How many pairs of projects were compared.
  public var count: Int { pairs.count }

  let context: PairContext
  let neighbourhoods: Neighbourhoods

  /// - Parameter textThreshold: where not given, that of a check. A lower one lengthens the list
  ///   of unlikely pairs, and changes no pair's score.
  public init(_ snapshot: Snapshot, textThreshold: Double? = nil) {
    let projects = snapshot.projects
    context = PairContext(snapshot)
    let usual = Self.threshold(count: projects.count)
    self.textThreshold = min(textThreshold ?? usual, usual)
    let join = SimilarityJoin(context.texts, atLeast: self.textThreshold)
    textCandidates = join.candidateCount
    var candidates = join.pairs.map {
      PairCandidate(pair: ProjectPair($0.left, $0.right), text: $0.similarity)
    }
    candidates += (Self.supplies(snapshot) + Self.sharing(context.partners, atMost: 6)).map {
      PairCandidate(pair: $0, text: nil)
    }
    candidates += (context.meanings?.nearestPairs(Self.nearestMeanings) ?? []).map {
      PairCandidate(pair: ProjectPair($0.left, $0.right), text: nil)
    }
    candidates.sort()
    neighbourhoods = Neighbourhoods(join.pairs, count: projects.count, threshold: usual)
    let comparisons = Self.comparisons(Self.once(candidates), in: context, neighbourhoods)
    pairs = comparisons.map(\.comparison)
    judged = comparisons.compactMap { comparison, judgement in
      judgement.map { (comparison, $0) }
    }
  }

  /// What speaks for and against any two projects, whether or not they came up by themselves.
  func comparison(of pair: ProjectPair) -> PairComparison {
    PairComparison(PairCandidate(pair: pair, text: nil), in: context, neighbourhoods)
  }

  /// Each pair once, of several candidates the first.
  private static func once(_ candidates: [PairCandidate]) -> [PairCandidate] {
    var once: [PairCandidate] = []
    once.reserveCapacity(candidates.count)
    for candidate in candidates where candidate.pair != once.last?.pair { once.append(candidate) }
    return once
  }

  /// Compares and judges on all processors; the result is in order.
  private static func comparisons(
    _ candidates: [PairCandidate], in context: PairContext, _ neighbourhoods: Neighbourhoods
  ) -> [(comparison: PairComparison, judgement: PairJudgement?)] {
    // More portions than processors, as some hold more to say than others.
    let portions = max(min(Concurrency.processorCount * 4, candidates.count / 64), 1)
    return Concurrency.map(0..<portions) { portion in
      let start = candidates.count * portion / portions
      let end = candidates.count * (portion + 1) / portions
      return candidates[start..<end].map { candidate in
        let comparison = PairComparison(candidate, in: context, neighbourhoods)
        return (comparison, PairJudgement(comparison, in: context.snapshot))
      }
    }.flatMap { $0 }
  }

  /// In a larger portfolio more is alike by chance, so the threshold rises with its size: 0.10 up
  /// to 300 projects, 0.19 for 1,000, 0.36 for 10,000, 0.53 for 100,000.
  static func threshold(count: Int) -> Double {
    let decades = logarithm(Double(max(count, 300)) / 300) / logarithm(10)
    return min(0.10 + 0.17 * decades, 0.7)
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
  /// The similarity of their texts, where it is known already.
  let text: Double?

  /// By pair; where the text's similarity is known comes first.
  static func < (left: PairCandidate, right: PairCandidate) -> Bool {
    left.pair == right.pair
      ? left.text != nil && right.text == nil : left.pair < right.pair
  }
}
