/// A department's no to what another proposed, with its reason.
public struct Refusal: Sendable, Hashable {
  public var date: PartialDate
  public var reason: String

  public init(date: PartialDate, reason: String) {
    self.date = date
    self.reason = reason
  }
}
