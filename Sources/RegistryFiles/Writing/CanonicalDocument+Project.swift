import Portfolio

extension CanonicalDocument {
  func write(_ project: Project) throws {
    try mapping(.block) {
      try writeIdentity(project)
      try writePlace(project)
      try writeCourse(project)
      try writeNetwork(project)
      try writePublication(project)
      try writeMerger(project.merged)
    }
  }

  private func writeIdentity(_ project: Project) throws {
    try requiredID("id", project.id, .project)
    try ids("formerly", project.formerly, .project)
    try optionalID("claims", project.claims, .project)
    try required("title", project.title)
    try optional("summary", project.summary)
  }

  private func writePlace(_ project: Project) throws {
    try optional("department", project.department)
    try optionalID("office", project.office)
    try optionalID("strategy", project.strategy)
    try ids("themes", project.themes)
    try entries("alignments", project.alignments) { alignment in
      try requiredID("guideline", alignment.guideline)
      try word("role", alignment.role)
      try optional("rationale", alignment.rationale)
      try number("revision", alignment.revision, default: 1)
      try word("review", alignment.review, default: .declared)
    }
  }

  private func writeCourse(_ project: Project) throws {
    try word("status", project.status)
    try period("period", project.period)
    try budget("budget", project.budget)
    try optional("contact", project.contact)
  }

  private func writeNetwork(_ project: Project) throws {
    try entries("partners", project.partners) { partner in
      try required("name", partner.name)
      try word("sector", partner.sector)
    }
    try words("audience", project.audience)
    try words("technologies", project.technologies)
    try ids("provides", project.provides)
    try ids("requires", project.requires)
    try entries("links", project.links) { link in
      try requiredID("project", link.project, .project)
      try word("kind", link.kind)
      try optional("note", link.note)
      try date("proposed", link.proposed)
      try date("confirmed", link.confirmed)
      try refusal("declined", link.declined)
    }
    try ids("contributions", project.contributions)
  }

  private func writePublication(_ project: Project) throws {
    if let visibility = project.visibility {
      try mapping("visibility", .flow) {
        try word("level", visibility.level)
        try word("label", visibility.label)
        try optional("page", visibility.page)
      }
    }
    try lines("notes", project.notes)
    try entries("sources", project.sources, .flow) { source in
      try required("url", source.url)
      try date("published", source.published)
      try date("accessed", source.accessed)
    }
    try date("confirmed", project.confirmed)
  }

  private func writeMerger(_ merger: Merger?) throws {
    guard let merger else { return }
    try mapping("merged", .block) {
      try requiredID("into", merger.into, .project)
      try optional("by", merger.by)
      try date("date", merger.date)
      try optional("reason", merger.reason)
      try entries("taken", merger.taken, .flow) { taken in
        try word("field", taken.field)
        try optional("item", taken.item)
        try optional("replaced", taken.replaced)
      }
    }
  }
}
