/// All pairs of a corpus whose similarity reaches a threshold: exactly those that comparing each
/// with each would give.
///
/// The features that many texts share have long lists of texts and little weight, so they are
/// left out of the inverted index. What they may add to a pair is bounded by the product of their
/// norms in both texts (Cauchy–Schwarz inequality; after D. C. Anastasiu, G. Karypis, "L2AP: Fast
/// cosine similarity search with prefix L-2 norm bounds", ICDE 2014). Pairs that may reach the
/// threshold by sum and bound are candidates and are compared in full.
public struct SimilarityJoin: Sendable {
  public struct Pair: Sendable, Hashable {
    /// The smaller number of the two texts.
    public let left: Int
    public let right: Int
    /// The cosine of their vectors, 0…1.
    public let similarity: Double

    public init(left: Int, right: Int, similarity: Double) {
      self.left = left
      self.right = right
      self.similarity = similarity
    }
  }

  /// Ordered by `right`, then by `left`.
  public let pairs: [Pair]
  /// How many pairs were compared in full: the cost beyond n log n.
  public let candidateCount: Int

  /// - Parameters:
  ///   - threshold: above 0; pairs without a common feature are never found.
  ///   - workers: how many threads share the work; by default one for each processor.
  public init(
    _ corpus: TextCorpus, atLeast threshold: Double, workers: Int = Concurrency.processorCount
  ) {
    let plan = JoinPlan(corpus, threshold: max(threshold, 1e-6))
    let results = Concurrency.map(0..<max(workers, 1)) { number in
      var worker = JoinWorker(plan)
      for text in stride(from: number, to: corpus.count, by: max(workers, 1)) { worker.join(text) }
      return (worker.pairs, worker.candidateCount)
    }
    pairs = results.flatMap(\.0).sorted { ($0.right, $0.left) < ($1.right, $1.left) }
    candidateCount = results.reduce(0) { $0 + $1.1 }
  }
}

/// What all workers of a join read.
private struct JoinPlan: Sendable {
  let corpus: TextCorpus
  let threshold: Double
  let index: InvertedIndex
  /// For each text the norm of its features that are not in the index.
  let frequentNorms: [Float]
  /// The texts whose frequent features alone may reach the threshold, by that norm, the greatest
  /// first: their pairs among each other are candidates even without a common rare feature.
  let exceptions: [Int]

  /// The share of the threshold that the frequent features of two average texts may reach: more
  /// makes the index shorter and the candidates more.
  private static let frequentShare = 0.35
  /// What rounding may cost a bound: products of `Float`s, summed over some hundred features.
  static let tolerance: Float = 1e-4

  init(_ corpus: TextCorpus, threshold: Double) {
    self.corpus = corpus
    self.threshold = threshold
    let firstRare = Self.firstRareFeature(of: corpus, limit: threshold * Self.frequentShare)
    index = InvertedIndex(corpus, from: firstRare)
    let vectors = corpus.vectors
    let norms = (0..<corpus.count).map { text in
      var squares: Float = 0
      for position in vectors.row(text) {
        if vectors.columns[position] >= firstRare { break }
        squares += vectors.values[position] * vectors.values[position]
      }
      return squares.squareRoot()
    }
    frequentNorms = norms
    let greatest = norms.max() ?? 0
    exceptions = norms.indices
      .filter { norms[$0] * greatest + Self.tolerance >= Float(threshold) }
      .sorted { (-norms[$0], $0) < (-norms[$1], $1) }
  }

  /// The number from which on features enter the index, so that the squared norm of those before
  /// is `limit` in the mean of all texts.
  private static func firstRareFeature(of corpus: TextCorpus, limit: Double) -> UInt32 {
    let vectors = corpus.vectors
    var squares = [Double](repeating: 0, count: corpus.inverseFrequencies.count)
    for (feature, weight) in zip(vectors.columns, vectors.values) {
      squares[Int(feature)] += Double(weight) * Double(weight)
    }
    var sum = 0.0
    for (feature, square) in squares.enumerated() {
      sum += square
      if sum > limit * Double(corpus.count) { return UInt32(feature) }
    }
    return UInt32(squares.count)
  }
}

/// Finds the partners of one text after the other.
private struct JoinWorker {
  private let plan: JoinPlan
  private var sums: [Float]
  private var touched: [UInt32] = []
  private var candidates: [Int] = []
  private(set) var pairs: [SimilarityJoin.Pair] = []
  private(set) var candidateCount = 0

  init(_ plan: JoinPlan) {
    self.plan = plan
    sums = Array(repeating: 0, count: plan.corpus.count)
  }

  /// Adds the pairs of `text` with those before it.
  mutating func join(_ text: Int) {
    addProducts(of: text)
    selectCandidates(of: text)
    for other in candidates {
      let similarity = plan.corpus.similarity(other, text)
      if similarity >= plan.threshold {
        pairs.append(.init(left: other, right: text, similarity: similarity))
      }
    }
    candidateCount += candidates.count
    candidates.removeAll(keepingCapacity: true)
  }

  private mutating func addProducts(of text: Int) {
    let vectors = plan.corpus.vectors
    let index = plan.index
    for position in vectors.row(text).reversed() {
      let feature = vectors.columns[position]
      if feature < index.firstFeature { break }
      let weight = vectors.values[position]
      for entry in index.entries(of: Int(feature)) {
        let other = index.texts[entry]
        if other >= text { break }
        let sum = sums[Int(other)]
        if sum == 0 { touched.append(other) }
        sums[Int(other)] = sum + weight * index.weights[entry]
      }
    }
  }

  /// Selects the texts that may reach the threshold with `text`, and forgets all sums.
  private mutating func selectCandidates(of text: Int) {
    let norm = plan.frequentNorms[text]
    let needed = Float(plan.threshold) - JoinPlan.tolerance
    for other in plan.exceptions {
      let bound = norm * plan.frequentNorms[other]
      if bound < needed { break }
      if other < text && sums[other] == 0 { candidates.append(other) }
    }
    for other in touched {
      let other = Int(other)
      if sums[other] + norm * plan.frequentNorms[other] >= needed { candidates.append(other) }
      sums[other] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
