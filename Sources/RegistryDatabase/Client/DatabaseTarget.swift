/// Which database a command works on.
public enum DatabaseTarget: Sendable {
  /// A server that somebody else runs.
  case server(ConnectionParameters)
  /// The private server that this program runs on demand; see `EmbeddedServer`.
  case embedded

  /// The variables that point libpq at a server.
  public static let variables = [
    "PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE",
  ]

  /// The given URL, else `DACH_DATABASE_URL`, else libpq's own `PG*` variables, else the embedded
  /// server.
  /// - Throws: `DatabaseError` of kind `invalidURL`.
  public static func resolve(
    url: String?, environment: [String: String]
  ) throws(DatabaseError) -> DatabaseTarget {
    for text in [url, environment["DACH_DATABASE_URL"]] {
      if let text, !text.isEmpty { return .server(try ConnectionParameters(text)) }
    }
    let pointsAtServer = variables.contains { environment[$0].map { !$0.isEmpty } ?? false }
    return pointsAtServer ? .server(ConnectionParameters(keywords: [:])) : .embedded
  }
}
