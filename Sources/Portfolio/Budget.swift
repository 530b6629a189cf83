/// An amount of money and where it comes from.
public struct Budget: Sendable, Hashable {
  /// In hundredths of the currency's unit, so that no rounding creeps in.
  public var cents: Int64
  /// ISO 4217, e.g. `EUR`.
  public var currency: String
  /// Who pays, or what the amount covers.
  public var funding: String?

  public init(cents: Int64, currency: String = "EUR", funding: String? = nil) {
    self.cents = cents
    self.currency = currency
    self.funding = funding
  }
}
