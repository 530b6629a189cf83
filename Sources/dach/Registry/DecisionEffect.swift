import Portfolio

/// What a decision brought about besides being remembered.
struct DecisionEffect: Sendable {
  /// Ids of the two projects.
  let first: String
  let second: String
  /// The verdict that was recorded.
  var recorded: Verdict?
  var merge: MergeOutcome?
  var unmerge: UnmergeOutcome?
  var bundle: BundleOutcome?
  var unbundle: UnbundleOutcome?
  /// The verdict that was taken back.
  var withdrawn: Verdict?
  /// The registry as it is afterwards.
  var after = Portfolio()

  init(first: String, second: String) {
    self.first = first
    self.second = second
  }

  /// Whether it is about the question if the two are the same undertaking.
  var concernsDuplicates = false

  /// Whether records were merged or separated, which wants a second look before it is done.
  var isGrave: Bool { merge != nil || unmerge != nil }

  /// Whether another run of the same change did the same.
  func isSame(as other: DecisionEffect) -> Bool {
    merge == other.merge && unmerge == other.unmerge && bundle == other.bundle
      && unbundle == other.unbundle && withdrawn == other.withdrawn
  }
}
