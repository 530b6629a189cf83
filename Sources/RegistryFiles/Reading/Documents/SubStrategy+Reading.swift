import Portfolio

extension SubStrategy {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.subStrategy)
    let name = fields.text("name", isRequired: true)
    let summary = fields.text("summary")
    let lead = fields.reference("lead", to: .department)
    let isFoundation = fields.flag("foundation")
    let period = fields.mapping("period", Period.init)
    let budget = fields.mapping("budget", Budget.init)
    let decisions = fields.list("decisions", CouncilDecision.init)
    let notes = fields.texts("notes")
    let sources = fields.references("sources", to: .source)
    guard let id, let name else { return nil }
    self.init(
      id: id, name: name, summary: summary, lead: lead, isFoundation: isFoundation ?? false,
      period: period, budget: budget, decisions: decisions, notes: notes, sources: sources,
      location: fields.location)
  }
}

extension CouncilDecision {
  init?(_ fields: inout FieldReader) {
    let date = fields.date("date")
    let body = fields.text("body")
    let text = fields.text("text", isRequired: true)
    guard let text else { return nil }
    self.init(date: date, body: body, text: text)
  }
}
