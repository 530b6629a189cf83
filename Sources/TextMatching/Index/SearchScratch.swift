import Synchronization

/// Memory that one search after the other uses: clearing what a search has touched costs less than
/// asking the system for as much.
struct SearchScratch: Sendable {
  /// The query's weight for each feature; 0 for all others.
  var queryWeights: [Float] = []
  /// What each word is worth to the query.
  var worths: [Float] = []
  /// What the words of each weighed text are worth, as far as their lists have been read.
  var sums: [Float] = []
  /// The count of each feature in the text at hand.
  var counts: [Float] = []

  /// Brings all to the sizes of an index; what is there already is 0.
  fileprivate mutating func fit(features: Int, words: Int, texts: Int) {
    Self.fit(&queryWeights, features)
    Self.fit(&counts, features)
    Self.fit(&worths, words)
    Self.fit(&sums, texts)
  }

  private static func fit(_ numbers: inout [Float], _ count: Int) {
    if numbers.count > count { numbers.removeLast(numbers.count - count) }
    if numbers.count < count {
      numbers.append(contentsOf: repeatElement(0, count: count - numbers.count))
    }
  }
}

/// Lends scratch memory, to as many searches at a time as there are.
final class ScratchPool: Sendable {
  private let idle = Mutex<[SearchScratch]>([])
  /// More searches than this at a time have to ask the system for memory.
  private static let mostIdle = 4

  func take(features: Int, words: Int, texts: Int) -> SearchScratch {
    var scratch = idle.withLock { $0.popLast() } ?? SearchScratch()
    scratch.fit(features: features, words: words, texts: texts)
    return scratch
  }

  /// - Parameter scratch: all 0 again.
  func give(_ scratch: SearchScratch) {
    idle.withLock { if $0.count < Self.mostIdle { $0.append(scratch) } }
  }
}
