/// The thresholds by which a city tunes its check; kept with the strategy, not in code.
public struct CheckSettings: Sendable, Hashable {
  /// Months ahead in which an ending project puts its guideline at risk.
  public var horizonMonths: Int
  /// Days after which an unconfirmed project counts as stale.
  public var staleAfterDays: Int
  /// Fewest projects a department needs in a theme to count as strong there.
  public var siloMinimum: Int
  /// How many duplicate and network findings a department is shown by default.
  public var findingsPerDepartment: Int
  /// Days that another department has to answer a link before it is flagged as unconfirmed.
  public var answerWithinDays: Int
  /// Days after which a decision to cooperate is to have led to a link.
  public var cooperateWithinDays: Int
  /// How the fields of a project are weighed.
  public var completeness: Completeness

  public init(
    horizonMonths: Int = 12, staleAfterDays: Int = 365, siloMinimum: Int = 3,
    findingsPerDepartment: Int = 5, answerWithinDays: Int = 14, cooperateWithinDays: Int = 90,
    completeness: Completeness = Completeness()
  ) {
    self.horizonMonths = horizonMonths
    self.staleAfterDays = staleAfterDays
    self.siloMinimum = siloMinimum
    self.findingsPerDepartment = findingsPerDepartment
    self.answerWithinDays = answerWithinDays
    self.cooperateWithinDays = cooperateWithinDays
    self.completeness = completeness
  }
}
