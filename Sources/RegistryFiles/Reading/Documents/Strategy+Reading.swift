import Portfolio

extension Strategy {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.strategy)
    let name = fields.text("name", isRequired: true)
    let summary = fields.text("summary")
    let vision = fields.text("vision")
    let lead = fields.reference("lead", to: .department)
    let functions = fields.list("functions", StrategyFunction.init)
    let guidelines = fields.list("guidelines", Guideline.init)
    let themes = fields.list("themes", Theme.init)
    let services = fields.list("services", Service.init)
    let milestones = fields.list("milestones", Milestone.init)
    let statements = fields.list("statements", Statement.init)
    let figures = fields.list("figures", KeyFigure.init)
    let openQuestions = fields.texts("openQuestions")
    let checks = fields.mapping("checks", CheckSettings.init)
    let sources = fields.list("sources", Source.init)
    guard let id, let name else { return nil }
    self.init(
      id: id, name: name, summary: summary, vision: vision, lead: lead, functions: functions,
      guidelines: guidelines, themes: themes, services: services, milestones: milestones,
      statements: statements, figures: figures, openQuestions: openQuestions,
      checks: checks ?? CheckSettings(), sources: sources, location: fields.location)
  }
}

extension StrategyFunction {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.function)
    let name = fields.text("name", isRequired: true)
    let text = fields.text("text", isRequired: true)
    let sources = fields.references("sources", to: .source)
    guard let id, let name, let text else { return nil }
    self.init(id: id, name: name, text: text, sources: sources)
  }
}

extension Guideline {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.guideline)
    let name = fields.text("name", isRequired: true)
    let kind = fields.choice("kind", of: GuidelineKind.self, isRequired: true)
    let description = fields.text("description")
    let keywords = fields.texts("keywords")
    let revision = fields.count("revision")
    let earlier = fields.list("earlier", GuidelineWording.init)
    let expects = fields.list("expects", Expectation.init)
    let sources = fields.references("sources", to: .source)
    guard let id, let name, let kind else { return nil }
    self.init(
      id: id, name: name, kind: kind, description: description, keywords: keywords,
      revision: revision ?? 1, earlier: earlier, expects: expects, sources: sources,
      location: fields.location)
  }
}

extension GuidelineWording {
  init?(_ fields: inout FieldReader) {
    let revision = fields.count("revision", isRequired: true)
    let name = fields.text("name", isRequired: true)
    let description = fields.text("description")
    let until = fields.date("until")
    guard let revision, let name else { return nil }
    self.init(revision: revision, name: name, description: description, until: until)
  }
}

extension Theme {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.theme)
    let name = fields.text("name", isRequired: true)
    let aliases = fields.texts("aliases")
    let description = fields.text("description")
    let keywords = fields.texts("keywords")
    let expects = fields.list("expects", Expectation.init)
    let sources = fields.references("sources", to: .source)
    guard let id, let name else { return nil }
    self.init(
      id: id, name: name, aliases: aliases, description: description, keywords: keywords,
      expects: expects, sources: sources, location: fields.location)
  }
}

extension Expectation {
  init?(_ fields: inout FieldReader) {
    let faults = fields.sink.faults
    let department = fields.reference("department", to: .department)
    let theme = fields.reference("theme", to: .theme)
    // A contributor that is there but wrong has been reported already.
    let isReported = fields.sink.faults > faults
    let obligation = fields.choice("obligation", of: Obligation.self)
    let minimum = fields.count("minimum")
    let by = fields.date("by")
    let contributor: Contributor
    switch (department, theme) {
    case (let department?, nil):
      contributor = .department(department)
    case (nil, let theme?):
      contributor = .theme(theme)
    default:
      if !isReported { fields.report(.expectationContributor, at: fields.node) }
      return nil
    }
    self.init(
      contributor: contributor, obligation: obligation ?? .must, minimum: minimum ?? 1, by: by)
  }
}

extension Service {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.service)
    let name = fields.text("name", isRequired: true)
    let description = fields.text("description")
    guard let id, let name else { return nil }
    self.init(id: id, name: name, description: description, location: fields.location)
  }
}

extension Milestone {
  init?(_ fields: inout FieldReader) {
    let date = fields.date("date", isRequired: true)
    let kind = fields.choice("kind", of: MilestoneKind.self, isRequired: true)
    let text = fields.text("text", isRequired: true)
    let sources = fields.references("sources", to: .source)
    guard let date, let kind, let text else { return nil }
    self.init(date: date, kind: kind, text: text, sources: sources)
  }
}

extension KeyFigure {
  init?(_ fields: inout FieldReader) {
    let name = fields.text("name", isRequired: true)
    let value = fields.text("value", isRequired: true)
    let date = fields.date("date")
    let sources = fields.references("sources", to: .source)
    guard let name, let value else { return nil }
    self.init(name: name, value: value, date: date, sources: sources)
  }
}

extension CheckSettings {
  init?(_ fields: inout FieldReader) {
    self.init()
    horizonMonths = fields.count("horizonMonths") ?? horizonMonths
    staleAfterDays = fields.count("staleAfterDays") ?? staleAfterDays
    siloMinimum = fields.count("siloMinimum") ?? siloMinimum
    findingsPerDepartment = fields.count("findingsPerDepartment") ?? findingsPerDepartment
    answerWithinDays = fields.count("answerWithinDays") ?? answerWithinDays
    cooperateWithinDays = fields.count("cooperateWithinDays") ?? cooperateWithinDays
    completeness = fields.mapping("completeness", Completeness.init) ?? completeness
  }
}

extension Completeness {
  init?(_ fields: inout FieldReader) {
    self.init()
    essentialFrom = fields.count("essentialFrom") ?? essentialFrom
    for (field, key) in Self.keys { weights[field] = fields.count(key) }
  }

  /// The fields under the names that they have in a project's file.
  static let keys: [(ProjectField, StaticString)] = [
    (.department, "department"), (.summary, "summary"), (.status, "status"), (.themes, "themes"),
    (.alignments, "alignments"), (.contact, "contact"), (.period, "period"),
    (.strategy, "strategy"), (.audience, "audience"), (.visibility, "visibility"),
    (.budget, "budget"), (.office, "office"), (.technologies, "technologies"),
    (.confirmed, "confirmed"),
  ]
}

extension Source {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.source)
    let title = fields.text("title", isRequired: true)
    let url = fields.address("url")
    let published = fields.date("published")
    guard let id, let title else { return nil }
    self.init(id: id, title: title, url: url, published: published)
  }
}
