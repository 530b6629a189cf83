import Portfolio

extension Project {
  init?(_ fields: inout FieldReader) {
    let id = fields.definition(.project)
    let formerly = fields.ids("formerly", form: .project)
    let claims = fields.claims(of: id)
    let title = fields.text("title", isRequired: true)
    let summary = fields.text("summary")
    let department = fields.reference("department", to: .department)
    let office = fields.reference("office", to: .office)
    let strategy = fields.reference("strategy", to: .subStrategy)
    let themes = fields.references("themes", to: .theme)
    let alignments = fields.alignments("alignments")
    let status = fields.choice("status", of: ProjectStatus.self)
    let period = fields.mapping("period", Period.init)
    let budget = fields.mapping("budget", Budget.init)
    let contact = fields.mailbox("contact")
    let partners = fields.list("partners", Partner.init)
    let audience = fields.texts("audience")
    let technologies = fields.texts("technologies")
    let provides = fields.references("provides", to: .service)
    let requires = fields.references("requires", to: .service)
    let links = fields.links("links", of: id)
    let contributions = fields.references("contributions", to: .contribution)
    let visibility = fields.mapping("visibility", Visibility.init)
    let notes = fields.texts("notes")
    let sources = fields.list("sources", SourceReference.init)
    let confirmed = fields.date("confirmed")
    let merged = fields.mapping("merged", Merger.init)
    guard let id, let title else { return nil }
    self.init(
      id: id, formerly: formerly, claims: claims, title: title, summary: summary,
      department: department, office: office, strategy: strategy, themes: themes,
      alignments: alignments, status: status, period: period, budget: budget, contact: contact,
      partners: partners, audience: audience, technologies: technologies, provides: provides,
      requires: requires, links: links, contributions: contributions, visibility: visibility,
      notes: notes, sources: sources, confirmed: confirmed, merged: merged,
      location: fields.location)
  }
}

extension Alignment {
  init?(_ fields: inout FieldReader) {
    let guideline = fields.reference("guideline", to: .guideline, isRequired: true)
    let role = fields.choice("role", of: Role.self, isRequired: true)
    let rationale = fields.text("rationale")
    let revision = fields.count("revision")
    let review = fields.choice("review", of: ReviewState.self)
    guard let guideline, let role else { return nil }
    self.init(
      guideline: guideline, role: role, rationale: rationale, revision: revision ?? 1,
      review: review ?? .declared, line: fields.line)
  }
}

extension Link {
  init?(_ fields: inout FieldReader) {
    let project = fields.reference("project", to: .project, isRequired: true)
    let kind = fields.choice("kind", of: LinkKind.self, isRequired: true)
    let note = fields.text("note")
    let proposed = fields.date("proposed")
    let confirmed = fields.date("confirmed")
    let declined = fields.mapping("declined", Refusal.init)
    guard let project, let kind else { return nil }
    self.init(
      project: project, kind: kind, note: note, proposed: proposed, confirmed: confirmed,
      declined: declined, line: fields.line)
  }
}

extension Merger {
  init?(_ fields: inout FieldReader) {
    let into = fields.reference("into", to: .project, isRequired: true)
    let by = fields.text("by")
    let date = fields.date("date")
    let reason = fields.text("reason")
    let taken = fields.list("taken", TakenValue.init)
    guard let into else { return nil }
    self.init(into: into, by: by, date: date, reason: reason, taken: taken)
  }
}

extension TakenValue {
  init?(_ fields: inout FieldReader) {
    let field = fields.choice("field", of: MergeField.self, isRequired: true)
    let item = fields.text("item")
    let replaced = fields.text("replaced")
    guard let field else { return nil }
    self.init(field, item: item, replaced: replaced)
  }
}

extension Partner {
  init?(_ fields: inout FieldReader) {
    let name = fields.text("name", isRequired: true)
    let sector = fields.choice("sector", of: PartnerSector.self)
    guard let name else { return nil }
    self.init(name: name, sector: sector)
  }
}

extension Visibility {
  init?(_ fields: inout FieldReader) {
    let level = fields.choice("level", of: Level.self, isRequired: true)
    let label = fields.choice("label", of: Label.self)
    let page = fields.address("page")
    guard let level else { return nil }
    self.init(level: level, label: label, page: page)
  }
}

extension SourceReference {
  init?(_ fields: inout FieldReader) {
    let url = fields.address("url", isRequired: true)
    let published = fields.date("published")
    let accessed = fields.date("accessed")
    guard let url else { return nil }
    self.init(url: url, published: published, accessed: accessed)
  }
}

extension FieldReader {
  /// The id that the project had asked for. An id that ends on `--2` has to say so.
  fileprivate mutating func claims(of id: String?) -> String? {
    let value = scalar("claims")
    let claims = value.flatMap { self.id(at: $0, form: .project) }
    guard var id, let base = id.withUTF8(IDForm.claimedLength) else { return claims }
    let wanted = String(decoding: id.utf8.prefix(base), as: UTF8.self)
    if claims != wanted { report(.claimsMismatch(id, base: wanted), at: value ?? node) }
    return claims
  }

  /// Alignments to different guidelines, one of them primary at most.
  fileprivate mutating func alignments(_ key: StaticString) -> [Alignment] {
    var guidelines = Repetitions<String>()
    var hasPrimary = false
    return list(key) { fields in
      guard let alignment = Alignment(&fields) else { return nil }
      if guidelines.insert(alignment.guideline) != nil {
        fields.report(.repeatedGuideline(alignment.guideline), at: fields.node)
      }
      if alignment.role == .primary {
        if hasPrimary { fields.report(.severalPrimary, at: fields.node) }
        hasPrimary = true
      }
      return alignment
    }
  }

  /// Links to other projects, each kind once to each.
  fileprivate mutating func links(_ key: StaticString, of id: String?) -> [Link] {
    var targets = Repetitions<LinkTarget>()
    return list(key) { fields in
      guard let link = Link(&fields) else { return nil }
      if link.project == id { fields.report(.linkToItself, at: fields.node) }
      if targets.insert(LinkTarget(project: link.project, kind: link.kind)) != nil {
        fields.report(.repeatedLink(to: link.project), at: fields.node)
      }
      return link
    }
  }
}

/// What a project may state once.
private struct LinkTarget: Hashable {
  var project: String
  var kind: LinkKind
}
