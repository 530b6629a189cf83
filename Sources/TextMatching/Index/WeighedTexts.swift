/// The texts of an index at its last weighing: for each word the texts that have it, and for each
/// text its length under the document frequencies of that moment.
///
/// Immutable, so that copies of an index share it.
struct WeighedTexts: Sendable {
  let rows: TextRows
  /// The texts with each word.
  let lists: NumberLists
  /// The words with each feature.
  let wordsOfFeature: NumberLists
  /// 1 over the norm of each text; see `ReferenceWeights`.
  let inverseNorms: [Float]
  /// The number of words of each text over its norm.
  let spreads: [Float]

  init() {
    (rows, lists, wordsOfFeature) = (TextRows(), NumberLists(), NumberLists())
    (inverseNorms, spreads) = ([], [])
  }

  init(_ rows: TextRows, table: TokenTable, reference: [Float]) {
    self.rows = rows
    (lists, wordsOfFeature) = Concurrency.both {
      NumberLists(count: table.tokens.count) { add in
        for text in 0..<rows.count {
          for place in rows.row(text) { add(rows.words[place], UInt32(text)) }
        }
      }
    } _: {
      NumberLists(count: table.numbers.count) { add in
        for word in 0..<table.tokens.count {
          table.withFeatures(of: word) { features, _ in
            for feature in features { add(feature, UInt32(word)) }
          }
        }
      }
    }
    inverseNorms = Self.inverseNorms(rows, table: table, reference: reference)
    var spreads = inverseNorms
    for text in 0..<rows.count { spreads[text] *= Float(rows.row(text).count) }
    self.spreads = spreads
  }

  private static func inverseNorms(
    _ rows: TextRows, table: TokenTable, reference: [Float]
  ) -> [Float] {
    let portions = max(min(Concurrency.processorCount * 4, rows.count / 256), 1)
    return Concurrency.map(0..<portions) { portion in
      var counts = [Float](repeating: 0, count: table.numbers.count)
      return (rows.count * portion / portions..<rows.count * (portion + 1) / portions).map {
        table.inverseNorm(of: rows.words[rows.row($0)], weights: reference, counts: &counts)
      }
    }.flatMap { $0 }
  }
}

extension TokenTable {
  /// Calls `body` with each feature of a text and its dampened count.
  ///
  /// - Parameters:
  ///   - counts: one for each feature, 0 before and after.
  ///   - seen: used up, so that its memory can be used again.
  func forEachFeature(
    of words: ArraySlice<UInt32>, counts: inout [Float], seen: inout [UInt32],
    _ body: (_ feature: Int, _ count: Float) -> Void
  ) {
    seen.removeAll(keepingCapacity: true)
    // Without bounds checks: every feature has a count.
    counts.withUnsafeMutableBufferPointer { counts in
      for word in words {
        withFeatures(of: Int(word)) { features, shares in
          for (feature, share) in zip(features, shares) {
            let count = counts[Int(feature)]
            if count == 0 { seen.append(feature) }
            counts[Int(feature)] = count + share
          }
        }
      }
      for feature in seen {
        body(Int(feature), TextCorpus.dampened(counts[Int(feature)]))
        counts[Int(feature)] = 0
      }
    }
  }

  /// 1 over the norm of a text, or a great number where that is 0.
  func inverseNorm(
    of words: ArraySlice<UInt32>, weights: [Float], counts: inout [Float]
  ) -> Float {
    var (squares, seen): (Float, [UInt32]) = (0, [])
    weights.withUnsafeBufferPointer { weights in
      forEachFeature(of: words, counts: &counts, seen: &seen) { feature, count in
        let weight = count * weights[feature]
        squares += weight * weight
      }
    }
    return 1 / max(squares.squareRoot(), 1e-18)
  }
}
