/// What a column is called in the registry's files.
enum FieldName {
  static func of(column: String) -> String {
    if let name = special[column] { return name }
    let words = column.split(separator: "_")
    return words.dropFirst().reduce(String(words[0])) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }

  private static let special = [
    "period_start": "period.start", "period_end": "period.end", "budget_amount": "budget.amount",
    "budget_currency": "budget.currency", "budget_funding": "budget.funding",
    "visibility": "visibility.level", "label": "visibility.label", "page": "visibility.page",
    "due": "by", "decided_by": "by", "is_foundation": "foundation",
    "horizon_months": "checks.horizonMonths", "stale_after_days": "checks.staleAfterDays",
    "silo_minimum": "checks.siloMinimum",
    "findings_per_department": "checks.findingsPerDepartment",
    "answer_within_days": "checks.answerWithinDays",
    "cooperate_within_days": "checks.cooperateWithinDays", "bundle_created": "created",
    "decline_reason": "declined.reason", "first_title": "basis.first.title",
    "first_summary": "basis.first.summary", "first_provides": "basis.first.provides",
    "first_requires": "basis.first.requires", "second_title": "basis.second.title",
    "second_summary": "basis.second.summary", "second_provides": "basis.second.provides",
    "second_requires": "basis.second.requires",
  ]
}
