/// The weights of an index's features while a draft stands beside its texts: as if the draft were
/// one of them, so that its similarities are those it has once it is saved.
///
/// Each number is that of `TextCorpus`, up to the rounding of `Float`.
public struct IndexWeights: Sendable {
  let index: SimilarityIndex
  let draft: DraftText
  /// By feature; those of words that only the draft has are `unknownWeight`.
  let inverseFrequencies: [Float]
  let unknownWeight: Float
  /// What a length under the index's reference weights is multiplied by to be at most the present
  /// one; see `ReferenceWeights`.
  let drift: Float

  init(_ index: SimilarityIndex, draft: DraftText) {
    self.index = index
    self.draft = draft
    // One text more than the index has, and the usual one more.
    let all = Double(index.count + 2)
    let logarithmOfAll = Float(logarithm(all))
    var inverse = index.logFrequencies.map { logarithmOfAll - $0 }
    var drift = index.reference.drift
    for (feature, _) in draft.known {
      inverse[feature] = Float(
        logarithm(all / Double(index.frequencies[feature] + 1)))
      let reference = index.reference.weights[feature]
      if index.frequencies[feature] > 0, reference > 0 {
        drift = min(drift, inverse[feature] / reference)
      }
    }
    inverseFrequencies = inverse
    unknownWeight = logarithmOfAll
    // Rounding may make a bound smaller than it is.
    self.drift = max(drift * 0.9999, .leastNormalMagnitude)
  }

  /// The texts most like the draft.
  ///
  /// - Parameters:
  ///   - limit: how many at most.
  ///   - threshold: less similar ones are left out, and a search that need not find them is
  ///     faster.
  /// - Returns: the best first, equal ones by id; texts without anything in common never.
  public func matches(limit: Int, atLeast threshold: Double = 0) -> [SimilarityIndex.Match] {
    var squares: Float = draft.unknown.reduce(0) {
      $0 + ($1 * unknownWeight) * ($1 * unknownWeight)
    }
    let weights = draft.known.map { ($0.feature, $0.count * inverseFrequencies[$0.feature]) }
    for (_, weight) in weights { squares += weight * weight }
    let search = IndexSearch(
      self, query: weights, norm: squares.squareRoot(), limit: limit, threshold: threshold)
    return search.run()
  }

  /// The texts most like the one of that id, itself left out; see `matches(limit:atLeast:)`.
  public func neighbours(
    of id: Int, limit: Int, atLeast threshold: Double = 0
  ) -> [SimilarityIndex.Match] {
    guard let place = index.place(of: id) else { return [] }
    var counts = [Float](repeating: 0, count: index.table.numbers.count)
    var seen: [UInt32] = []
    var weights: [(Int, Float)] = []
    var squares: Float = 0
    index.table.forEachFeature(
      of: index.words(at: place), counts: &counts, seen: &seen
    ) { feature, count in
      let weight = count * inverseFrequencies[feature]
      weights.append((feature, weight))
      squares += weight * weight
    }
    let search = IndexSearch(
      self, query: weights, norm: squares.squareRoot(), limit: limit + 1, threshold: threshold)
    return Array(search.run().filter { $0.id != id }.prefix(limit))
  }
}

extension SimilarityIndex {
  /// What is like a draft.
  ///
  /// - Parameters:
  ///   - parts: such as title and summary.
  ///   - isTyping: whether the last word may go on.
  public func weights(with parts: [String], isTyping: Bool = false) -> IndexWeights {
    IndexWeights(self, draft: DraftText(parts, in: table, isTyping: isTyping))
  }
}
