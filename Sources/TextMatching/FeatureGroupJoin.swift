/// Finds the pairs of a matrix's rows whose product reaches a threshold, one feature after the
/// other: those pairs of which it is the rarest feature in common.
///
/// In the feature's list the texts stand by head norm, so a text's partners end where the product
/// of both norms falls below the threshold. The products with all of them are summed at once, over
/// an inverted index of the list's texts alone, which stays in the cache of a processor core.
struct FeatureGroupJoin {
  private let vectors: SparseMatrix
  private let index: HeadNormIndex
  /// By feature: its place in `lists` plus one, 0 for those that no two texts of the group have.
  private var listOfFeature: [UInt32]
  /// The features of the group's texts.
  private var features: [UInt32] = []
  private var lists: [GroupList] = []
  /// The entries of all lists: a text's place in the group, and its weight.
  private var entries: [GroupEntry] = []
  /// For each text of the group its weight of the feature itself.
  private var ownWeights: [Float] = []
  /// For each text of the group the product with the present one, but for the feature itself.
  private var sums: [Float] = []
  private(set) var pairs: [SimilarityJoin.Pair] = []
  private(set) var candidateCount = 0

  /// What rounding may cost a bound: products of `Float`s, summed over some hundred features.
  private static let tolerance: Float = 1e-4
  /// Takes a pair out that has a rarer feature in common.
  private static let exclusion: Float = -1e9

  /// What a bound has to reach.
  static func needed(_ threshold: Double) -> Float { Float(threshold) - tolerance }

  init(_ vectors: SparseMatrix, _ index: HeadNormIndex) {
    self.vectors = vectors
    self.index = index
    listOfFeature = Array(repeating: 0, count: index.starts.count - 1)
  }

  /// Hands out the pairs so far, and forgets them.
  mutating func takePairs() -> [SimilarityJoin.Pair] {
    defer { pairs.removeAll(keepingCapacity: true) }
    return pairs
  }

  /// Adds the pairs of which `feature` is the rarest in common.
  mutating func addPairs(at feature: Int, atLeast threshold: Double) {
    let needed = Self.needed(threshold)
    let list = index.starts[feature]..<index.starts[feature + 1]
    guard list.count > 1 else { return }
    let greatest = index.entries[list.lowerBound].norm
    // Beyond, no text has a partner before it.
    let group = list.prefix { index.entries[$0].norm * greatest >= needed }
    guard group.count > 1 else { return }
    gather(group, apartFrom: UInt32(feature))
    var partners = group.count
    for place in 0..<group.count {
      let norm = index.entries[group.lowerBound + place].norm
      // The norms fall, so those of the partners have to rise.
      while partners > 0, index.entries[group.lowerBound + partners - 1].norm * norm < needed {
        partners -= 1
      }
      let count = min(place, partners)
      candidateCount += count
      sumUp(place, of: group, at: UInt32(feature), partners: count)
      select(place, of: group, partners: count, threshold)
    }
    for feature in features { listOfFeature[Int(feature)] = 0 }
  }

  /// Makes room for an inverted index of the texts of a group.
  private mutating func gather(_ group: Range<Int>, apartFrom own: UInt32) {
    features.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
    for entry in group {
      for place in vectors.row(index.entries[entry].text) {
        let feature = vectors.columns[place]
        if feature == own { continue }
        if listOfFeature[Int(feature)] == 0 { features.append(feature) }
        listOfFeature[Int(feature)] += 1
      }
    }
    var next = 0
    for feature in features {
      let count = Int(listOfFeature[Int(feature)])
      listOfFeature[Int(feature)] = 0
      guard count > 1 else { continue }
      lists.append(GroupList(start: next, end: next))
      listOfFeature[Int(feature)] = UInt32(lists.count)
      next += count
    }
    if entries.count < next {
      entries += repeatElement(GroupEntry(place: 0, weight: 0), count: next - entries.count)
    }
    if sums.count < group.count {
      sums += repeatElement(0, count: group.count - sums.count)
      ownWeights += repeatElement(0, count: group.count - ownWeights.count)
    }
  }

  /// Sums the products of a text with its partners, and enters it into the lists.
  private mutating func sumUp(
    _ place: Int, of group: Range<Int>, at own: UInt32, partners: Int
  ) {
    for column in vectors.row(index.entries[group.lowerBound + place].text) {
      let feature = vectors.columns[column]
      let weight = vectors.values[column]
      if feature == own {
        ownWeights[place] = weight
        continue
      }
      let number = Int(listOfFeature[Int(feature)]) - 1
      if number < 0 { continue }
      let list = lists[number]
      add(
        list.start..<list.end, times: feature > own ? Self.exclusion : weight, before: partners)
      entries[list.end] = GroupEntry(place: UInt32(place), weight: weight)
      lists[number].end += 1
    }
  }

  /// The innermost loop of the join: without bounds checks, as all entries lie in the group.
  private mutating func add(_ range: Range<Int>, times weight: Float, before partners: Int) {
    entries.withUnsafeBufferPointer { entries in
      sums.withUnsafeMutableBufferPointer { sums in
        for entry in range {
          let place = Int(entries[entry].place)
          if place >= partners { return }
          sums[place] += weight * entries[entry].weight
        }
      }
    }
  }

  /// Keeps those partners that reach the threshold, and sets the sums back.
  private mutating func select(
    _ place: Int, of group: Range<Int>, partners: Int, _ threshold: Double
  ) {
    let (needed, weight) = (Self.needed(threshold), ownWeights[place])
    let text = index.entries[group.lowerBound + place].text
    var found: [Int] = []
    sums.withUnsafeMutableBufferPointer { sums in
      ownWeights.withUnsafeBufferPointer { ownWeights in
        for partner in 0..<partners where sums[partner] + weight * ownWeights[partner] >= needed {
          found.append(partner)
        }
        for partner in 0..<partners { sums[partner] = 0 }
      }
    }
    for partner in found {
      let other = index.entries[group.lowerBound + partner].text
      let similarity = vectors.product(text, other)
      guard similarity >= threshold else { continue }
      pairs.append(
        .init(left: min(text, other), right: max(text, other), similarity: min(similarity, 1)))
    }
  }
}

/// The entries of one feature in a group, those so far.
private struct GroupList {
  let start: Int
  var end: Int
}

private struct GroupEntry {
  let place: UInt32
  let weight: Float
}
