import Portfolio

extension Participation {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.participation)
    let name = fields.text("name", isRequired: true)
    let formats = fields.list("formats", ParticipationFormat.init)
    let contributions = fields.list("contributions", Contribution.init)
    let results = fields.list("results", Statement.init)
    let notes = fields.texts("notes")
    guard let id, let name else { return nil }
    self.init(
      id: id, name: name, formats: formats, contributions: contributions, results: results,
      notes: notes, location: fields.location)
  }
}

extension ParticipationFormat {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.format)
    let name = fields.text("name", isRequired: true)
    let kind = fields.choice("kind", of: Kind.self, isRequired: true)
    let purpose = fields.text("purpose")
    let period = fields.mapping("period", Period.init)
    let participants = fields.texts("participants")
    let sources = fields.references("sources", to: .source)
    guard let id, let name, let kind else { return nil }
    self.init(
      id: id, name: name, kind: kind, purpose: purpose, period: period,
      participants: participants, sources: sources, location: fields.location)
  }
}

extension Contribution {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.contribution)
    let title = fields.text("title", isRequired: true)
    let text = fields.text("text")
    let format = fields.reference("format", to: .format)
    let theme = fields.reference("theme", to: .theme)
    let date = fields.date("date")
    let answer = fields.mapping("answer", ContributionAnswer.init)
    guard let id, let title else { return nil }
    self.init(
      id: id, title: title, text: text, format: format, theme: theme, date: date, answer: answer,
      location: fields.location)
  }
}

extension ContributionAnswer {
  init?(_ fields: inout FieldReader) {
    let kind = fields.choice("kind", of: Kind.self, isRequired: true)
    let project = fields.reference("project", to: .project)
    let sentence = fields.text("sentence")
    let date = fields.date("date")
    guard let kind else { return nil }
    self.init(kind: kind, project: project, sentence: sentence, date: date)
  }
}
