/// The smallest meaningful part of a query.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word(String)
    case quoted(String)
    case comparator(Comparator)
    case open, close, comma, dots
    /// A hyphen directly before something else: "not".
    case minus
  }

  var kind: Kind
  var range: SourceRange
}

extension Token {
  /// The logical operators; `&` and `|` come from people who know search engines.
  enum Keyword {
    case and, or, not

    init?(_ word: String) {
      switch word.lowercased() {
      case "and", "und", "&", "&&": self = .and
      case "or", "oder", "|", "||": self = .or
      case "not", "nicht": self = .not
      default: return nil
      }
    }
  }

  var keyword: Keyword? {
    if case .word(let word) = kind { Keyword(word) } else { nil }
  }
}
