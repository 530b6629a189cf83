/// Numbers features by how many texts have them, the most frequent first, equal ones by key: so
/// the numbers do not depend on the order of the texts.
struct FeatureRanking {
  /// The new number of each feature, by its old one.
  let rankOfFeature: [UInt32]
  /// How many texts have each feature, by its new number.
  let frequencies: [Int]

  init(counts: SparseMatrix, keys: [UInt64]) {
    var frequencyOfFeature = Array(repeating: 0, count: keys.count)
    for feature in counts.columns { frequencyOfFeature[Int(feature)] += 1 }
    // Sorted side by side with what they are sorted by: fewer reads from all over memory.
    let order = keys.indices
      .map { Ranked(frequency: frequencyOfFeature[$0], key: keys[$0], feature: $0) }
      .sorted(by: Ranked.precedes)
    var ranks = [UInt32](repeating: 0, count: keys.count)
    for (rank, ranked) in order.enumerated() { ranks[ranked.feature] = UInt32(rank) }
    rankOfFeature = ranks
    frequencies = order.map(\.frequency)
  }

  private struct Ranked {
    let frequency: Int
    let key: UInt64
    let feature: Int

    static func precedes(_ left: Ranked, _ right: Ranked) -> Bool {
      left.frequency != right.frequency
        ? left.frequency > right.frequency : left.key < right.key
    }
  }

  /// The same rows under the new numbers; exchanging rows and columns twice sorts them.
  func renumbered(_ counts: SparseMatrix) -> SparseMatrix {
    var counts = counts
    for index in counts.columns.indices {
      counts.columns[index] = rankOfFeature[Int(counts.columns[index])]
    }
    return counts.transposed(columnCount: frequencies.count).transposed(
      columnCount: counts.rowCount)
  }
}
