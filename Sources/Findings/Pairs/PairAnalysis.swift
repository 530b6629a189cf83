internal import Portfolio
internal import TextMatching

/// All pairs of projects that have something to do with each other, compared once for all rules.
///
/// Every pair whose texts reach `textThreshold` is here (an exact join), every provider with
/// those who require its service, and the projects that share a rare partner.
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

  let texts: TextCorpus
  let titles: TextCorpus
  let audience: FieldValues
  let technologies: FieldValues
  let partners: FieldValues

  public init(_ snapshot: Snapshot) {
    let projects = snapshot.projects
    texts = TextCorpus(
      projects.lazy.map { [WeightedText($0.title), WeightedText($0.summary ?? "")] })
    titles = TextCorpus(projects.lazy.map { [WeightedText($0.title)] })
    audience = FieldValues(projects, \.audience)
    technologies = FieldValues(projects, \.technologies)
    partners = FieldValues(projects) { $0.partners.map(\.name) }

    textThreshold = Self.threshold(count: projects.count)
    let join = SimilarityJoin(texts, atLeast: textThreshold)
    textCandidates = join.candidateCount
    var candidates = join.pairs.map { ProjectPair($0.left, $0.right) }
    candidates += Self.supplies(snapshot)
    candidates += Self.sharing(partners, atMost: 6)
    candidates.sort()
    let context = PairContext(
      snapshot: snapshot, texts: texts, titles: titles, audience: audience,
      technologies: technologies, partners: partners)
    var pairs: [PairComparison] = []
    pairs.reserveCapacity(candidates.count)
    for pair in candidates where pair != pairs.last?.pair {
      pairs.append(PairComparison(pair, in: context))
    }
    self.pairs = pairs
    judged = pairs.compactMap { comparison in
      PairJudgement(comparison, in: snapshot).map { (comparison, $0) }
    }
  }

  /// In a larger portfolio more is alike by chance, so the threshold rises with its size: 0.10 up
  /// to 300 projects, 0.19 for 1,000, 0.36 for 10,000, 0.53 for 100,000.
  static func threshold(count: Int) -> Double {
    let decades = logarithm(Double(max(count, 300)) / 300) / logarithm(10)
    return min(0.10 + 0.17 * decades, 0.7)
  }

  /// Who provides a service, with each who requires it.
  private static func supplies(_ snapshot: Snapshot) -> [ProjectPair] {
    snapshot.providersOfService.rows.flatMap { service in
      snapshot.providersOfService[service].flatMap { provider in
        snapshot.requirersOfService[service].filter { $0 != provider }
          .map { ProjectPair(provider, $0) }
      }
    }
  }

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

/// What a comparison of two projects reads.
struct PairContext {
  let snapshot: Snapshot
  let texts: TextCorpus
  let titles: TextCorpus
  let audience: FieldValues
  let technologies: FieldValues
  let partners: FieldValues
}
