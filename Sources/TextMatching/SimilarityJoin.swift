/// All pairs of a corpus whose similarity reaches a threshold: exactly those that comparing each
/// with each would give.
///
/// The features that many texts share have long lists of texts and little weight, so they are
/// left out of the inverted index. What they may add to a pair is bounded by the product of their
/// norms in both texts (Cauchy–Schwarz inequality; after D. C. Anastasiu, G. Karypis, "L2AP: Fast
/// cosine similarity search with prefix L-2 norm bounds", ICDE 2014). Pairs that may reach the
/// threshold by sum and bound are candidates and are compared further.
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
  /// How many pairs were compared beyond the bound: the cost beyond n log n.
  public let candidateCount: Int

  /// - Parameters:
  ///   - threshold: above 0; pairs without a common feature are never found.
  ///   - workers: how many threads share the work, without any effect on the result; by default
  ///     one for each processor.
  public init(
    _ corpus: TextCorpus, atLeast threshold: Double, workers: Int = Concurrency.processorCount
  ) {
    let plan = JoinPlan(corpus, threshold: max(threshold, 1e-6))
    // The first block takes longest.
    let results = Concurrency.map(plan.blocks.indices, workers: workers) { number in
      var join = BlockJoin(plan, plan.blocks[number])
      join.run()
      return (join.pairs, join.candidateCount)
    }
    pairs = results.flatMap(\.0).sorted { $0.order < $1.order }
    candidateCount = results.reduce(0) { $0 + $1.1 }
  }
}

extension SimilarityJoin.Pair {
  fileprivate var order: UInt64 { UInt64(right) << 32 | UInt64(left) }
}
