/// A text as a searcher gives it, in the features of an index.
struct DraftText: Sendable {
  /// The features that the index knows, with their dampened counts.
  private(set) var known: [(feature: Int, count: Float)] = []
  /// The dampened counts of the others.
  private(set) var unknown: [Float] = []

  /// - Parameter isTyping: whether the last word may go on: then its end is no feature yet.
  init(_ parts: [String], in table: TokenTable, isTyping: Bool) {
    var counter = FeatureCounter(pipeline: table.pipeline, names: table.names)
    for part in parts { counter.read(WeightedText(part)) }
    var counted = SparseMatrix()
    counter.appendRow(to: &counted)
    let unfinished = isTyping ? Self.unfinishedEnd(of: parts) : nil
    for (number, var count) in zip(counted.columns, counted.values) {
      let key = counter.numbers.keys[Int(number)]
      if key == unfinished { count = max(count - 1, 0) }
      guard count > 0 else { continue }
      if let feature = table.numbers.number(of: key) {
        known.append((feature, TextCorpus.dampened(count)))
      } else {
        unknown.append(TextCorpus.dampened(count))
      }
    }
  }

  /// The key of the last run of characters of the last word, which ends with the word; nil where
  /// the text does not end in a word, or in one that is compared as a whole or not at all.
  private static func unfinishedEnd(of parts: [String]) -> UInt64? {
    guard let last = parts.last(where: { !$0.isEmpty }), let end = last.last,
      end.isLetter
    else { return nil }
    var scratch = TokenizerScratch()
    var key: UInt64?
    Tokenizer.forEachToken(in: last, scratch: &scratch) { token in
      key = nil
      let isWhole = token.contains(where: TextFolding.isDigit)
      guard !isWhole, token.count > 1, !StopWords.all.contains(token) else { return }
      FeatureKey.forEachGram(of: token) { key = $0 }
    }
    return key
  }
}
