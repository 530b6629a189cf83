internal import Portfolio

/// What the strategy requires of somebody by now.
struct Requirement: Sendable {
  /// Index of the department or theme.
  let contributor: Int
  /// Fewest projects.
  let minimum: Int
}

extension Snapshot {
  /// Whether the expectation binds today: it is a must, and its date, if any, has passed.
  func isDue(_ expectation: Expectation) -> Bool {
    guard expectation.obligation == .must else { return false }
    guard let by = expectation.by else { return true }
    return by.lastDay < asOf
  }

  /// Departments that must contribute by now, each once with its highest minimum, by index.
  func requiredDepartments(_ expectations: [Expectation]) -> [Requirement] {
    requirements(expectations) { contributor in
      if case .department(let id) = contributor { departmentTable[id] } else { nil }
    }
  }

  /// Themes that must be served by now, each once with its highest minimum, by index.
  func requiredThemes(_ expectations: [Expectation]) -> [Requirement] {
    requirements(expectations) { contributor in
      if case .theme(let id) = contributor { themeTable[id] } else { nil }
    }
  }

  private func requirements(
    _ expectations: [Expectation], index: (Expectation.Contributor) -> Int?
  ) -> [Requirement] {
    var minimums: [Int: Int] = [:]
    for expectation in expectations where isDue(expectation) {
      guard let contributor = index(expectation.contributor) else { continue }
      minimums[contributor] = max(minimums[contributor] ?? 1, expectation.minimum)
    }
    return minimums.sorted { $0.key < $1.key }.map {
      Requirement(contributor: $0.key, minimum: $0.value)
    }
  }

  /// Whether anybody is to contribute by now. A guideline or theme that says nothing, or only
  /// exempts some, is expected of the city as a whole.
  func isExpected(_ expectations: [Expectation]) -> Bool {
    let musts = expectations.filter { $0.obligation == .must }
    if musts.isEmpty { return !expectations.contains { $0.obligation == .may } }
    return musts.contains(where: isDue)
  }

  /// Projects that serve a guideline and are not discontinued.
  func contributors(to guideline: Int) -> [Int] {
    alignmentsOfGuideline[guideline].map(\.project).filter { phase(of: $0).countsForCoverage }
  }

  /// Departments that the guideline requires by now and that no waiver lets off.
  func obligedDepartments(_ guideline: Int) -> [Requirement] {
    requiredDepartments(guidelines[guideline].expects).filter { requirement in
      !isWaived(
        rule: "gap/department-expected",
        subjects: [
          Subject(.guideline, guidelines[guideline].id),
          departmentSubject(requirement.contributor),
        ])
    }
  }
}
