import Portfolio
import ProjectQuery
import RegistryDatabase

/// `dach query --explain`: the query as understood, and the SQL with its parameters.
enum QueryExplanation {
  static func render(
    _ query: Query, _ resolved: ResolvedQuery, limit: Int?, offset: Int, in language: Language
  ) -> String {
    let heading = BilingualText(de: "Verstanden als", en: "Understood as")[language]
    let page = QueryStatement.page(resolved, limit: limit, offset: offset)
    let count = QueryStatement.count(resolved)
    return """
      -- \(heading): \(query)

      \(statement(page))

      \(statement(count))

      """
  }

  private static func statement(_ statement: QueryStatement) -> String {
    let parameters = statement.parameters.enumerated().map { index, value in
      "-- $\(index + 1) = \(text(value))"
    }
    return ([statement.sql + ";"] + parameters).joined(separator: "\n")
  }

  private static func text(_ value: SQLValue) -> String {
    switch value {
    case .null: "NULL"
    case .text(let text): quoted(text)
    case .texts(let texts): "{" + texts.map(quoted).joined(separator: ", ") + "}"
    case .int(let number): String(number)
    case .day(let day): day.description
    case .hundredths(let cents): "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
    default: "\(value)"
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''").replacing("\n", with: " ") + "'"
  }
}
