/// Which database a command works on.
public enum DatabaseTarget: Sendable {
  /// A server that somebody else runs.
  case server(ConnectionParameters)
  /// The private server that this program runs on demand; see `EmbeddedServer`.
  case embedded

  /// The variable that names the database where no option does.
  public static let variable = "DACH_DATABASE_URL"

  /// The variables that point libpq at a server.
  public static let variables = [
    "PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE",
  ]

  /// The given URL, else `DACH_DATABASE_URL`, else libpq's own `PG*` variables, else the embedded
  /// server.
  ///
  /// An empty URL, say from a variable that was never filled, names no database; to take the next
  /// in line instead would send a command to another database than was meant.
  /// - Throws: `DatabaseError` of kind `emptyURL` or `invalidURL`.
  public static func resolve(
    url: String?, environment: [String: String]
  ) throws(DatabaseError) -> DatabaseTarget {
    for (text, source) in [(url, "--database"), (environment[variable], variable)] {
      guard let text else { continue }
      guard text.contains(where: { !$0.isWhitespace }) else { throw .emptyURL(source) }
      return .server(try ConnectionParameters(text))
    }
    let pointsAtServer = variables.contains { environment[$0].map { !$0.isEmpty } ?? false }
    return pointsAtServer ? .server(ConnectionParameters(keywords: [:])) : .embedded
  }
}
