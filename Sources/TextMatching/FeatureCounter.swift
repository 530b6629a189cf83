/// Counts the features of one text after the other.
///
/// A text is read part by part, and `appendRow` counts what has been read since `startText`: so
/// a title gives a row, and with its summary another, and each is read once.
struct FeatureCounter: ~Copyable {
  private var table: TokenFeatures
  private var scratch = TokenizerScratch()
  private var tokens: [CountedToken] = []
  /// The weighted count of each feature in the present text; 0 before and after.
  private var counts: [Float] = []

  /// - Parameter names: single words by which those are known who write the texts; they count less.
  init(pipeline: TextPipeline, names: WordSet = WordSet("")) {
    table = TokenFeatures(pipeline: pipeline, names: names)
  }

  /// The features' numbers by key.
  var numbers: KeyNumbers { table.numbers }

  mutating func startText() { tokens.removeAll(keepingCapacity: true) }

  mutating func read(_ part: WeightedText) {
    guard part.weight > 0 else { return }
    Tokenizer.forEachToken(in: part.text, scratch: &scratch) {
      tokens.append(CountedToken(number: table.token($0), weight: part.weight))
    }
  }

  /// Reads again what gave these tokens.
  mutating func read(again tokens: some Sequence<CountedToken>) {
    self.tokens.append(contentsOf: tokens)
  }

  /// What has been read since `startText`.
  var read: [CountedToken] { tokens }

  /// Appends a row with each feature of what has been read and its weighted count.
  ///
  /// A text of stop words alone ("Digitale Stadt") is counted with them, since it has nothing
  /// else to be known by.
  mutating func appendRow(to rows: inout SparseMatrix) {
    let missing = table.numbers.count - counts.count
    if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
    let onlyStopWords = tokens.allSatisfy { table.isStopWord($0.number) }
    let start = rows.columns.count
    for token in tokens where onlyStopWords || !table.isStopWord(token.number) {
      table.withFeatures(of: token.number) { features, shares in
        Self.add(features, shares, times: token.weight, to: &counts, seen: &rows.columns)
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
}

/// A token of a text and how much it counts.
struct CountedToken: Sendable {
  let number: Int
  let weight: Float
}
