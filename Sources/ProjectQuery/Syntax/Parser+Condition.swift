extension Parser {
  /// A condition on a field, words to look for, or the order of the result.
  mutating func sortOrCondition(_ token: Token) -> QueryExpression? {
    index += 1
    let text: QueryText
    switch token.kind {
    case .word(let word):
      if case .comparator(let comparator)? = current?.kind {
        return Self.sortNames.contains(word.lowercased()) && comparator == .matches
          ? sortKeys(token) : comparison(word, token, comparator)
      }
      text = QueryText(bare: word)
    case .quoted(let phrase): text = .phrase(phrase)
    default: return nil
    }
    return .text(Located(text, at: token.range))
  }

  private static let sortNames: Set<String> = ["sort", "sortierung", "sortiere", "order"]

  private mutating func comparison(
    _ name: String, _ token: Token, _ comparator: Comparator
  ) -> QueryExpression? {
    let place = current?.range ?? token.range
    index += 1
    let field = QueryField(named: name)
    if field == nil { faults.append(.unknownField(name, at: token.range)) }
    let values = values(after: name, at: token.range.lowerBound..<place.upperBound)
    guard let field, let first = values.first, let last = values.last else { return nil }
    let all = first.range.lowerBound..<last.range.upperBound
    let before = faults.count
    if !field.isOrdered {
      if comparator.isOrder { faults.append(.unordered(field, at: place)) }
      for value in values {
        if case .range = value.value { faults.append(.unordered(field, at: value.range)) }
      }
    } else if comparator.isOrder {
      if values.count > 1 || !first.value.isTerm { faults.append(.orderOfSeveral(at: all)) }
    }
    return faults.count > before
      ? nil : .comparison(Comparison(Located(field, at: token.range), comparator, values))
  }

  private mutating func values(
    after name: String, at range: SourceRange
  ) -> [Located<QueryValue>] {
    var values: [Located<QueryValue>] = []
    repeat {
      guard let value = value() else {
        // A comma at the end of a pasted list means nothing.
        if values.isEmpty { faults.append(.missingValue(name, at: range)) }
        break
      }
      values.append(value)
    } while takeComma()
    return values
  }

  private mutating func takeComma() -> Bool {
    guard current?.kind == .comma else { return false }
    index += 1
    return true
  }

  private mutating func value() -> Located<QueryValue>? {
    let start = index
    let left = term()
    guard current?.kind == .dots else {
      return left.map { Located($0.isQuoted ? .term($0.text) : Self.value($0.text), at: $0.range) }
    }
    index += 1
    let right = isAdjoining ? term() : nil
    let range = tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
    if left == nil, right == nil { faults.append(.stray("..", at: range)) }
    return Located(.range(from: left?.text, through: right?.text), at: range)
  }

  /// Whether the next token follows the last one without a blank: in `ends:2025.. kultur`, the
  /// range is open.
  private var isAdjoining: Bool {
    guard let current, index > 0 else { return false }
    return current.range.lowerBound == tokens[index - 1].range.upperBound
  }

  private struct Term {
    var text: String
    var isQuoted: Bool
    var range: SourceRange
  }

  private mutating func term() -> Term? {
    guard let token = current else { return nil }
    switch token.kind {
    case .word(let word):
      if token.keyword != nil { return nil }
      index += 1
      return Term(text: word, isQuoted: false, range: token.range)
    case .quoted(let text):
      index += 1
      return Term(text: text, isQuoted: true, range: token.range)
    case .minus where index + 1 < tokens.count:
      guard case .word(let word) = tokens[index + 1].kind else { return nil }
      let range = token.range.lowerBound..<tokens[index + 1].range.upperBound
      index += 2
      return Term(text: "-" + word, isQuoted: false, range: range)
    default: return nil
    }
  }

  private static func value(_ word: String) -> QueryValue {
    let lowercase = word.lowercased()
    if QueryValue.noneWords.contains(lowercase) { return .none }
    if QueryValue.anyWords.contains(lowercase) { return .any }
    return .term(word)
  }

  private mutating func sortKeys(_ token: Token) -> QueryExpression? {
    index += 1
    if isInside { faults.append(.nestedSort(at: token.range)) }
    let keys = values(after: word(of: token), at: token.range)
    for key in keys {
      guard case .term(let text) = key.value, let parsed = SortKey(text) else {
        let name = if case .term(let text) = key.value { text } else { "" }
        faults.append(.unknownSort(name, at: key.range))
        continue
      }
      sort.append(parsed)
    }
    return nil
  }
}

extension QueryValue {
  fileprivate var isTerm: Bool { if case .term = self { true } else { false } }
}
