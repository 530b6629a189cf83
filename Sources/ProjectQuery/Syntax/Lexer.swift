internal import Portfolio

/// Cuts a query into tokens. It never fails: what is odd becomes a fault, and reading goes on.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private(set) var faults: [QueryFault] = []

  init(_ text: String) {
    // No text that a database can hold has the zero character.
    scalars = text.unicodeScalars.map { $0.value == 0 ? " " : $0 }
  }

  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    while index < scalars.count {
      if Self.isBlank(scalars[index]) {
        index += 1
      } else {
        tokens.append(next())
      }
    }
    return tokens
  }

  private mutating func next() -> Token {
    let start = index
    let kind = mark() ?? quotation() ?? minus() ?? .word(word())
    return Token(kind: kind, range: start..<index)
  }

  /// A mark of one or two characters that separates.
  private mutating func mark() -> Token.Kind? {
    let pair = String(String.UnicodeScalarView(scalars[index..<min(index + 2, scalars.count)]))
    let (kind, length): (Token.Kind, Int)
    switch pair.unicodeScalars.first {
    case "(": (kind, length) = (.open, 1)
    case ")": (kind, length) = (.close, 1)
    case ",", ";": (kind, length) = (.comma, 1)
    case ":", "=": (kind, length) = (.comparator(.matches), pair == "==" || pair == ":=" ? 2 : 1)
    case "≤": (kind, length) = (.comparator(.lessOrEqual), 1)
    case "≥": (kind, length) = (.comparator(.greaterOrEqual), 1)
    case "≠": (kind, length) = (.comparator(.differs), 1)
    case "<" where pair == "<>": (kind, length) = (.comparator(.differs), 2)
    case "<" where pair == "<=": (kind, length) = (.comparator(.lessOrEqual), 2)
    case "<": (kind, length) = (.comparator(.less), 1)
    case ">" where pair == ">=": (kind, length) = (.comparator(.greaterOrEqual), 2)
    case ">": (kind, length) = (.comparator(.greater), 1)
    case "!" where pair == "!=": (kind, length) = (.comparator(.differs), 2)
    case "." where pair == "..": (kind, length) = (.dots, 2)
    case "…": (kind, length) = (.dots, 1)
    default: return nil
    }
    index += length
    return kind
  }

  /// Text in quotation marks. Between straight ones, a backslash takes the next character as it
  /// is; typographic ones, as word processors make them, close with any of their kind.
  private mutating func quotation() -> Token.Kind? {
    let start = index
    let opening = scalars[index]
    guard opening == "\"" || Self.typographicQuotes.contains(opening) else { return nil }
    index += 1
    var text = String.UnicodeScalarView()
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      let closes =
        scalar == "\"" || opening != "\"" && Self.typographicQuotes.contains(scalar)
      if closes { return .quoted(String(text)) }
      if scalar == "\\", opening == "\"", index < scalars.count {
        text.append(scalars[index])
        index += 1
      } else {
        text.append(scalar)
      }
    }
    faults.append(.unclosedQuotation(at: start..<start + 1))
    return .quoted(String(text))
  }

  private mutating func minus() -> Token.Kind? {
    guard scalars[index] == "-", index + 1 < scalars.count else { return nil }
    let next = scalars[index + 1]
    guard next == "(" || next == "\"" || Self.isWordScalar(next), next != "-" else { return nil }
    index += 1
    return .minus
  }

  private mutating func word() -> String {
    let start = index
    index += 1
    while index < scalars.count, Self.isWordScalar(scalars[index]), !startsMark() { index += 1 }
    return String(String.UnicodeScalarView(scalars[start..<index]))
  }

  /// Whether two characters that may stand in words are a mark together.
  private func startsMark() -> Bool {
    guard index + 1 < scalars.count else { return false }
    return scalars[index] == "." && scalars[index + 1] == "."
      || scalars[index] == "!" && scalars[index + 1] == "="
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
  }

  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    !isBlank(scalar) && !separators.contains(scalar)
  }

  private static let typographicQuotes: Set<Unicode.Scalar> = ["„", "“", "”", "«", "»"]
  private static let separators: Set<Unicode.Scalar> =
    Set("()\",;:=<>≤≥≠…".unicodeScalars).union(typographicQuotes)
}

extension Lexer {
  /// Whether the text, standing alone, is read back as one word that is no operator.
  static func isBareWord(_ text: String) -> Bool {
    var lexer = Lexer(text)
    let tokens = lexer.tokens()
    return lexer.faults.isEmpty && tokens.count == 1 && tokens[0].kind == .word(text)
      && tokens[0].keyword == nil
  }
}
