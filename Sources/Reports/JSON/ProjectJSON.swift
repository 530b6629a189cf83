internal import Portfolio

/// A project in the form of `dach list` and `dach show`: the file format's fields, empty ones left
/// out.
struct ProjectJSON: Encodable {
  struct Alignment: Encodable {
    let guideline: String
    let role: String
    let rationale: String?
    let revision: Int
    let review: String
  }

  struct Period: Encodable {
    let start: String?
    let end: String?
  }

  struct Budget: Encodable {
    let amount: Double
    let currency: String
    let funding: String?
  }

  struct Partner: Encodable {
    let name: String
    let sector: String?
  }

  struct Link: Encodable {
    let project: String
    let kind: String
    let note: String?
    let proposed: String?
    let confirmed: String?
    let declined: Declined?
  }

  struct Declined: Encodable {
    let date: String
    let reason: String
  }

  struct Visibility: Encodable {
    let level: String
    let label: String?
    let page: String?
  }

  struct Source: Encodable {
    let url: String
    let published: String?
    let accessed: String?
  }

  struct Location: Encodable {
    let file: String
    let line: Int
  }

  let id: String
  let title: String
  let summary: String?
  let department: String?
  let office: String?
  let strategy: String?
  let themes: [String]?
  let alignments: [Alignment]?
  let status: String?
  let period: Period?
  let budget: Budget?
  let contact: String?
  let partners: [Partner]?
  let audience: [String]?
  let technologies: [String]?
  let provides: [String]?
  let requires: [String]?
  let links: [Link]?
  let contributions: [String]?
  let visibility: Visibility?
  let notes: [String]?
  let sources: [Source]?
  let confirmed: String?
  let formerly: [String]?
  let claims: String?
  let location: Location?

  init(_ project: Project) {
    id = project.id
    title = project.title
    summary = project.summary
    department = project.department
    office = project.office
    strategy = project.strategy
    themes = project.themes.nonEmpty
    alignments = project.alignments.nonEmpty?.map {
      Alignment(
        guideline: $0.guideline, role: $0.role.rawValue, rationale: $0.rationale,
        revision: $0.revision, review: $0.review.rawValue)
    }
    status = project.status?.rawValue
    period = project.period.map { Period(start: $0.start?.description, end: $0.end?.description) }
    budget = project.budget.map {
      Budget(amount: Double($0.cents) / 100, currency: $0.currency, funding: $0.funding)
    }
    contact = project.contact
    partners = project.partners.nonEmpty?.map {
      Partner(name: $0.name, sector: $0.sector?.rawValue)
    }
    audience = project.audience.nonEmpty
    technologies = project.technologies.nonEmpty
    provides = project.provides.nonEmpty
    requires = project.requires.nonEmpty
    links = project.links.nonEmpty?.map {
      Link(
        project: $0.project, kind: $0.kind.rawValue, note: $0.note,
        proposed: $0.proposed?.description, confirmed: $0.confirmed?.description,
        declined: $0.declined.map { Declined($0) })
    }
    contributions = project.contributions.nonEmpty
    visibility = project.visibility.map {
      Visibility(level: $0.level.rawValue, label: $0.label?.rawValue, page: $0.page)
    }
    notes = project.notes.nonEmpty
    sources = project.sources.nonEmpty?.map {
      Source(
        url: $0.url, published: $0.published?.description, accessed: $0.accessed?.description)
    }
    confirmed = project.confirmed?.description
    formerly = project.formerly.nonEmpty
    claims = project.claims
    location = project.location.map { Location(file: $0.file, line: $0.line) }
  }
}

extension ProjectJSON.Declined {
  init(_ refusal: Refusal) {
    date = refusal.date.description
    reason = refusal.reason
  }
}

extension Array {
  /// The array, or nil where it holds nothing, so that JSON leaves the key out.
  var nonEmpty: Self? { isEmpty ? nil : self }
}
