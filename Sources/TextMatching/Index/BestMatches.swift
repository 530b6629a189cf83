/// The best of many matches, as they come.
struct BestMatches {
  private let limit: Int
  private let threshold: Double
  /// The best first, equal ones by id.
  private(set) var entries: [SimilarityIndex.Match] = []

  init(limit: Int, threshold: Double) {
    self.limit = limit
    self.threshold = threshold
    entries.reserveCapacity(limit + 1)
  }

  /// What a similarity has to reach to be among the best.
  var least: Double {
    guard entries.count == limit, let last = entries.last else { return threshold }
    return max(last.similarity, threshold)
  }

  mutating func insert(id: Int, similarity: Double) {
    guard similarity >= least else { return }
    var place = entries.count
    while place > 0, (-entries[place - 1].similarity, entries[place - 1].id) > (-similarity, id) {
      place -= 1
    }
    entries.insert(.init(id: id, similarity: similarity), at: place)
    if entries.count > limit { entries.removeLast() }
  }
}
