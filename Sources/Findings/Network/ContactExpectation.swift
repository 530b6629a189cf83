/// A reason for two departments to be in touch, and whether they are.
///
/// The reasons are those of the rules: where one is not met, a rule raises a finding unless a waiver
/// silences it. What waivers silence is not expected.
public struct ContactExpectation: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// Both are strong in this theme, by index (network/silo).
    case theme(Int)
    /// The project requires a basic service, or builds its own, that the provider of a foundation
    /// offers, by index (network/foundation-bypassed).
    case service(Int, project: Int, provider: Int)
    /// Both work with this outside partner, in these projects among others'
    /// (network/partner-uncoordinated).
    case partner(String, projects: [Int])
    /// Two projects that should know of each other, as a finding with this fingerprint says
    /// (network/missing-link and others about two projects).
    case projects(ProjectPair, finding: String)
    /// A verdict asks that two projects cooperate.
    case verdict(ProjectPair)
  }

  public let departments: DepartmentPair
  public let reason: Reason
  public let isMet: Bool

  public init(departments: DepartmentPair, reason: Reason, isMet: Bool) {
    self.departments = departments
    self.reason = reason
    self.isMet = isMet
  }
}
