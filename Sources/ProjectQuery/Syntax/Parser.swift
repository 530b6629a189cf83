/// Makes a query of its tokens by recursive descent; see `docs/query.md` for the grammar.
///
/// It reads on after a fault, so that all of them can be told at once. What it returns for a part
/// with a fault is of no consequence, as a query with faults is never used.
struct Parser {
  var tokens: [Token]
  var index = 0
  var depth = 0
  var faults: [QueryFault]
  var sort: [SortKey] = []
  /// Whether the part being read is only a part of the whole.
  var isInside = false

  init(_ text: String) {
    var lexer = Lexer(text)
    tokens = lexer.tokens()
    faults = lexer.faults
  }

  var current: Token? { index < tokens.count ? tokens[index] : nil }

  mutating func query() -> Query {
    var expression = disjunction()
    while let token = current {
      // Only a closing parenthesis ends a disjunction early.
      faults.append(.strayParenthesis(at: token.range))
      index += 1
      let rest = disjunction()
      expression = .all([expression, rest].compactMap(\.self))
    }
    return Query(expression, sort: sort)
  }

  private mutating func disjunction() -> QueryExpression? {
    var parts: [QueryExpression] = []
    if let first = conjunction() { parts.append(first) }
    while let token = current, token.keyword == .or {
      index += 1
      let hadLeft = !parts.isEmpty
      if let next = conjunction(), hadLeft {
        parts.append(next)
      } else {
        faults.append(.missingOperand(word(of: token), at: token.range))
      }
    }
    return parts.isEmpty ? nil : .any(parts)
  }

  private mutating func conjunction() -> QueryExpression? {
    var parts: [QueryExpression] = []
    while let token = current, token.kind != .close, token.keyword != .or {
      if token.keyword == .and {
        index += 1
        if parts.isEmpty || !startsOperand {
          faults.append(.missingOperand(word(of: token), at: token.range))
        }
      } else if let part = factor() {
        parts.append(part)
      }
    }
    return parts.isEmpty ? nil : .all(parts)
  }

  /// Whether a condition begins here.
  private var startsOperand: Bool {
    guard let token = current else { return false }
    return token.kind != .close && token.keyword != .or && token.keyword != .and
  }

  /// One condition, possibly negated, or nil where there is none; reads one token at least.
  private mutating func factor() -> QueryExpression? {
    guard let token = current else { return nil }
    switch token.kind {
    case .minus: return negation(token)
    case .word where token.keyword == .not && !nextIsComparator: return negation(token)
    case .open: return group(token)
    case .word, .quoted: return sortOrCondition(token)
    case .comparator: return orphan(token, .missingField(at: token.range))
    case .comma: return orphan(token, .stray(",", at: token.range))
    case .dots: return orphan(token, .stray("..", at: token.range))
    case .close: return nil
    }
  }

  private var nextIsComparator: Bool {
    guard index + 1 < tokens.count, case .comparator = tokens[index + 1].kind else { return false }
    return true
  }

  private mutating func orphan(_ token: Token, _ fault: QueryFault) -> QueryExpression? {
    faults.append(fault)
    index += 1
    if case .comparator = token.kind, let value = current, case .word = value.kind { index += 1 }
    return nil
  }

  private mutating func negation(_ token: Token) -> QueryExpression? {
    index += 1
    guard startsOperand else {
      faults.append(.missingOperand(word(of: token), at: token.range))
      return nil
    }
    return nested(at: token.range) { $0.factor() }.map { .not($0) }
  }

  private mutating func group(_ token: Token) -> QueryExpression? {
    index += 1
    let before = faults.count
    let inner = nested(at: token.range) { $0.disjunction() }
    if let close = current, close.kind == .close {
      index += 1
      if inner == nil, faults.count == before {
        faults.append(.emptyParentheses(at: token.range.lowerBound..<close.range.upperBound))
      }
    } else if depth < QueryFault.deepestNesting {
      faults.append(.unclosedParenthesis(at: token.range))
    }
    return inner
  }

  /// Reads something one level deeper, or gives up on the rest where that is too deep.
  private mutating func nested(
    at range: SourceRange, _ read: (inout Parser) -> QueryExpression?
  ) -> QueryExpression? {
    guard depth < QueryFault.deepestNesting else {
      faults.append(.tooDeep(at: range))
      index = tokens.count
      return nil
    }
    let wasInside = isInside
    depth += 1
    isInside = true
    defer {
      depth -= 1
      isInside = wasInside
    }
    return read(&self)
  }

  func word(of token: Token) -> String {
    switch token.kind {
    case .word(let word): word
    case .minus: "-"
    default: ""
    }
  }
}
