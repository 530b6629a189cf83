internal import Portfolio

/// What a pair of like projects is; one that is neither may be a missing link (`MissingLinks`).
enum PairJudgement: Sendable, Hashable {
  case duplicate, bundleCandidate

  /// Linked projects know of each other; only texts this alike are then worth a question.
  private static let nearlySameText = 0.6
  /// Below the level of a duplicate, above what is alike by chance.
  private static let bundleLogOdds = -4.0..<0.0

  /// Nil where there is nothing to say.
  init?(_ comparison: PairComparison, in snapshot: Snapshot) {
    let duplicate = comparison.duplicateScore.logOdds
    guard duplicate >= Self.bundleLogOdds.lowerBound else { return nil }
    let relation = PairRelation(comparison.pair, in: snapshot)
    if duplicate >= 0 {
      guard Self.mayBeDuplicate(comparison, relation) else { return nil }
      self = .duplicate
    } else if Self.isBundle(duplicate, comparison, relation) {
      self = .bundleCandidate
    } else {
      return nil
    }
  }

  private static func mayBeDuplicate(
    _ comparison: PairComparison, _ relation: PairRelation
  ) -> Bool {
    !relation.duplicateIsSettled && !relation.isSuccession && !relation.isSeries
      && (!(relation.isLinked || relation.hasCommonNeighbour)
        || comparison.text >= nearlySameText)
  }

  /// Alike in text and in what they use or whom they serve, both still open to change.
  private static func isBundle(
    _ logOdds: Double, _ comparison: PairComparison, _ relation: PairRelation
  ) -> Bool {
    bundleLogOdds.contains(logOdds) && comparison.text >= 0.1 && !comparison.supplies
      && comparison.technologies >= 0.3 && comparison.sharesTheme == true
      && relation.areActive && !relation.isLinked && !relation.hasCommonRoof
      && !relation.isSeries && !relation.isDecided
  }
}

extension PairAnalysis {
  /// The comparisons that are judged so, in order.
  func comparisons(_ judgement: PairJudgement) -> [PairComparison] {
    judged.filter { $0.judgement == judgement }.map(\.comparison)
  }
}
