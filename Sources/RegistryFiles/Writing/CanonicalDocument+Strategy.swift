import Portfolio

extension CanonicalDocument {
  func write(_ strategy: Strategy) throws {
    try mapping(.block) {
      try requiredID("id", strategy.id)
      try required("name", strategy.name)
      try optional("summary", strategy.summary)
      try optional("vision", strategy.vision)
      try optional("lead", strategy.lead)
      try writeFunctions(strategy.functions)
      try writeGuidelines(strategy.guidelines)
      try writeThemes(strategy.themes)
      try writeServices(strategy.services)
      try writeMilestones(strategy.milestones)
      try statements("statements", strategy.statements)
      try writeFigures(strategy.figures)
      try lines("openQuestions", strategy.openQuestions)
      try writeChecks(strategy.checks)
      try writeSources(strategy.sources)
    }
  }

  private func writeFunctions(_ functions: [StrategyFunction]) throws {
    try entries("functions", functions) { function in
      try requiredID("id", function.id)
      try required("name", function.name)
      try required("text", function.text)
      try sourceIDs(function.sources)
    }
  }

  private func writeGuidelines(_ guidelines: [Guideline]) throws {
    try entries("guidelines", guidelines) { guideline in
      try requiredID("id", guideline.id)
      try required("name", guideline.name)
      try word("kind", guideline.kind)
      try optional("description", guideline.description)
      try words("keywords", guideline.keywords)
      try number("revision", guideline.revision, default: 1)
      try writeEarlier(guideline.earlier)
      try expectations(guideline.expects)
      try sourceIDs(guideline.sources)
    }
  }

  private func writeEarlier(_ wordings: [GuidelineWording]) throws {
    try entries("earlier", wordings) { wording in
      // No usual value: the number is what the wording is found by.
      try number("revision", wording.revision, default: 0)
      try required("name", wording.name)
      try optional("description", wording.description)
      try date("until", wording.until)
    }
  }

  private func writeThemes(_ themes: [Theme]) throws {
    try entries("themes", themes) { theme in
      try requiredID("id", theme.id)
      try required("name", theme.name)
      try words("aliases", theme.aliases)
      try optional("description", theme.description)
      try words("keywords", theme.keywords)
      try expectations(theme.expects)
      try sourceIDs(theme.sources)
    }
  }

  private func writeServices(_ services: [Service]) throws {
    try entries("services", services) { service in
      try requiredID("id", service.id)
      try required("name", service.name)
      try optional("description", service.description)
    }
  }

  private func writeMilestones(_ milestones: [Milestone]) throws {
    try entries("milestones", milestones) { milestone in
      try date("date", milestone.date)
      try word("kind", milestone.kind)
      try required("text", milestone.text)
      try sourceIDs(milestone.sources)
    }
  }

  private func writeFigures(_ figures: [KeyFigure]) throws {
    try entries("figures", figures, .flow) { figure in
      try required("name", figure.name)
      try required("value", figure.value)
      try date("date", figure.date)
      try sourceIDs(figure.sources)
    }
  }

  private func writeChecks(_ checks: CheckSettings) throws {
    let usual = CheckSettings()
    guard checks != usual else { return }
    try mapping("checks", .flow) {
      try number("horizonMonths", checks.horizonMonths, default: usual.horizonMonths)
      try number("staleAfterDays", checks.staleAfterDays, default: usual.staleAfterDays)
      try number("siloMinimum", checks.siloMinimum, default: usual.siloMinimum)
      try number(
        "findingsPerDepartment", checks.findingsPerDepartment,
        default: usual.findingsPerDepartment)
      try number("answerWithinDays", checks.answerWithinDays, default: usual.answerWithinDays)
      try number(
        "cooperateWithinDays", checks.cooperateWithinDays, default: usual.cooperateWithinDays)
      try writeCompleteness(checks.completeness)
    }
  }

  private func writeCompleteness(_ completeness: Completeness) throws {
    guard completeness != Completeness() else { return }
    try mapping("completeness", .flow) {
      try number(
        "essentialFrom", completeness.essentialFrom, default: Completeness.usualEssentialFrom)
      for (field, key) in Completeness.keys {
        // No usual value: a weight that is given is written, even if it is the usual one.
        if let weight = completeness.weights[field] { try number(key, weight, default: 0) }
      }
    }
  }

  private func writeSources(_ sources: [Source]) throws {
    try entries("sources", sources, .flow) { source in
      try requiredID("id", source.id, .source)
      try required("title", source.title)
      try optional("url", source.url)
      try date("published", source.published)
    }
  }
}
