/// For each feature the texts in which it may be the rarest one of a pair that reaches the
/// threshold: by head norm, the greatest first.
struct HeadNormIndex: Sendable {
  /// Where each feature's entries start; one more than there are features.
  let starts: [Int]
  let entries: [HeadNormEntry]

  /// Features that a thread sorts at a time.
  private static let portion = 4096
  /// Entries that a thread joins at a time.
  private static let entriesOfPortion = 1 << 18

  /// - Parameter needed: entries with a smaller norm are left out, since no text's is above 1.
  init(_ vectors: SparseMatrix, featureCount: Int, needed: Float) {
    var starts = Array(repeating: 0, count: featureCount + 1)
    var heads = HeadNorms()
    for text in 0..<vectors.rowCount {
      let row = vectors.row(text)
      heads.read(row, of: vectors)
      for (place, norm) in zip(row, heads.norms) where norm >= needed {
        starts[Int(vectors.columns[place]) + 1] += 1
      }
    }
    for feature in 0..<featureCount { starts[feature + 1] += starts[feature] }
    var next = starts
    var entries = Array(
      repeating: HeadNormEntry(norm: 0, text: 0), count: starts[featureCount])
    for text in 0..<vectors.rowCount {
      let row = vectors.row(text)
      heads.read(row, of: vectors)
      for (place, norm) in zip(row, heads.norms) where norm >= needed {
        let feature = Int(vectors.columns[place])
        entries[next[feature]] = HeadNormEntry(norm: norm, text: UInt32(text))
        next[feature] += 1
      }
    }
    Self.sort(&entries, starts)
    self.starts = starts
    self.entries = entries
  }

  /// Sorts each feature's entries, on all processors.
  private static func sort(_ entries: inout [HeadNormEntry], _ starts: [Int]) {
    let featureCount = starts.count - 1
    entries.withUnsafeMutableBufferPointer { entries in
      // No two features share an entry, so no two threads touch the same.
      nonisolated(unsafe) let entries = entries
      _ = Concurrency.map(0..<((featureCount + portion - 1) / portion)) { number in
        for feature in (number * portion)..<min((number + 1) * portion, featureCount) {
          let list = starts[feature]..<starts[feature + 1]
          if list.count > 1 { entries[list].sort(by: >) }
        }
      }
    }
  }

  /// All features in portions, with what they take: the pairs of their entries.
  var portions: [(features: Range<Int>, work: Int)] {
    var portions: [(features: Range<Int>, work: Int)] = []
    var (start, work) = (0, 0)
    for feature in 0..<(starts.count - 1) {
      let count = starts[feature + 1] - starts[feature]
      work += count * (count + 1) / 2
      let isFull = starts[feature + 1] - starts[start] >= Self.entriesOfPortion
      if isFull || feature == starts.count - 2 {
        portions.append((start..<(feature + 1), work))
        (start, work) = (feature + 1, 0)
      }
    }
    return portions
  }
}
