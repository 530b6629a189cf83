internal import Portfolio

extension Snapshot {
  /// A finding of a rule, with the fingerprint made from the oldest ids of renamed projects.
  ///
  /// - Parameter departments: indices of the departments concerned.
  func finding(
    _ rule: RuleDocumentation, severity: Severity? = nil, about subjects: [Subject],
    departments: [Int], location: SourceLocation?, message: BilingualText, action: BilingualText
  ) -> Finding {
    let oldest = subjects.map { Subject($0.kind, originalID(of: $0)) }
    return Finding(
      rule: rule.name, severity: severity ?? rule.severity, subjects: subjects,
      departments: departments.map { self.departments[$0].id }, message: message, action: action,
      fingerprint: Fingerprint.make(rule: rule.name, subjects: oldest), location: location)
  }

  /// A finding about one project, at the place where its record stands.
  func finding(
    _ rule: RuleDocumentation, aboutProject project: Int, message: BilingualText,
    action: BilingualText
  ) -> Finding {
    finding(
      rule, about: [subject(project)], departments: owners(of: [project]),
      location: projects[project].location, message: message, action: action)
  }

  /// The place of a line inside a project's record; the record's own where no line is known.
  func location(in project: Int, line: Int?) -> SourceLocation? {
    guard let record = projects[project].location, let line else {
      return projects[project].location
    }
    return SourceLocation(file: record.file, line: line)
  }
}
