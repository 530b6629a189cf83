/// Finds the pairs of a block's texts among each other and with all texts after the block.
struct BlockJoin {
  private let plan: JoinPlan
  private let block: Range<Int>
  private let index: InvertedIndex
  /// For each feature where its entries end that come before the present text.
  private var ends: [Int]
  /// For each text of the block the product of its rare features with the present text's.
  private var sums: [Float]
  /// The present text's weights by feature; 0 for all others.
  private var weights: [Float]
  private var candidates: [Int] = []
  private(set) var pairs: [SimilarityJoin.Pair] = []
  private(set) var candidateCount = 0

  init(_ plan: JoinPlan, _ block: Range<Int>) {
    self.plan = plan
    self.block = block
    index = InvertedIndex(plan.corpus, texts: block, from: plan.firstRareFeature)
    ends = index.starts
    sums = Array(repeating: 0, count: block.count)
    weights = Array(repeating: 0, count: plan.corpus.inverseFrequencies.count)
  }

  mutating func run() {
    for text in block.lowerBound..<plan.corpus.count {
      let partners = block.lowerBound..<min(text, block.upperBound)
      addProducts(of: text)
      selectCandidates(of: text, among: partners.count)
      if !candidates.isEmpty { compare(text) }
      sums.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }
  }

  /// Adds the products of the text's rare features with the texts of the block before it.
  private mutating func addProducts(of text: Int) {
    let vectors = plan.corpus.vectors
    let limit = UInt32(min(text - block.lowerBound, block.count))
    for position in vectors.row(text).reversed() {
      let feature = Int(vectors.columns[position])
      if feature < plan.firstRareFeature { break }
      var end = ends[feature]
      while end < index.starts[feature + 1], index.texts[end] < limit { end += 1 }
      ends[feature] = end
      add(index.starts[feature]..<end, times: vectors.values[position])
    }
  }

  /// The innermost loop of the join: without bounds checks, as the index holds only texts of the
  /// block.
  private mutating func add(_ entries: Range<Int>, times weight: Float) {
    sums.withUnsafeMutableBufferPointer { sums in
      index.texts.withUnsafeBufferPointer { texts in
        index.weights.withUnsafeBufferPointer { weights in
          for entry in entries { sums[Int(texts[entry])] += weight * weights[entry] }
        }
      }
    }
  }

  /// Selects those of the block's first `count` texts that may reach the threshold with `text`.
  private mutating func selectCandidates(of text: Int, among count: Int) {
    candidates.removeAll(keepingCapacity: true)
    let (norm, needed) = (plan.frequentNorms[text], plan.needed)
    sums.withUnsafeBufferPointer { sums in
      plan.frequentNorms.withUnsafeBufferPointer { norms in
        let norms = UnsafeBufferPointer(rebasing: norms[block])
        for group in stride(from: 0, to: count, by: 8) {
          let rest = group..<min(group + 8, count)
          // Hardly any text is a candidate, so eight are ruled out at a time.
          if rest.count == 8 {
            let bounds = Self.eight(sums, at: group) + Self.eight(norms, at: group) * norm
            if !any(bounds .>= needed) { continue }
          }
          for place in rest where sums[place] + norms[place] * norm >= needed {
            candidates.append(block.lowerBound + place)
          }
        }
      }
    }
    candidateCount += candidates.count
  }

  private static func eight(
    _ numbers: UnsafeBufferPointer<Float>, at place: Int
  ) -> SIMD8<Float> {
    UnsafeRawBufferPointer(numbers).loadUnaligned(
      fromByteOffset: place * MemoryLayout<Float>.stride, as: SIMD8<Float>.self)
  }

  /// Compares the candidates with `text`: their frequent features first, then those that still may
  /// reach the threshold in full.
  private mutating func compare(_ text: Int) {
    let vectors = plan.corpus.vectors
    weights.withUnsafeMutableBufferPointer { weights in
      for position in vectors.row(text) {
        weights[Int(vectors.columns[position])] = vectors.values[position]
      }
    }
    keepLikelyCandidates()
    for other in candidates {
      let similarity = product(other)
      if similarity >= plan.threshold {
        pairs.append(.init(left: other, right: text, similarity: similarity))
      }
    }
    weights.withUnsafeMutableBufferPointer { weights in
      for position in vectors.row(text) { weights[Int(vectors.columns[position])] = 0 }
    }
  }

  /// Drops the candidates that miss the threshold once their frequent features are added. Without
  /// bounds checks, as all features have a place in `weights`.
  private mutating func keepLikelyCandidates() {
    let (vectors, frequentEnds) = (plan.corpus.vectors, plan.frequentEnds)
    let needed = plan.needed
    vectors.columns.withUnsafeBufferPointer { columns in
      vectors.values.withUnsafeBufferPointer { values in
        weights.withUnsafeBufferPointer { weights in
          candidates.removeAll { other in
            var sum = sums[other - block.lowerBound]
            for position in vectors.starts[other]..<frequentEnds[other] {
              sum += weights[Int(columns[position])] * values[position]
            }
            return sum < needed
          }
        }
      }
    }
  }

  /// The same as `TextCorpus.similarity`, to the last bit: the same products in the same order,
  /// with zeros between.
  private func product(_ other: Int) -> Double {
    let vectors = plan.corpus.vectors
    var sum = 0.0
    for position in vectors.row(other) {
      sum += Double(weights[Int(vectors.columns[position])]) * Double(vectors.values[position])
    }
    return min(sum, 1)
  }
}
