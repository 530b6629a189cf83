/// Counts the features of one text after the other.
struct FeatureCounter: ~Copyable {
  private var table: TokenFeatures
  private var scratch = TokenizerScratch()
  private var tokens: [(token: Int, weight: Float)] = []
  private var counts: [Float] = []
  private var counted: [Int] = []

  init(pipeline: TextPipeline) { table = TokenFeatures(pipeline: pipeline) }

  var keys: [UInt64] { table.keys }

  /// Calls `body` once with each feature of the document and its weighted count.
  ///
  /// A text of stop words alone ("Digitale Stadt") is counted with them, since it has nothing
  /// else to be known by.
  mutating func count(
    _ document: [WeightedText], _ body: (_ feature: Int, _ count: Float) -> Void
  ) {
    readTokens(of: document)
    let onlyStopWords = tokens.allSatisfy { table.isStopWord($0.token) }
    for (token, weight) in tokens where onlyStopWords || !table.isStopWord(token) {
      table.forEachFeature(of: token) { feature, share in
        if counts[feature] == 0 { counted.append(feature) }
        counts[feature] += weight * share
      }
    }
    for feature in counted {
      body(feature, counts[feature])
      counts[feature] = 0
    }
    counted.removeAll(keepingCapacity: true)
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
