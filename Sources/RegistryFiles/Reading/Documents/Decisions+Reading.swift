import Portfolio

extension Verdict {
  init?(_ fields: inout FieldReader) {
    let pair = fields.pair("pair")
    let outcome = fields.choice("outcome", of: Outcome.self, isRequired: true)
    let reason = fields.text("reason")
    let by = fields.text("by")
    let date = fields.date("date")
    let bundle = fields.bundle("bundle", outcome: outcome)
    guard let pair, let outcome else { return nil }
    self.init(
      first: pair.0, second: pair.1, outcome: outcome, reason: reason, by: by, date: date,
      bundle: bundle, location: fields.location)
  }
}

extension Waiver {
  init?(_ fields: inout FieldReader) {
    let rule = fields.rule("rule")
    let subjects = fields.subjects("subjects")
    let reason = fields.text("reason", isRequired: true)
    let approver = fields.text("approver", isRequired: true)
    let approved = fields.date("approved")
    let expires = fields.date("expires")
    guard let rule, let reason, let approver else { return nil }
    self.init(
      rule: rule, subjects: subjects, reason: reason, approver: approver, approved: approved,
      expires: expires, location: fields.location)
  }
}

extension FieldReader {
  /// Two different projects.
  fileprivate mutating func pair(_ key: StaticString) -> (String, String)? {
    let faults = sink.faults
    let ids = ids(key, form: .project, isRequired: true)
    if ids.count == 2, ids[0] != ids[1] { return (ids[0], ids[1]) }
    if sink.faults == faults { report(.pairOfOne, at: valueAskedLast ?? node) }
    return nil
  }

  fileprivate mutating func bundle(_ key: StaticString, outcome: Verdict.Outcome?) -> String? {
    guard let value = scalar(key), let id = id(at: value, form: .project) else { return nil }
    if let outcome, outcome != .bundle { report(.bundleWithoutOutcome, at: value) }
    return id
  }

  fileprivate mutating func rule(_ key: StaticString) -> String? {
    guard let value = scalar(key, isRequired: true) else { return nil }
    let text = document.string(of: value)
    guard RuleName.isValid(text) else {
      report(.invalidRule(text), at: value)
      return nil
    }
    return text
  }

  fileprivate mutating func subjects(_ key: StaticString) -> [String] {
    let faults = sink.faults
    let ids = ids(key, form: .project, isRequired: true)
    if ids.isEmpty, sink.faults == faults { report(.noSubjects, at: valueAskedLast ?? node) }
    return ids
  }
}
