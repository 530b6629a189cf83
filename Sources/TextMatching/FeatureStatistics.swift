/// In how many texts each feature stands, and what it therefore weighs.
struct FeatureStatistics: Sendable {
  /// By the features' numbers in their table.
  let frequencies: [UInt32]
  /// See `TextCorpus`.
  let inverseFrequencies: [Float]

  /// Fewer texts than this are not worth a thread of their own.
  private static let smallestPortion = 256

  /// - Parameter row: the places of a text's tokens, by the text's number.
  init(
    _ texts: TokenizedTexts, _ table: FeatureTable, row: @Sendable (Int) -> Range<Int>
  ) {
    let featureCount = table.numbers.count
    let portions = Concurrency.portions(of: texts.count, atLeast: Self.smallestPortion)
    let counted = Concurrency.map(portions.indices) { portion in
      var frequencies = [UInt32](repeating: 0, count: featureCount)
      var vector = FeatureVector(table)
      for text in portions[portion] {
        vector.count(texts.tokens, at: row(text))
        for feature in vector.features { frequencies[Int(feature)] += 1 }
      }
      return frequencies
    }
    var sums = counted[0]
    for portion in counted.dropFirst() {
      for feature in sums.indices { sums[feature] += portion[feature] }
    }
    frequencies = sums
    inverseFrequencies = sums.map { TextCorpus.inverseFrequency(Int($0), count: texts.count) }
  }
}

/// The features of one row of tokens after the other, in memory that is used again.
struct FeatureVector {
  private let table: FeatureTable
  /// By feature: its count or weight in the present row, 0 for all others.
  private(set) var values: [Float]
  /// Those of the present row, in order of appearance.
  private(set) var features: [UInt32] = []
  /// The sum of the weights' squares.
  private(set) var squares: Float = 0

  init(_ table: FeatureTable) {
    self.table = table
    values = Array(repeating: 0, count: table.numbers.count)
  }

  /// Counts the features of the tokens at `places`, instead of those before.
  mutating func count(_ tokens: [UInt32], at places: Range<Int>) {
    for feature in features { values[Int(feature)] = 0 }
    features.removeAll(keepingCapacity: true)
    tokens.withUnsafeBufferPointer {
      table.count(UnsafeBufferPointer(rebasing: $0[places]), in: &values, seen: &features)
    }
  }

  /// Counts and weighs.
  mutating func weigh(
    _ tokens: [UInt32], at places: Range<Int>, by statistics: FeatureStatistics
  ) {
    count(tokens, at: places)
    squares = 0
    for feature in features {
      let weight =
        TextCorpus.dampened(values[Int(feature)]) * statistics.inverseFrequencies[Int(feature)]
      values[Int(feature)] = weight
      squares += weight * weight
    }
  }

  /// The cosine, 0…1; the other's features are the fewer ones to go through.
  func cosine(_ other: FeatureVector) -> Double {
    guard squares > 0, other.squares > 0 else { return 0 }
    var sum: Float = 0
    values.withUnsafeBufferPointer { values in
      other.values.withUnsafeBufferPointer { others in
        for feature in other.features { sum += values[Int(feature)] * others[Int(feature)] }
      }
    }
    return min(Double(sum) / (Double(squares) * Double(other.squares)).squareRoot(), 1)
  }
}
