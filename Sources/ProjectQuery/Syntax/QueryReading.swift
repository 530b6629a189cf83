/// A query as far as it could be read. Names in it can be looked up even where it has faults, so
/// that everything wrong is told at once.
public struct QueryReading: Sendable {
  /// As typed.
  public let text: String
  public var query: Query
  let faults: [QueryFault]

  public init(_ text: String) {
    self.text = text
    let length = text.unicodeScalars.count
    guard length <= QueryFault.longestQuery else {
      query = Query()
      faults = [.tooLong(length)]
      return
    }
    var parser = Parser(text)
    query = parser.query()
    faults = parser.faults
  }
}

extension Query {
  /// Reads a query.
  /// - Throws: `QueryFaults` with everything that is wrong in its form.
  public static func parse(_ text: String) throws(QueryFaults) -> Query {
    let reading = QueryReading(text)
    guard reading.faults.isEmpty else { throw QueryFaults(text, reading.faults) }
    return reading.query
  }
}
