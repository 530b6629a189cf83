/// Findings that are known and accepted for now: a check is then about what is new.
///
/// Keyed by fingerprints, that is by rule and subjects, so that texts, scores and places may change.
public struct Baseline: Sendable, Hashable {
  public let fingerprints: Set<String>

  public init(fingerprints: Set<String>) { self.fingerprints = fingerprints }

  public func contains(_ finding: Finding) -> Bool { fingerprints.contains(finding.fingerprint) }
}

extension CheckResult {
  /// Marks findings as known or new.
  public func compared(to baseline: Baseline) -> CheckResult {
    var result = self
    result.known = Set(findings.lazy.filter(baseline.contains).map(\.fingerprint))
    result.resolved = baseline.fingerprints.subtracting(findings.lazy.map(\.fingerprint)).count
    return result
  }

  /// The same without the known findings.
  public func newOnly() -> CheckResult {
    guard let known else { return self }
    var result = self
    result.findings.removeAll { known.contains($0.fingerprint) }
    return result
  }

  /// Findings that the baseline does not know; all of them where there is none.
  public var newFindings: [Finding] {
    guard let known else { return findings }
    return findings.filter { !known.contains($0.fingerprint) }
  }
}
