/// What a merger did, or would do, to the project that goes on.
public struct MergeOutcome: Sendable, Hashable {
  /// A field in which the two disagree.
  public struct Conflict: Sendable, Hashable {
    public let field: MergeField
    /// What stays.
    public let kept: String
    /// What gives way; it stays on record with the merged project, or in the merger's trace.
    public let other: String
    /// Whether the merged project's value was preferred.
    public let isReplaced: Bool
  }

  /// Id of the project that goes on.
  public let survivor: String
  /// Id of the one that is archived.
  public let merged: String
  /// What went over because the other one had nothing there.
  public let taken: [TakenValue]
  public let conflicts: [Conflict]
}

/// What undoing a merger did, or would do.
public struct UnmergeOutcome: Sendable, Hashable {
  /// Id of the project that keeps going.
  public let survivor: String
  /// Id of the one that is back.
  public let restored: String
  /// Values that were taken over and have been edited since: they stay with the survivor.
  public let kept: [TakenValue]
}
