/// What all workers of a join read.
struct JoinPlan: Sendable {
  let corpus: TextCorpus
  let threshold: Double
  /// Features from this one on are rare and stand in the index.
  let firstRareFeature: UInt32
  /// For each text where its features end that are not in the index.
  let frequentEnds: [Int]
  /// For each text the norm of these features.
  let frequentNorms: [Float]
  /// The texts in portions. A portion's sums stay in the cache of a processor core while the
  /// texts after it pass by.
  let blocks: [Range<Int>]

  /// The share of the threshold that the frequent features of two average texts may reach: more
  /// makes the index shorter and the candidates more.
  private static let frequentShare = 0.55
  /// Texts in a block, at most: one `Float` each must fit the cache beside the index's lists.
  private static let largestBlock = 8192
  /// Blocks at least, as far as blocks are worth the trouble, so that all threads have work.
  private static let fewestBlocks = 4
  private static let smallestBlock = 128
  /// What rounding may cost a bound: products of `Float`s, summed over some hundred features.
  private static let tolerance: Float = 1e-4

  /// What sum and bound of a candidate reach.
  var needed: Float { Float(threshold) - Self.tolerance }

  init(_ corpus: TextCorpus, threshold: Double) {
    self.corpus = corpus
    self.threshold = threshold
    let firstRare = Self.firstRareFeature(of: corpus, limit: threshold * Self.frequentShare)
    firstRareFeature = firstRare
    frequentEnds = Self.frequentEnds(of: corpus.vectors, before: firstRare)
    frequentNorms = Self.norms(of: corpus.vectors, to: frequentEnds)
    let size = min(
      max(corpus.count / Self.fewestBlocks, Self.smallestBlock), Self.largestBlock)
    blocks = stride(from: 0, to: corpus.count, by: size).map {
      $0..<min($0 + size, corpus.count)
    }
  }

  /// Where each text's features end that come before `firstRare`.
  private static func frequentEnds(of vectors: SparseMatrix, before firstRare: UInt32) -> [Int] {
    (0..<vectors.rowCount).map { text in
      let row = vectors.row(text)
      return row.first { vectors.columns[$0] >= firstRare } ?? row.upperBound
    }
  }

  /// The norm of each text's features up to where they end.
  private static func norms(of vectors: SparseMatrix, to ends: [Int]) -> [Float] {
    ends.indices.map { text in
      var squares: Float = 0
      for value in vectors.values[vectors.starts[text]..<ends[text]] { squares += value * value }
      return squares.squareRoot()
    }
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
