/// For each feature those texts of a range that have it, in ascending order, with its weight in
/// each.
struct InvertedIndex: Sendable {
  /// Where each feature's entries start; one more than there are features.
  let starts: [Int]
  /// Texts, counted from the first of the range.
  let texts: [UInt32]
  let weights: [Float]

  /// - Parameters:
  ///   - range: the texts to index; all where nil.
  ///   - firstFeature: features before this one, the most frequent, get no entries.
  init(_ corpus: TextCorpus, texts range: Range<Int>? = nil, from firstFeature: UInt32 = 0) {
    let range = range ?? 0..<corpus.count
    let vectors = corpus.vectors
    let positions = vectors.starts[range.lowerBound]..<vectors.starts[range.upperBound]
    var starts = Array(repeating: 0, count: corpus.inverseFrequencies.count + 1)
    for feature in vectors.columns[positions] where feature >= firstFeature {
      starts[Int(feature) + 1] += 1
    }
    for feature in 1..<starts.count { starts[feature] += starts[feature - 1] }
    var next = starts
    var texts = [UInt32](repeating: 0, count: starts[starts.count - 1])
    var weights = [Float](repeating: 0, count: texts.count)
    for text in range {
      for position in vectors.row(text) where vectors.columns[position] >= firstFeature {
        let feature = Int(vectors.columns[position])
        texts[next[feature]] = UInt32(text - range.lowerBound)
        weights[next[feature]] = vectors.values[position]
        next[feature] += 1
      }
    }
    self.starts = starts
    self.texts = texts
    self.weights = weights
  }

  func entries(of feature: Int) -> Range<Int> { starts[feature]..<starts[feature + 1] }
}
