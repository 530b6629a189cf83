import Synchronization

/// The pairs that several threads find, in bounded memory.
///
/// Once there are far too many, the threshold rises, so that the `limit` most similar ones remain:
/// in steps of 1/1024, and to where it ends whatever thread was first.
final class PairCollection: Sendable {
  private struct State {
    var threshold: Double
    var pairs: [SimilarityJoin.Pair] = []
    /// How many pairs have come up, by step of their similarity.
    var counts = [Int](repeating: 0, count: PairCollection.steps + 1)
    var candidateCount = 0
    var workDone = 0
  }

  private static let steps = 1024

  private let limit: Int
  private let state: Mutex<State>

  /// - Parameter limit: how many pairs are kept at the end; up to twice as many in between.
  init(atLeast threshold: Double, limit: Int) {
    self.limit = limit
    state = Mutex(State(threshold: threshold))
  }

  /// What a pair has to reach from now on.
  var threshold: Double { state.withLock { $0.threshold } }

  func add(_ pairs: [SimilarityJoin.Pair]) {
    state.withLock { state in
      for pair in pairs where pair.similarity >= state.threshold {
        state.counts[Self.step(pair.similarity)] += 1
        state.pairs.append(pair)
      }
      if state.pairs.count > 2 * limit { raise(&state) }
    }
  }

  /// Counts what is done, and returns how much that is by now.
  func finish(work: Int, candidates: Int) -> Int {
    state.withLock { state in
      state.candidateCount += candidates
      state.workDone += work
      return state.workDone
    }
  }

  /// The pairs by left and right text, the threshold that they reach, and how many were compared.
  func result() -> (pairs: [SimilarityJoin.Pair], threshold: Double, candidateCount: Int) {
    state.withLock { state in
      if state.pairs.count > limit { raise(&state) }
      state.pairs.sort { ($0.left, $0.right) < ($1.left, $1.right) }
      return (state.pairs, state.threshold, state.candidateCount)
    }
  }

  /// Raises the threshold to the first step from which on there are no more pairs than allowed.
  private func raise(_ state: inout State) {
    var (step, sum) = (Self.steps, state.counts[Self.steps])
    while step > 0, sum <= limit {
      step -= 1
      sum += state.counts[step]
    }
    let threshold = Double(step + 1) / Double(Self.steps)
    state.threshold = max(state.threshold, threshold)
    state.pairs.removeAll { $0.similarity < threshold }
  }

  private static func step(_ similarity: Double) -> Int { Int(similarity * Double(steps)) }
}
