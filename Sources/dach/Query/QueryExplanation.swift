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
    // A search counts as it finds.
    let others = resolved.filter.searches ? [] : [QueryStatement.count(resolved)]
    return (["-- \(heading): \(query)"] + ([page] + others).map(statement))
      .joined(separator: "\n\n") + "\n"
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
    case .hundredths(let cents): amount(cents)
    default: "\(value)"
    }
  }

  private static func amount(_ cents: Int64) -> String {
    let (units, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return (cents < 0 ? "-" : "") + "\(units)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''").replacing("\n", with: " ") + "'"
  }
}
