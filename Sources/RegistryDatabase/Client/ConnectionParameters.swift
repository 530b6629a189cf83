internal import CPostgreSQL

/// What libpq needs to connect: from a URL, a `keyword=value` string, or given one by one.
///
/// Keywords and their meaning: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS.
/// What is not given comes from libpq's `PG*` variables and defaults. It may hold a password, so
/// every way of printing it shows the safe URL alone.
public struct ConnectionParameters: Sendable {
  private(set) var keywords: [String: String]
  /// Values that must not show up in any text, e.g. the password.
  let secrets: [String]

  /// - Parameter text: a libpq URL or `keyword=value` string; several hosts are allowed.
  /// - Throws: `DatabaseError` of kind `invalidURL`, which never repeats the text.
  public init(_ text: String) throws(DatabaseError) {
    guard !text.utf8.contains(0), !Self.isMistakable(text) else { throw Self.unreadable }
    guard let parsed = ConnectionOptions.parsed(text) else { throw Self.unreadable }
    keywords = parsed.values
    secrets = parsed.secrets
    guard Self.arePorts(keywords["port"]) else { throw Self.unreadable }
  }

  /// - Parameter keywords: libpq's connection keywords and their values, e.g. `["host": "db1"]`.
  public init(keywords: [String: String]) {
    self.keywords = keywords.filter { !$0.value.isEmpty }
    secrets = ["password", "sslpassword"].compactMap { keywords[$0] }.filter { !$0.isEmpty }
  }

  /// The same server, another of its databases.
  public func database(_ name: String) -> ConnectionParameters {
    var copy = self
    copy.keywords["dbname"] = name
    return copy
  }

  /// With what libpq's environment and defaults add.
  var address: ServerAddress {
    let defaults = keywords["service"] == nil ? ConnectionOptions.defaults.values : [:]
    func value(_ keyword: String) -> String { keywords[keyword] ?? defaults[keyword] ?? "" }
    let names = value("host").isEmpty ? value("hostaddr") : value("host")
    let hosts = Self.list(names)
    var ports = Self.list(value("port"))
    if ports.count == 1 { ports = Array(repeating: ports[0], count: hosts.count) }
    while ports.count < hosts.count { ports.append("") }
    let user = value("user")
    let database = value("dbname")
    return ServerAddress(
      hosts: hosts, ports: ports, user: user, database: database.isEmpty ? user : database)
  }

  /// libpq tries one host after another, with a time limit for each, only where it may block; see
  /// `ConnectionAttempt`. One entry where the hosts are not known here, as with a service file.
  var perHost: [ConnectionParameters] {
    guard keywords["service"] == nil else { return [self] }
    let defaults = ConnectionOptions.defaults.values
    let hosts = (keywords["host"] ?? defaults["host"]).map(Self.list) ?? []
    let addresses = (keywords["hostaddr"] ?? defaults["hostaddr"]).map(Self.list) ?? []
    let ports = (keywords["port"] ?? defaults["port"]).map(Self.list) ?? []
    let count = max(hosts.count, addresses.count)
    // A mismatched list is left to libpq, which refuses it in words.
    guard count > 1, hosts.isEmpty || hosts.count == count,
      addresses.isEmpty || addresses.count == count, ports.count <= 1 || ports.count == count
    else { return [self] }
    return (0..<count).map { index in
      var one = self
      if !hosts.isEmpty { one.keywords["host"] = hosts[index] }
      if !addresses.isEmpty { one.keywords["hostaddr"] = addresses[index] }
      if ports.count > 1 { one.keywords["port"] = ports[index] }
      return one
    }
  }

  func setting(_ keyword: String, to value: String) -> ConnectionParameters {
    var copy = self
    copy.keywords[keyword] = value
    return copy
  }

  /// `text` without the secrets, should PostgreSQL ever repeat one.
  func redacting(_ text: String) -> String {
    secrets.reduce(text) { text, secret in
      var parts: [Substring] = []
      var rest = text[...]
      while let range = rest.firstRange(of: secret) {
        parts.append(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
      }
      parts.append(rest)
      return parts.joined(separator: "****")
    }
  }

  private static let unreadable = DatabaseError(
    kind: .invalidURL, text: DatabaseError.invalidURLText,
    details: "the connection string was refused; it is not repeated as it may hold a password")

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private static func arePorts(_ text: String?) -> Bool {
    list(text ?? "").allSatisfy { $0.isEmpty || UInt16($0) != nil }
  }

  /// Whether libpq would take a piece of an unencoded password for host or database, and then
  /// print it: in `postgresql://anna:pa/ss@db/x` the host is `anna` and the database `ss@db/x`.
  private static func isMistakable(_ text: String) -> Bool {
    let scheme = ["postgresql://", "postgres://"].first { text.hasPrefix($0) }
    guard let scheme else { return false }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(authority.count).prefix { $0 != "?" }
    return authority.count { $0 == "@" } > 1 || path.contains("@")
  }
}

extension ConnectionParameters: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  public var description: String { address.url }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}
