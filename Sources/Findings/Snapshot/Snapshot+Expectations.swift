internal import Portfolio

/// What the strategy requires of somebody by now.
struct Requirement: Sendable {
  /// Index of the department or theme.
  let contributor: Int
  /// Fewest contributions.
  let minimum: Int
}

extension Snapshot {
  /// Departments that must contribute by now, each once with its highest minimum, by index.
  func requiredDepartments(_ expectations: [Expectation]) -> [Requirement] {
    requirements(expectations) { contributor in
      if case .department(let index) = contributor { index } else { nil }
    }
  }

  /// Themes that must be served by now, each once with its highest minimum, by index.
  func requiredThemes(_ expectations: [Expectation]) -> [Requirement] {
    requirements(expectations) { contributor in
      if case .theme(let index) = contributor { index } else { nil }
    }
  }

  private func requirements(
    _ expectations: [Expectation], index: (Duty.Contributor) -> Int?
  ) -> [Requirement] {
    duties(expectations).filter(\.isDue)
      .compactMap { duty in
        index(duty.contributor).map { Requirement(contributor: $0, minimum: duty.minimum) }
      }
      .sorted { $0.contributor < $1.contributor }
  }

  /// Whether anybody is to contribute by now. A guideline or theme that says nothing, or only
  /// exempts some, is expected of the city as a whole.
  func isExpected(_ expectations: [Expectation]) -> Bool {
    let duties = duties(expectations)
    if duties.contains(where: { $0.obligation == .must }) { return duties.contains(where: \.isDue) }
    return !duties.contains { $0.obligation == .may }
  }

  /// Whether somebody is required by now and everybody who is has been let off.
  func isEverybodyLetOff(_ expectations: [Expectation], by place: Subject) -> Bool {
    let due = duties(expectations).filter(\.isDue)
    return !due.isEmpty
      && due.allSatisfy { exemption(of: subject(of: $0.contributor), from: place) != nil }
  }

  /// Projects that serve a guideline and are not discontinued.
  func contributors(to guideline: Int) -> [Int] {
    alignmentsOfGuideline[guideline].map(\.project).filter { phase(of: $0).countsForCoverage }
  }

  /// Departments that a guideline or theme requires by now and that no waiver lets off.
  func obligedDepartments(_ expectations: [Expectation], of place: Subject) -> [Requirement] {
    requiredDepartments(expectations).filter {
      exemption(of: departmentSubject($0.contributor), from: place) == nil
    }
  }

  /// The exception in force by which one department or theme need not contribute to a guideline
  /// or theme ("not ours, because …").
  func exemption(of contributor: Subject, from place: Subject) -> Waiver? {
    let rule =
      contributor.kind == .department
      ? DepartmentExpected.documentation.name : ThemeEmpty.documentation.name
    return waiver(rule: rule, subjects: [place, contributor])
  }

  /// The same, or else the exception for the guideline or theme as a whole.
  func waiver(ofContributor contributor: Subject, to place: Subject) -> Waiver? {
    let whole =
      place.kind == .guideline
      ? GuidelineUncovered.documentation.name : ThemeEmpty.documentation.name
    return exemption(of: contributor, from: place) ?? waiver(rule: whole, subjects: [place])
  }
}
