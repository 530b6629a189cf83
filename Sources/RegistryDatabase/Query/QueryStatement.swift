public import ProjectQuery

/// A query as SQL: the page of ids, the number of all matches, and the counts of groups.
public struct QueryStatement: Sendable {
  public let sql: String
  public let parameters: [SQLValue]

  /// The ids of some matches, in the order asked for, each with the number of all matches where
  /// that comes cheaper than asking twice: after a search. Otherwise an index gives the page without
  /// the rest being looked at, and another one the number.
  /// - Parameter limit: The most ids; nil for all.
  public static func page(
    _ query: ResolvedQuery, limit: Int?, offset: Int
  ) -> QueryStatement {
    var condition = QueryCondition()
    let filter = condition.sql(query.filter)
    let order = condition.order(query)
    var sql = """
      SELECT project.id\(query.filter.searches ? ", count(*) OVER ()" : "")
      FROM project
      WHERE project.archived_at IS NULL AND \(filter)
      ORDER BY \(order)
      """
    if let limit { sql += "\nLIMIT \(condition.parameter(.int(Int64(limit)), as: "bigint"))" }
    if offset > 0 { sql += "\nOFFSET \(condition.parameter(.int(Int64(offset)), as: "bigint"))" }
    return QueryStatement(sql: sql, parameters: condition.parameters)
  }

  /// The number of all matches.
  public static func count(_ query: ResolvedQuery) -> QueryStatement {
    var condition = QueryCondition()
    let filter = condition.sql(query.filter)
    return QueryStatement(
      sql: """
        SELECT count(*)
        FROM project
        WHERE project.archived_at IS NULL AND \(filter)
        """,
      parameters: condition.parameters)
  }

  /// The number of matches for each value of a field, NULL for those without one.
  public static func groups(_ query: ResolvedQuery, by grouping: Grouping) -> QueryStatement {
    var condition = QueryCondition()
    let filter = condition.sql(query.filter)
    let source = grouping.source
    return QueryStatement(
      sql: """
        SELECT \(source.value) AS value, count(*)
        FROM project\(source.join)
        WHERE project.archived_at IS NULL AND \(filter)
        GROUP BY 1
        ORDER BY 2 DESC, (\(source.value)) COLLATE "C" NULLS LAST
        """,
      parameters: condition.parameters)
  }
}

extension QueryCondition {
  /// Empty fields come last in either direction; the id decides between equals.
  fileprivate mutating func order(_ query: ResolvedQuery) -> String {
    var keys: [String] = []
    for key in query.sort {
      // The best first.
      let isDescending = key.isDescending != (key.column == .relevance)
      guard let value = value(of: key.column, query.filter) else { continue }
      keys.append(value + (isDescending ? " DESC NULLS LAST" : ""))
      if key.column == .id { return keys.joined(separator: ", ") }
    }
    return (keys + ["project.id"]).joined(separator: ", ")
  }

  /// Nil where it is the same for all.
  private mutating func value(of column: SortKey.Column, _ filter: ProjectFilter) -> String? {
    switch column {
    case .relevance: return relevance(filter)
    case .id: return "project.id"
    case .title: return "query_text(project.title)"
    case .department: return "project.department"
    case .status: return "status_rank(project.status)"
    case .starts: return "project.starts_on"
    case .ends: return "project.ends_on"
    case .budget: return "project.budget_amount"
    case .confirmed: return "last_day(project.confirmed)"
    }
  }

  private mutating func relevance(_ filter: ProjectFilter) -> String? {
    var terms: [String] = []
    for text in filter.wantedWords { terms.append("(\(inTitle(text)))::integer::float8") }
    for title in filter.wantedTitles {
      terms.append("similarity(project.title, \(parameter(.text(title), as: "text")))::float8")
    }
    return terms.isEmpty ? nil : "(" + terms.joined(separator: " + ") + ")"
  }
}

extension Grouping {
  /// The value, and what has to be joined for it.
  fileprivate var source: (value: String, join: String) {
    switch self {
    case .department: ("project.department::text", "")
    case .office: ("project.department || '/' || project.office", "")
    case .strategy: ("project.strategy::text", "")
    case .status: ("project.status", "")
    case .visibility: ("project.visibility", "")
    case .ends: ("date_part('year', project.ends_on)::text", "")
    case .theme: Self.list("project_theme", "theme")
    case .guideline: Self.list("project_alignment", "guideline")
    case .requires: Self.list("project_service", "service", " AND grouped.direction = 'requires'")
    case .provides: Self.list("project_service", "service", " AND grouped.direction = 'provides'")
    }
  }

  private static func list(
    _ table: String, _ column: String, _ condition: String = ""
  ) -> (value: String, join: String) {
    (
      "grouped.\(column)::text",
      " LEFT JOIN \(table) AS grouped ON grouped.project = project.id\(condition)"
    )
  }
}
