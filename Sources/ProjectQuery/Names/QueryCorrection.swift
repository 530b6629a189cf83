/// A query in which words that occur nowhere are replaced by those most likely meant.
public struct QueryCorrection: Sendable, Hashable {
  public struct Replacement: Sendable, Hashable {
    public let typed: String
    public let meant: String
  }

  public private(set) var query: Query
  /// In the order in which the words stand in the query.
  public private(set) var replacements: [Replacement] = []

  /// - Parameter nearest: The word most likely meant by one that occurs nowhere; nil where it does
  ///   occur, or nothing is like it.
  public init(_ query: Query, nearest: (String) throws -> String?) rethrows {
    self.query = query
    if let expression = query.expression {
      self.query.expression = try corrected(expression, nearest)
    }
  }

  /// What is excluded is left as typed: excluding more than was asked for would hide results.
  private mutating func corrected(
    _ expression: QueryExpression, _ nearest: (String) throws -> String?
  ) rethrows -> QueryExpression {
    switch expression {
    case .conjunction(let parts):
      var changed: [QueryExpression] = []
      for part in parts { changed.append(try corrected(part, nearest)) }
      return .conjunction(changed)
    case .disjunction(let parts):
      var changed: [QueryExpression] = []
      for part in parts { changed.append(try corrected(part, nearest)) }
      return .disjunction(changed)
    case .negation, .comparison: return expression
    case .text(var text):
      guard case .word(let word) = text.value, let meant = try nearest(word) else {
        return expression
      }
      replacements.append(Replacement(typed: word, meant: meant))
      text.value = Lexer.isBareWord(meant) ? .word(meant) : .phrase(meant)
      return .text(text)
    }
  }
}

extension QueryCorrection {
  /// The words of titles, and the parts of those with hyphens, among which the one that was meant is looked for.
  public static func words(of titles: some Sequence<String>) -> [String] {
    var words: Set<String> = []
    for title in titles {
      for word in title.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
        words.insert(String(word))
        for part in word.split(separator: "-") { words.insert(String(part)) }
      }
    }
    return words.filter { $0.count > 2 }.sorted()
  }
}
