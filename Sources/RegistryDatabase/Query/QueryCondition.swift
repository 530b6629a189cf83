internal import Portfolio
internal import ProjectQuery

/// Translates a resolved query's conditions to SQL. Values only ever become parameters.
///
/// Every condition is true or false and never NULL, so that "not" means the rest.
struct QueryCondition {
  private(set) var parameters: [SQLValue] = []

  mutating func parameter(_ value: SQLValue, as type: String) -> String {
    let place = parameters.firstIndex(of: value) ?? parameters.count
    if place == parameters.count { parameters.append(value) }
    return "$\(place + 1)::\(type)"
  }

  mutating func sql(_ filter: ProjectFilter) -> String {
    switch filter {
    case .all(let parts): return joined(parts, by: " AND ", empty: "true")
    case .any(let parts): return joined(parts, by: " OR ", empty: "false")
    case .not(let inner): return "NOT \(sql(inner))"
    case .isOne(let values, let field): return present(field.column, "= \(anyOf(values))")
    case .lists(let values, let field): return lists(values, field)
    case .isIn(let office, let department):
      let (office, department) = (
        parameter(.text(office), as: "text"), parameter(.text(department), as: "text")
      )
      return "(project.office IS NOT NULL AND project.department = \(department)"
        + " AND project.office = \(office))"
    case .contains(let part, let field): return contains(part, field)
    case .words(let text, let scope): return words(text, scope)
    case .day(let field, let from, let through):
      return within(
        field.column, from.map { parameter(.day($0), as: "date") },
        through.map { parameter(.day($0), as: "date") })
    case .budget(let from, let through):
      return within(
        "project.budget_amount", from.map { parameter(.hundredths($0), as: "numeric") },
        through.map { parameter(.hundredths($0), as: "numeric") })
    case .present(.linked): return linked(.anyProject)
    case .present(let field): return field.presence
    case .linked(let other): return linked(other)
    case .similar(let title, let except): return similar(title, except)
    }
  }

  private mutating func joined(
    _ parts: [ProjectFilter], by separator: String, empty: String
  ) -> String {
    if parts.isEmpty { return empty }
    var conditions: [String] = []
    for part in parts { conditions.append(sql(part)) }
    return "(" + conditions.joined(separator: separator) + ")"
  }

  private func present(_ column: String, _ condition: String) -> String {
    "(\(column) IS NOT NULL AND \(column) \(condition))"
  }

  private mutating func anyOf(_ values: [String]) -> String {
    values.count == 1
      ? parameter(.text(values[0]), as: "text") : "ANY (\(parameter(.texts(values), as: "text[]")))"
  }

  private mutating func lists(_ values: [String], _ field: ProjectFilter.ListField) -> String {
    let list = field.list
    return "EXISTS (SELECT FROM \(list.table) AS item WHERE item.project = project.id"
      + " AND item.\(list.column) = \(anyOf(values))\(list.condition))"
  }

  private func within(_ column: String, _ from: String?, _ through: String?) -> String {
    var conditions = ["\(column) IS NOT NULL"]
    if let from { conditions.append("\(column) >= \(from)") }
    if let through { conditions.append("\(column) <= \(through)") }
    return "(" + conditions.joined(separator: " AND ") + ")"
  }

  private mutating func contains(_ part: String, _ field: ProjectFilter.TextField) -> String {
    let wanted = parameter(.text(part), as: "text")
    func found(_ text: String) -> String { "position(\(wanted) IN query_text(\(text))) > 0" }
    switch field.place {
    case .column(let column): return "(\(column) IS NOT NULL AND \(found(column)))"
    case .array(let column):
      return "EXISTS (SELECT FROM unnest(\(column)) AS item (text) WHERE \(found("item.text")))"
    case .table(let table, let column):
      return "EXISTS (SELECT FROM \(table) AS item WHERE item.project = project.id"
        + " AND \(found("item.\(column)")))"
    }
  }

  private mutating func similar(_ title: String, _ except: String?) -> String {
    let wanted = parameter(.text(title), as: "text")
    // The operator finds by the index, at a threshold that the server's settings may lower.
    var condition =
      "project.title % \(wanted) AND similarity(project.title, \(wanted)) >= 0.3"
    if let except { condition += " AND project.id <> \(parameter(.text(except), as: "text"))" }
    return "(\(condition))"
  }
}
