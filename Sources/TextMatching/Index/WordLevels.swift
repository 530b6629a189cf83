/// Words in portions: those that are worth most to a query first, each portion with lists of about
/// as many entries.
struct WordLevels {
  struct Level {
    let words: ArraySlice<UInt32>
    /// No word of a later level is worth more; 0 after the last.
    let greatestLeft: Float
    /// How many entries the lists of the next level have.
    let entriesOfNext: Int
  }

  /// In order of worth, as far as `bucket` tells.
  private let words: [UInt32]
  /// Where levels end in `words`, how many entries each has, and its greatest worth.
  private var levels: [(end: Int, entries: Int, greatest: Float)] = []
  private var nextLevel = 0

  /// The entries of the first level, as a multiple of the number of texts; each further level has
  /// twice as many.
  private static let entriesPerText = 0.5
  /// What beginning a list costs, as a number of entries.
  private static let listCost = 25

  init(_ words: [UInt32], worths: [Float], lists: NumberLists, count: Int) {
    let buckets = NumberLists(count: Self.bucketCount) { add in
      for word in words { add(Self.bucket(worths[Int(word)]), word) }
    }
    self.words = buckets.numbers
    var enough = Int(Double(count) * Self.entriesPerText)
    var (entries, greatest): (Int, Float) = (0, 0)
    for bucket in 0..<Self.bucketCount where !buckets.list(bucket).isEmpty {
      if entries == 0 { greatest = Self.greatest(in: bucket) }
      for place in buckets.list(bucket) {
        entries += Self.listCost + lists.list(Int(buckets.numbers[place])).count
      }
      if entries >= enough {
        levels.append((buckets.list(bucket).upperBound, entries, greatest))
        entries = 0
        enough *= 2
      }
    }
    if entries > 0 { levels.append((self.words.count, entries, greatest)) }
  }

  mutating func next() -> Level? {
    guard nextLevel < levels.count else { return nil }
    let start = nextLevel == 0 ? 0 : levels[nextLevel - 1].end
    let end = levels[nextLevel].end
    nextLevel += 1
    let following = nextLevel < levels.count ? levels[nextLevel] : nil
    return Level(
      words: words[start..<end], greatestLeft: following?.greatest ?? 0,
      entriesOfNext: following?.entries ?? 0)
  }

  /// Sign, exponent and three bits of the fraction of a `Float` above 0: one of eight buckets for
  /// each power of two, the greatest worth first.
  private static let bucketShift: UInt32 = 20
  private static let bucketCount = 1 << 11

  private static func bucket(_ worth: Float) -> UInt32 {
    UInt32(bucketCount - 1) - worth.bitPattern >> bucketShift
  }

  private static func greatest(in bucket: Int) -> Float {
    Float(bitPattern: (UInt32(bucketCount - 1 - bucket) + 1) << bucketShift)
  }
}
