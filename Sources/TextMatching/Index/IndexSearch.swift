/// One search for the texts most like a query.
///
/// What a word is worth to the query is the sum of its features' products; over the words of a
/// text that gives an upper bound of the text's product, as repeated features count less than
/// their sum. The lists of the words that are worth most are read first. As soon as the words left
/// can lift few texts over the best known, those texts are looked at one by one: first by all
/// their words, then in full (after H. Turtle, J. Flood, "Query evaluation: strategies and
/// optimizations", 1995: MaxScore, there with a list for each feature).
struct IndexSearch {
  private let weights: IndexWeights
  private let weighed: WeighedTexts
  private let query: [(feature: Int, weight: Float)]
  private let norm: Float
  private let limit: Int
  private var scratch: SearchScratch
  private var best: BestMatches
  /// The places of the texts that have been compared in full.
  private var compared: Set<Int> = []
  private var seen: [UInt32] = []

  /// What reading all words of a text costs, as a number of entries of lists.
  private static let rowCost = 60
  /// What rounding may cost a bound.
  private static let tolerance: Float = 1.0001

  init(
    _ weights: IndexWeights, query: [(Int, Float)], norm: Float, limit: Int, threshold: Double
  ) {
    let index = weights.index
    self.weights = weights
    self.query = query
    self.norm = norm
    self.limit = limit
    weighed = index.weighed
    scratch = index.scratchPool.take(
      features: index.table.numbers.count, words: index.table.tokens.count,
      texts: index.weighed.rows.count)
    best = BestMatches(limit: limit, threshold: threshold)
  }

  consuming func run() -> [SimilarityIndex.Match] {
    if limit > 0, norm > 0 {
      for (feature, weight) in query { scratch.queryWeights[feature] = weight }
      let words = valueWords()
      searchRecent()
      searchWeighed(words)
      clear(words)
    }
    weights.index.scratchPool.give(scratch)
    return best.entries
  }

