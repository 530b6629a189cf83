extension Query {
  /// The values that can name a project, so that only those need to be looked up.
  public var projectNames: [String] {
    comparisons.filter { [.id, .linked, .similar].contains($0.field.value) }
      .flatMap(\.values).compactMap { value in
        if case .term(let name) = value.value { name } else { nil }
      }
  }

  /// The fields with conditions.
  public var fields: Set<QueryField> { Set(comparisons.map(\.field.value)) }

  private var comparisons: [Comparison] { expression?.comparisons ?? [] }
}

extension QueryExpression {
  fileprivate var comparisons: [Comparison] {
    switch self {
    case .conjunction(let parts), .disjunction(let parts): parts.flatMap(\.comparisons)
    case .negation(let inner): inner.comparisons
    case .comparison(let comparison): [comparison]
    case .text: []
    }
  }
}
