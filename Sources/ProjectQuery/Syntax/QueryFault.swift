public import Portfolio

/// Something in a query that cannot be understood: where, why, and what to write instead.
public struct QueryFault: Error, Hashable, Sendable {
  public let range: SourceRange
  public let message: BilingualText
  /// What to write instead, where anything is likely.
  public let suggestion: BilingualText?

  init(at range: SourceRange, _ message: BilingualText, suggestion: BilingualText? = nil) {
    self.range = range
    self.message = message
    self.suggestion = suggestion
  }
}

/// Everything that is wrong with a query; never empty.
public struct QueryFaults: Error, Hashable, Sendable {
  /// The query as typed.
  public let query: String
  /// In the order of their places.
  public let faults: [QueryFault]

  init(_ query: String, _ faults: [QueryFault]) {
    self.query = query
    self.faults = faults.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// Each fault with the query and carets under its place.
  public func render(in language: Language) -> String {
    faults.map { fault in
      var lines = [fault.message[language]]
      lines += Self.excerpt(query, fault.range)
      if let suggestion = fault.suggestion { lines.append("  " + suggestion[language]) }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// Characters of a long query that are shown around the place.
  private static let shown = 60

  /// The query around the place on one line, and the carets on the next.
  private static func excerpt(_ query: String, _ range: SourceRange) -> [String] {
    let scalars = query.unicodeScalars.map { Lexer.isBlank($0) ? " " : $0 }
    func text(_ range: SourceRange) -> String {
      String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
    }
    let start = max(0, range.lowerBound - shown)
    let end = min(scalars.count, max(range.upperBound, range.lowerBound + 1) + shown)
    let before = (start > 0 ? "…" : "") + text(start..<max(start, range.lowerBound))
    let after = text(range.lowerBound..<max(range.lowerBound, end))
    let marked = max(1, min(text(range).count, 2 * shown))
    return [
      "  " + before + after + (end < scalars.count ? "…" : ""),
      "  " + String(repeating: " ", count: before.count) + String(repeating: "^", count: marked),
    ]
  }
}
