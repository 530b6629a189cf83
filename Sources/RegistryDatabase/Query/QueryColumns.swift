internal import ProjectQuery

// Where the registry's tables hold what conditions ask for.

extension ProjectFilter.SingleField {
  var column: String {
    switch self {
    case .id: "project.id"
    case .department: "project.department"
    case .strategy: "project.strategy"
    case .status: "project.status"
    case .visibility: "project.visibility"
    case .label: "project.label"
    }
  }
}

extension ProjectFilter.ListField {
  /// The table, its column, and what else has to hold of its rows.
  var list: (table: String, column: String, condition: String) {
    switch self {
    case .theme: ("project_theme", "theme", "")
    case .guideline: ("project_alignment", "guideline", "")
    case .review: ("project_alignment", "review", "")
    case .provides: ("project_service", "service", " AND item.direction = 'provides'")
    case .requires: ("project_service", "service", " AND item.direction = 'requires'")
    case .contribution: ("project_contribution", "contribution", "")
    case .sector: ("project_partner", "sector", "")
    }
  }
}

extension ProjectFilter.TextField {
  enum Place {
    case column(String)
    case array(String)
    case table(String, column: String)
  }

  var place: Place {
    switch self {
    case .funding: .column("project.budget_funding")
    case .contact: .column("project.contact")
    case .partner: .table("project_partner", column: "name")
    case .audience: .array("project.audience")
    case .technology: .array("project.technologies")
    case .page: .column("project.page")
    case .note: .array("project.notes")
    case .source: .table("project_source", column: "url")
    }
  }
}

extension ProjectFilter.DayField {
  var column: String {
    switch self {
    case .starts: "project.starts_on"
    case .ends: "project.ends_on"
    case .confirmed: "last_day(project.confirmed)"
    }
  }
}

extension QueryField {
  /// Whether the field is not empty.
  var presence: String {
    switch self {
    case .id, .title, .similar, .has, .missing, .linked: "true"
    case .summary: "coalesce(project.summary <> '', false)"
    case .department: "project.department IS NOT NULL"
    case .office: "project.office IS NOT NULL"
    case .strategy: "project.strategy IS NOT NULL"
    case .theme: Self.rows("project_theme")
    case .guideline, .review: Self.rows("project_alignment")
    case .status: "project.status IS NOT NULL"
    case .starts: "project.starts_on IS NOT NULL"
    case .ends: "project.ends_on IS NOT NULL"
    case .confirmed: "project.confirmed IS NOT NULL"
    case .budget: "project.budget_amount IS NOT NULL"
    case .funding: "project.budget_funding IS NOT NULL"
    case .contact: "project.contact IS NOT NULL"
    case .partner: Self.rows("project_partner")
    case .sector: Self.rows("project_partner", " AND item.sector IS NOT NULL")
    case .audience: "project.audience <> '{}'"
    case .technology: "project.technologies <> '{}'"
    case .provides: Self.rows("project_service", " AND item.direction = 'provides'")
    case .requires: Self.rows("project_service", " AND item.direction = 'requires'")
    case .contribution: Self.rows("project_contribution")
    case .visibility: "project.visibility IS NOT NULL"
    case .label: "project.label IS NOT NULL"
    case .page: "project.page IS NOT NULL"
    case .note: "project.notes <> '{}'"
    case .source: Self.rows("project_source")
    }
  }

  private static func rows(_ table: String, _ condition: String = "") -> String {
    "EXISTS (SELECT FROM \(table) AS item WHERE item.project = project.id\(condition))"
  }
}
