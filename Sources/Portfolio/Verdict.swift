/// A decision on a pair of projects, taken once and remembered.
public struct Verdict: Sendable, Hashable {
  public enum Outcome: String, Sendable, CaseIterable {
    /// The same undertaking.
    case duplicate
    /// Different undertakings that one joint project should serve.
    case bundle
    /// Alike, yet not the same; nothing to do.
    case different
    /// The departments shall work together.
    case cooperate
    /// No cooperation needed.
    case notNeeded
    /// They work together already.
    case alreadyDo

    /// Whether it settles the question if the two are the same undertaking.
    public var settlesDuplicate: Bool {
      self == .duplicate || self == .bundle || self == .different
    }
  }

  /// The ids of the two projects, in no particular order.
  public var first: String
  public var second: String
  public var outcome: Outcome
  public var reason: String?
  /// Who decided: a function or a department, never a person's name.
  public var by: String?
  public var date: PartialDate?
  /// Id of the joint project, for `bundle`.
  public var bundle: String?
  /// Whether the joint project was registered by this very decision.
  public var createdBundle: Bool
  /// What the two projects said about themselves when it was decided; nil where nobody noted it.
  public var basis: VerdictBasis?
  /// When the other department agreed, for `cooperate`.
  public var confirmed: PartialDate?
  /// That the other department said no, for `cooperate`.
  public var declined: Refusal?
  public var location: SourceLocation?

  public init(
    first: String, second: String, outcome: Outcome, reason: String? = nil, by: String? = nil,
    date: PartialDate? = nil, bundle: String? = nil, createdBundle: Bool = false,
    basis: VerdictBasis? = nil, confirmed: PartialDate? = nil, declined: Refusal? = nil,
    location: SourceLocation? = nil
  ) {
    self.first = first
    self.second = second
    self.outcome = outcome
    self.reason = reason
    self.by = by
    self.date = date
    self.bundle = bundle
    self.createdBundle = createdBundle
    self.basis = basis
    self.confirmed = confirmed
    self.declined = declined
    self.location = location
  }
}
