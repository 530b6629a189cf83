internal import CPostgreSQL

/// libpq's own reading of connection strings and defaults.
struct ConnectionOptions {
  let values: [String: String]
  /// The values of the keywords that libpq itself marks as secret.
  let secrets: [String]

  /// nil where libpq cannot read the text. Its message is dropped: it repeats parts of the text.
  static func parsed(_ text: String) -> ConnectionOptions? {
    var message: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(text, &message)
    // "the caller should free the string with PQfreemem".
    defer { if let message { PQfreemem(message) } }
    guard let options else { return nil }
    return ConnectionOptions(adopting: options)
  }

  /// What libpq assumes for keywords not given: `PG*` variables, `PGSERVICE`, built-in defaults.
  static var defaults: ConnectionOptions {
    guard let options = PQconndefaults() else {
      return ConnectionOptions(values: [:], secrets: [])
    }
    return ConnectionOptions(adopting: options)
  }

  private init(values: [String: String], secrets: [String]) {
    self.values = values
    self.secrets = secrets
  }

  private init(adopting options: UnsafeMutablePointer<PQconninfoOption>) {
    defer { PQconninfoFree(options) }
    var values: [String: String] = [:]
    var secrets: [String] = []
    var option = options
    // "The array ends with an option having a null keyword pointer."
    while let keyword = option.pointee.keyword {
      if let text = option.pointee.val.map({ String(cString: $0) }), !text.isEmpty {
        values[String(cString: keyword)] = text
        // "*" in dispchar: "Password field - hide value".
        if option.pointee.dispchar.map({ String(cString: $0) }) == "*" { secrets.append(text) }
      }
      option += 1
    }
    self.values = values
    self.secrets = secrets
  }
}
