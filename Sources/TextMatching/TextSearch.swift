/// Finds the texts of a corpus that are most like a given one, e.g. while somebody types.
public struct TextSearch: Sendable {
  public struct Match: Sendable, Hashable {
    /// The text's number in the corpus.
    public let text: Int
    /// The cosine, 0…1.
    public let similarity: Double
  }

  private let corpus: TextCorpus
  private let index: InvertedIndex

  public init(_ corpus: TextCorpus) {
    self.corpus = corpus
    index = InvertedIndex(corpus)
  }

  /// The `limit` most similar texts, best first, equal ones by number; those without anything in
  /// common are never among them.
  public func matches(for document: [WeightedText], limit: Int) -> [Match] {
    let query = corpus.vector(of: document)
    var sums = [Double](repeating: 0, count: corpus.count)
    var touched: [Int] = []
    for (feature, weight) in zip(query.features, query.weights) {
      for entry in index.entries(of: Int(feature)) {
        let text = Int(index.texts[entry])
        if sums[text] == 0 { touched.append(text) }
        sums[text] += Double(weight) * Double(index.weights[entry])
      }
    }
    let best = touched.sorted { (-sums[$0], $0) < (-sums[$1], $1) }.prefix(max(limit, 0))
    return best.map { Match(text: $0, similarity: min(sums[$0], 1)) }
  }
}
