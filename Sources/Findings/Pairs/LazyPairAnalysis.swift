import Synchronization

/// The pair analysis of one snapshot: made when the first rule asks, then shared by all.
final class LazyPairAnalysis: Sendable {
  private let made = Mutex<PairAnalysis?>(nil)

  func analysis(of snapshot: Snapshot) -> PairAnalysis {
    made.withLock { made in
      if let made { return made }
      let analysis = PairAnalysis(snapshot)
      made = analysis
      return analysis
    }
  }

  /// Takes an analysis that has been made in another way.
  func use(_ analysis: PairAnalysis) { made.withLock { $0 = analysis } }
}

extension Snapshot {
  /// All pairs of projects that have something to do with each other, compared once.
  public var pairs: PairAnalysis { lazyPairs.analysis(of: self) }
}
