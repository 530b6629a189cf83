public import Portfolio

/// What the strategy expects of whom, and what has come of it: for every guideline and theme, one
/// entry for each department or theme that it names.
///
/// A gap is what is expected, minus what is covered, minus what is waived. What is covered stands
/// twice: as the departments declare it and as the steward has reviewed it. The two are never
/// added; gaps follow from the declared one.
public struct ExpectedCoverage: Sendable, Hashable {
  /// In the order of the strategy, guidelines before themes.
  public let entries: [Entry]

  /// Entries that lack something which is due and not waived.
  public var gaps: [Entry] { entries.filter { $0.state == .missing } }

  /// The entries of one guideline or theme.
  public func entries(of subject: Subject) -> [Entry] { entries.filter { $0.place == subject } }

  /// One expectation of a guideline or theme.
  public struct Entry: Sendable, Hashable {
    /// The guideline or theme that expects something.
    public let place: Subject
    public let placeName: String
    /// The department or theme that is to contribute.
    public let contributor: Subject
    public let contributorName: String
    public let obligation: Expectation.Obligation
    /// Fewest contributions that fulfil it by now; where none is due yet, those due first.
    public let minimum: Int
    /// The date of the expectation; where several bind, of the last one that is due.
    public let by: PartialDate?
    /// Whether it is a must whose date, if any, has passed.
    public let isDue: Bool
    /// Ids of the contributing projects, one for each undertaking, as the departments declare it.
    public let declared: [String]
    /// The same as the steward has reviewed it.
    public let reviewed: [String]
    /// The exception by which the contributor is let off, where one is in force.
    public let waiver: Waiver?
    public let state: State

    /// How many declared contributions are missing; 0 unless the state is `missing`.
    public var lacking: Int { state == .missing ? minimum - declared.count : 0 }

    /// Whether the reviewed contributions alone would do.
    public var isFulfilledAsReviewed: Bool { reviewed.count >= minimum }
  }

  public enum State: String, Sendable, CaseIterable {
    /// Enough contributions are declared.
    case fulfilled
    /// Due, not enough, and not waived: a gap.
    case missing
    /// Due and not enough, but let off ("not ours, because …").
    case waived
    /// Not due yet, and not enough so far.
    case ahead
    /// A contribution is welcome; there is none.
    case welcome
    /// Need not contribute.
    case exempt
  }
}
