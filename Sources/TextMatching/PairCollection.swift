import Synchronization

/// The pairs that several threads find, in bounded memory: once there are too many, only the most
/// similar remain, of equally similar ones the first, whatever thread was first.
final class PairCollection: Sendable {
  private struct State {
    var threshold: Double
    var pairs: [SimilarityJoin.Pair] = []
    var isComplete = true
    var candidateCount = 0
    var workDone = 0
  }

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
      for pair in pairs where pair.similarity >= state.threshold { state.pairs.append(pair) }
      if state.pairs.count > 2 * limit { dropLeastSimilar(&state) }
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

  /// The pairs by left and right text, all from the threshold on if `isComplete`, and how many were
  /// candidates.
  func result() -> LongListTexts.Join {
    state.withLock { state in
      if state.pairs.count > limit { dropLeastSimilar(&state) }
      state.pairs.sort { ($0.left, $0.right) < ($1.left, $1.right) }
      return LongListTexts.Join(
        pairs: state.pairs, threshold: state.threshold, isComplete: state.isComplete,
        candidateCount: state.candidateCount)
    }
  }

  private func dropLeastSimilar(_ state: inout State) {
    state.pairs.sort { ($1.similarity, $0.left, $0.right) < ($0.similarity, $1.left, $1.right) }
    state.pairs.removeLast(state.pairs.count - limit)
    state.isComplete = false
    if let last = state.pairs.last { state.threshold = last.similarity }
  }
}
