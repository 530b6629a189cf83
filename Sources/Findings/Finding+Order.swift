extension Finding {
  /// The category that the rule's name begins with.
  public var category: RuleCategory {
    RuleCategory.allCases.first { rule.utf8.starts(with: $0.rawValue.utf8) } ?? .gap
  }

  /// The order of every list of findings: severity, then score, then rule, then subjects. It is
  /// total, so that two runs over the same data print the same.
  public static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.score != right.score { return left.score > right.score }
    if left.rule != right.rule { return left.rule < right.rule }
    for (one, other) in zip(left.subjects, right.subjects) where one != other {
      return (one.id, one.kind.rawValue) < (other.id, other.kind.rawValue)
    }
    return left.subjects.count < right.subjects.count
  }
}