  private mutating func clear(_ words: [UInt32]) {
    for (feature, _) in query { scratch.queryWeights[feature] = 0 }
    for word in words { scratch.worths[Int(word)] = 0 }
    for word in newWords { scratch.worths[word] = 0 }
    scratch.sums.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Words that came after the last weighing and stand in no list.
  private var newWords: Range<Int> { weighed.lists.count..<scratch.worths.count }

  /// Sets the worth of all words that share anything with the query.
  ///
  /// - Returns: those that weighed texts may have.
  private mutating func valueWords() -> [UInt32] {
    var words: [UInt32] = []
    let lists = weighed.wordsOfFeature
    scratch.worths.withUnsafeMutableBufferPointer { worths in
      lists.numbers.withUnsafeBufferPointer { numbers in
        for (feature, weight) in query where feature < lists.count {
          let product = weight * weights.inverseFrequencies[feature]
          for word in numbers[lists.list(feature)] {
            worths[Int(word)] += product
          }
        }
      }
      // In order, so that their lists are read from one end of memory to the other.
      for word in 0..<weighed.lists.count where worths[word] > 0 { words.append(UInt32(word)) }
    }
    for word in newWords {
      var sum: Float = 0
      weights.index.table.withFeatures(of: word) { features, _ in
        for feature in features {
          sum += scratch.queryWeights[Int(feature)] * weights.inverseFrequencies[Int(feature)]
        }
      }
      scratch.worths[word] = sum
    }
    return words
  }

  /// Reads the recent texts one by one.
  private mutating func searchRecent() {
    let index = weights.index
    for number in 0..<index.recent.count {
      let worth = worth(of: index.recent.row(number), in: index.recent)
      if worth * index.recentInverseNorms[number] >= needed {
        compare(weighed.rows.count + number)
      }
    }
  }

  private mutating func searchWeighed(_ words: [UInt32]) {
    var levels = WordLevels(
      words, worths: scratch.worths, lists: weighed.lists, count: weighed.rows.count)
    var isFirst = true
    while let level = levels.next() {
      addLists(of: level.words)
      if isFirst { probeBest() }
      isFirst = false
      let isLast = level.greatestLeft == 0
      let affordable = isLast ? weighed.rows.count : level.entriesOfNext / Self.rowCost
      if let candidates = candidates(residual: level.greatestLeft, atMost: affordable) {
        for text in candidates { lookAt(text, isSummedUp: isLast) }
        return
      }
    }
  }

  /// Adds what the words are worth to the sums of the texts that have them.
  private mutating func addLists(of words: ArraySlice<UInt32>) {
    let lists = weighed.lists
    let worths = scratch.worths
    scratch.sums.withUnsafeMutableBufferPointer { sums in
      lists.numbers.withUnsafeBufferPointer { texts in
        lists.starts.withUnsafeBufferPointer { starts in
          for word in words {
            let list = texts[starts[Int(word)]..<starts[Int(word) + 1]]
            Self.forEachRepeated(list) { text, share in
              sums[Int(text)] += share * worths[Int(word)]
            }
          }
        }
      }
    }
  }

  /// Calls `body` with each number and how much more it counts for standing there once more;
  /// equal ones stand side by side.
  @inline(__always)
  private static func forEachRepeated(
    _ numbers: Slice<UnsafeBufferPointer<UInt32>>, _ body: (UInt32, Float) -> Void
  ) {
    var (last, times) = (UInt32.max, 1)
    for number in numbers {
      if number == last {
        times += 1
        body(number, TextCorpus.dampened(Float(times)) - TextCorpus.dampened(Float(times - 1)))
      } else {
        (last, times) = (number, 1)
        body(number, 1)
      }
    }
  }

  /// What the words of a text are worth.
  private func worth(of row: Range<Int>, in rows: TextRows) -> Float {
    var sum: Float = 0
    rows.words.withUnsafeBufferPointer { words in
      scratch.worths.withUnsafeBufferPointer { worths in
        Self.forEachRepeated(words[row]) { word, share in sum += share * worths[Int(word)] }
      }
    }
    return sum
  }

  /// Compares the texts in full that look best so far, for a bound to start from.
  private mutating func probeBest() {
    var leading = BestMatches(limit: limit, threshold: 0)
    forEachText(residual: 0, atLeast: { Float(leading.least) }) { text, bound in
      leading.insert(id: text, similarity: Double(bound))
      return true
    }
    for text in leading.entries.map(\.id) { compare(text) }
  }

  /// The texts that may be among the best by their sums, where the words left are worth at most
  /// `residual` each; nil where they are more than `count`.
  private func candidates(residual: Float, atMost count: Int) -> [Int]? {
    let needed = needed
    var candidates: [Int] = []
    forEachText(residual: residual, atLeast: { needed }) { text, _ in
      candidates.append(text)
      return candidates.count <= count
    }
    return candidates.count <= count ? candidates : nil
  }

  /// Calls `body` with each text whose bound is above 0 and reaches the least one, until it
  /// returns false.
  private func forEachText(
    residual: Float, atLeast least: () -> Float, _ body: (Int, Float) -> Bool
  ) {
    let ids = weights.index.ids
    scratch.sums.withUnsafeBufferPointer { sums in
      weighed.inverseNorms.withUnsafeBufferPointer { inverse in
        weighed.spreads.withUnsafeBufferPointer { spreads in
          var needed = max(least(), .leastNormalMagnitude)
          for start in stride(from: 0, to: sums.count, by: 8) {
            // Hardly any text reaches it, so eight are ruled out at a time.
            if start + 8 <= sums.count {
              let bounds =
                SIMD8(sums, at: start) * SIMD8(inverse, at: start)
                + SIMD8(spreads, at: start) * residual
              if !any(bounds .>= needed) { continue }
            }
            for text in start..<min(start + 8, sums.count) {
              let bound = sums[text] * inverse[text] + spreads[text] * residual
              guard bound >= needed, ids[text] != SimilarityIndex.noID else { continue }
              if !body(text, bound) { return }
              needed = max(least(), .leastNormalMagnitude)
            }
          }
        }
      }
    }
  }

  /// What the bound of a text has to reach.
  private var needed: Float { Float(best.least) * norm * weights.drift / Self.tolerance }

  private mutating func lookAt(_ text: Int, isSummedUp: Bool) {
    let rows = weighed.rows
    let worth = isSummedUp ? scratch.sums[text] : worth(of: rows.row(text), in: rows)
    if worth * weighed.inverseNorms[text] >= needed { compare(text) }
  }

  /// Compares a text in full, once.
  private mutating func compare(_ place: Int) {
    let id = weights.index.ids[place]
    guard id != SimilarityIndex.noID, compared.insert(place).inserted else { return }
    var (product, squares): (Float, Float) = (0, 0)
    scratch.queryWeights.withUnsafeBufferPointer { query in
      weights.inverseFrequencies.withUnsafeBufferPointer { inverse in
        weights.index.table.forEachFeature(
          of: weights.index.words(at: place), counts: &scratch.counts, seen: &seen
        ) { feature, count in
          let weight = count * inverse[feature]
          product += weight * query[feature]
          squares += weight * weight
        }
      }
    }
    guard product > 0 else { return }
    best.insert(id: Int(id), similarity: min(Double(product / (norm * squares.squareRoot())), 1))
  }
}

extension SIMD8<Float> {
  fileprivate init(_ numbers: UnsafeBufferPointer<Float>, at place: Int) {
    self = UnsafeRawBufferPointer(numbers).loadUnaligned(
      fromByteOffset: place * MemoryLayout<Float>.stride, as: SIMD8<Float>.self)
  }
}
