/// The canonical notation: English names, blanks for "and", a hyphen for "not", quotation marks
/// where needed. Reading it gives the same query again.
extension Query: CustomStringConvertible {
  public var description: String {
    var parts: [String] = []
    if let expression { parts.append(expression.description) }
    if !sort.isEmpty { parts.append("sort:" + sort.map(\.text).joined(separator: ",")) }
    // "a or b sort:id" reads well, but `sort` must not be taken for a part of what is negated.
    return parts.joined(separator: " ")
  }
}

extension QueryExpression: CustomStringConvertible {
  public var description: String {
    switch self {
    case .conjunction(let parts):
      parts.map { part in
        if case .disjunction = part { "(\(part))" } else { part.description }
      }.joined(separator: " ")
    case .disjunction(let parts): parts.map(\.description).joined(separator: " or ")
    case .negation(let inner): Self.negated(inner)
    case .comparison(let comparison): comparison.description
    case .text(let text): text.value.description
    }
  }

  private static func negated(_ inner: QueryExpression) -> String {
    switch inner {
    case .conjunction, .disjunction: return "-(\(inner))"
    default:
      let text = inner.description
      // A hyphen before a hyphen is no operator.
      return text.unicodeScalars.first == "-" ? "not " + text : "-" + text
    }
  }
}

extension Comparison: CustomStringConvertible {
  public var description: String {
    field.value.rawValue + comparator.rawValue
      + values.map(\.value.description).joined(separator: ",")
  }
}

extension QueryValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .none: "none"
    case .any: "any"
    case .range(let from, let through):
      (from.map(Self.endpoint) ?? "") + ".." + (through.map(Self.endpoint) ?? "")
    case .term(let text):
      Self.noneWords.contains(text.lowercased()) || Self.anyWords.contains(text.lowercased())
        ? quoted(text) : written(text)
    }
  }

  /// One end of a range, with nothing that the dots beside it could give another meaning.
  private static func endpoint(_ text: String) -> String {
    let (first, last) = (text.unicodeScalars.first, text.unicodeScalars.last)
    return first == "." || last == "." || first == "-" ? quoted(text) : written(text)
  }
}

extension QueryText: CustomStringConvertible {
  public var description: String {
    switch self {
    case .word(let word): word
    case .prefix(let word): word + "*"
    case .phrase(let text): quoted(text)
    }
  }
}

private func written(_ text: String) -> String {
  Lexer.isBareWord(text) ? text : quoted(text)
}

/// The text in quotation marks. Scalar by scalar, as a mark and an accent behind it would make one
/// character.
private func quoted(_ text: String) -> String {
  var result = String.UnicodeScalarView("\"".unicodeScalars)
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { result.append("\\") }
    result.append(scalar)
  }
  result.append("\"")
  return String(result)
}
