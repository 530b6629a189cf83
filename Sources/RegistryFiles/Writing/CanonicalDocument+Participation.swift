import Portfolio

extension CanonicalDocument {
  func write(_ participation: Participation) throws {
    try mapping(.block) {
      try requiredID("id", participation.id)
      try required("name", participation.name)
      try writeFormats(participation.formats)
      try writeContributions(participation.contributions)
      try statements("results", participation.results)
      try lines("notes", participation.notes)
    }
  }

  private func writeFormats(_ formats: [ParticipationFormat]) throws {
    try entries("formats", formats) { format in
      try requiredID("id", format.id)
      try required("name", format.name)
      try word("kind", format.kind)
      try optional("purpose", format.purpose)
      try period("period", format.period)
      try words("participants", format.participants)
      try sourceIDs(format.sources)
    }
  }

  private func writeContributions(_ contributions: [Contribution]) throws {
    try entries("contributions", contributions) { contribution in
      try requiredID("id", contribution.id)
      try required("title", contribution.title)
      try optional("text", contribution.text)
      try optionalID("format", contribution.format)
      try optionalID("theme", contribution.theme)
      try date("date", contribution.date)
      guard let answer = contribution.answer else { return }
      try mapping("answer", .block) {
        try word("kind", answer.kind)
        try optionalID("project", answer.project, .project)
        try optional("sentence", answer.sentence)
        try date("date", answer.date)
      }
    }
  }
}
