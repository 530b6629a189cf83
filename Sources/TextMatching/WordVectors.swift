/// Texts as vectors of word stems, of unit length, weighted as in `TextCorpus`.
///
/// Stems that one text alone has are left out: they shorten its other weights, and never meet.
struct WordVectors: Sendable {
  /// One row a text, its stems by number: the most frequent is 0.
  let rows: SparseMatrix
  /// How many stems have a number.
  let featureCount: Int

  private static let pipeline = TextPipeline(steps: [.stopWords, .words, .stemming])
  /// The number of a stem that one text alone has.
  private static let alone = UInt32.max
  /// Fewer texts than this are not worth a thread of their own.
  private static let smallestPortion = 256

  init(_ texts: TokenizedTexts, names: WordSet) {
    let table = FeatureTable(texts.vocabulary, pipeline: Self.pipeline, names: names)
    let statistics = FeatureStatistics(texts, table, row: { texts.whole($0) })
    let (numbers, featureCount) = Self.numbers(statistics.frequencies, keys: table.numbers.keys)
    let portions = Concurrency.portions(of: texts.count, atLeast: Self.smallestPortion)
    let made = Concurrency.map(portions.indices) { portion in
      var rows = SparseMatrix()
      var vector = FeatureVector(table)
      for text in portions[portion] {
        vector.weigh(texts.tokens, at: texts.whole(text), by: statistics)
        Self.append(vector, to: &rows, numbers)
      }
      return rows
    }
    rows = made.dropFirst().reduce(into: made[0]) { $0.append($1) }
    self.featureCount = featureCount
  }

  /// The numbers of the stems that several texts have: the most frequent first, equal ones by key,
  /// so that they do not depend on the order of the texts.
  private static func numbers(
    _ frequencies: [UInt32], keys: [UInt64]
  ) -> (numbers: [UInt32], count: Int) {
    var numbers = Array(repeating: alone, count: keys.count)
    let order = keys.indices.filter { frequencies[$0] > 1 }
      .sorted { (frequencies[$1], keys[$0]) < (frequencies[$0], keys[$1]) }
    for (number, feature) in order.enumerated() { numbers[feature] = UInt32(number) }
    return (numbers, order.count)
  }

  private static func append(
    _ vector: FeatureVector, to rows: inout SparseMatrix, _ numbers: [UInt32]
  ) {
    let factor = vector.squares > 0 ? 1 / vector.squares.squareRoot() : 0
    let start = rows.columns.count
    for feature in vector.features where numbers[Int(feature)] != alone {
      // Inserted in its place: a text has some dozens.
      let number = numbers[Int(feature)]
      var place = rows.columns.count
      rows.columns.append(number)
      rows.values.append(0)
      while place > start, rows.columns[place - 1] > number {
        rows.columns[place] = rows.columns[place - 1]
        rows.values[place] = rows.values[place - 1]
        place -= 1
      }
      rows.columns[place] = number
      rows.values[place] = vector.values[Int(feature)] * factor
    }
    rows.starts.append(rows.columns.count)
  }
}
