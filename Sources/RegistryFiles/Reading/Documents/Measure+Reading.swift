import Portfolio

extension Measure {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.measure)
    let title = fields.text("title", isRequired: true)
    let description = fields.text("description")
    let theme = fields.reference("theme", to: .theme, isRequired: true)
    let lead = fields.reference("lead", to: .department)
    let by = fields.date("by")
    let projects = fields.references("projects", to: .project)
    let sources = fields.references("sources", to: .source)
    guard let id, let title, let theme else { return nil }
    self.init(
      id: id, title: title, description: description, theme: theme, lead: lead, by: by,
      projects: projects, sources: sources, location: fields.location)
  }
}
