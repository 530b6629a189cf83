import Portfolio

extension CanonicalDocument {
  func write(_ measures: [Measure]) throws {
    try mapping(.block) {
      try entries("measures", measures) { measure in
        try requiredID("id", measure.id)
        try required("title", measure.title)
        try optional("description", measure.description)
        try requiredID("theme", measure.theme)
        try optional("lead", measure.lead)
        try date("by", measure.by)
        try ids("projects", measure.projects, .project)
        try sourceIDs(measure.sources)
      }
    }
  }

  func write(_ verdicts: [Verdict]) throws {
    try mapping(.block) {
      try entries("verdicts", verdicts) { verdict in
        try ids("pair", [verdict.first, verdict.second], .project)
        try word("outcome", verdict.outcome)
        try optional("reason", verdict.reason)
        try optional("by", verdict.by)
        try date("date", verdict.date)
        try optionalID("bundle", verdict.bundle, .project)
        if verdict.createdBundle { try plain("created", "true") }
        try date("confirmed", verdict.confirmed)
        try refusal("declined", verdict.declined)
        if let basis = verdict.basis {
          try mapping("basis", .block) {
            try side("first", basis.first)
            try side("second", basis.second)
          }
        }
      }
    }
  }

  private func side(_ key: StaticString, _ side: VerdictBasis.Side) throws {
    try mapping(key, .block) {
      try required("title", side.title)
      try optional("summary", side.summary)
      try ids("provides", side.provides)
      try ids("requires", side.requires)
    }
  }

  func write(_ waivers: [Waiver]) throws {
    try mapping(.block) {
      try entries("waivers", waivers) { waiver in
        try required("rule", waiver.rule)
        guard !waiver.subjects.isEmpty else { throw unwritable("subjects", "") }
        try ids("subjects", waiver.subjects, .project)
        try required("reason", waiver.reason)
        try required("approver", waiver.approver)
        try date("approved", waiver.approved)
        try date("expires", waiver.expires)
      }
    }
  }
}
