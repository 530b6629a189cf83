/// Counts the features of one text after the other.
struct FeatureCounter: ~Copyable {
  private var table: TokenFeatures
  private var scratch = TokenizerScratch()
  private var tokens: [(token: Int, weight: Float)] = []
  /// The weighted count of each feature in the present text; 0 before and after.
  private var counts: [Float] = []

  init(pipeline: TextPipeline) { table = TokenFeatures(pipeline: pipeline) }

  var keys: [UInt64] { table.keys }

  /// Appends a row with each feature of the document and its weighted count.
  ///
  /// A text of stop words alone ("Digitale Stadt") is counted with them, since it has nothing
  /// else to be known by.
  mutating func appendRow(of document: [WeightedText], to rows: inout SparseMatrix) {
    readTokens(of: document)
    let onlyStopWords = tokens.allSatisfy { table.isStopWord($0.token) }
    let start = rows.columns.count
    for (token, weight) in tokens where onlyStopWords || !table.isStopWord(token) {
      table.withFeatures(of: token) { features, shares in
        Self.add(features, shares, times: weight, to: &counts, seen: &rows.columns)
      }
    }
    for feature in rows.columns[start...] {
      rows.values.append(counts[Int(feature)])
      counts[Int(feature)] = 0
    }
    rows.starts.append(rows.columns.count)
  }

  /// Adds to the counts, and to `seen` what had none. The innermost loop of reading texts: without
  /// bounds checks, as every feature has a count.
  private static func add(
    _ features: UnsafeBufferPointer<UInt32>, _ shares: UnsafeBufferPointer<Float>,
    times weight: Float, to counts: inout [Float], seen: inout [UInt32]
  ) {
    counts.withUnsafeMutableBufferPointer { counts in
      for (feature, share) in zip(features, shares) {
        let count = counts[Int(feature)]
        if count == 0 { seen.append(feature) }
        counts[Int(feature)] = count + weight * share
      }
    }
  }

  private mutating func readTokens(of document: [WeightedText]) {
    tokens.removeAll(keepingCapacity: true)
    for part in document where part.weight > 0 {
      Tokenizer.forEachToken(in: part.text, scratch: &scratch) {
        tokens.append((table.token($0), part.weight))
      }
    }
    let missing = table.keys.count - counts.count
    if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
  }
}
