/// For each feature the texts that have it, in ascending order, with its weight in each.
struct InvertedIndex: Sendable {
  /// Features before this one, the most frequent, have no entries.
  let firstFeature: UInt32
  private let starts: [Int]
  let texts: [UInt32]
  let weights: [Float]

  init(_ corpus: TextCorpus, from firstFeature: UInt32 = 0) {
    self.firstFeature = firstFeature
    let vectors = corpus.vectors
    var starts = Array(repeating: 0, count: corpus.inverseFrequencies.count + 1)
    for feature in vectors.columns where feature >= firstFeature { starts[Int(feature) + 1] += 1 }
    for feature in 1..<starts.count { starts[feature] += starts[feature - 1] }
    var next = starts
    var texts = [UInt32](repeating: 0, count: starts[starts.count - 1])
    var weights = [Float](repeating: 0, count: texts.count)
    for text in 0..<vectors.rowCount {
      for position in vectors.row(text) where vectors.columns[position] >= firstFeature {
        let feature = Int(vectors.columns[position])
        texts[next[feature]] = UInt32(text)
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
