import Portfolio

extension Verdict {
  init?(_ fields: inout FieldReader) {
    let pair = fields.pair("pair")
    let outcome = fields.choice("outcome", of: Outcome.self, isRequired: true)
    let reason = fields.text("reason")
    let by = fields.text("by")
    let date = fields.date("date")
    let bundle = fields.bundle("bundle", outcome: outcome)
    let created = fields.flag("created")
    let confirmed = fields.date("confirmed")
    let declined = fields.mapping("declined", Refusal.init)
    let basis = fields.mapping("basis", VerdictBasis.init)
    guard let pair, let outcome else { return nil }
    self.init(
      first: pair.0, second: pair.1, outcome: outcome, reason: reason, by: by, date: date,
      bundle: bundle, createdBundle: created ?? false, basis: basis, confirmed: confirmed,
      declined: declined, location: fields.location)
  }
}

extension VerdictBasis {
  init?(_ fields: inout FieldReader) {
    let first = fields.mapping("first", isRequired: true, Side.init)
    let second = fields.mapping("second", isRequired: true, Side.init)
    guard let first, let second else { return nil }
    self.init(first: first, second: second)
  }
}

extension VerdictBasis.Side {
  init?(_ fields: inout FieldReader) {
    let title = fields.text("title", isRequired: true)
    let summary = fields.text("summary")
    let provides = fields.ids("provides", form: .plain)
    let requires = fields.ids("requires", form: .plain)
    guard let title else { return nil }
    self.init(title: title, summary: summary, provides: provides, requires: requires)
  }
}

extension Refusal {
  init?(_ fields: inout FieldReader) {
    let date = fields.date("date", isRequired: true)
    let reason = fields.text("reason", isRequired: true)
    guard let date, let reason else { return nil }
    self.init(date: date, reason: reason)
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
