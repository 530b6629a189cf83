public import Portfolio

/// Looks up the names in a query and reads its dates and amounts.
public struct Resolver {
  let vocabulary: Vocabulary
  /// The day that `today` means.
  let today: CalendarDay
  /// Whether a text has any word that projects can be found by; `der` has none.
  let hasWords: (String) -> Bool
  var faults: [QueryFault] = []

  public init(
    _ vocabulary: Vocabulary, today: CalendarDay, hasWords: @escaping (String) -> Bool
  ) {
    self.vocabulary = vocabulary
    self.today = today
    self.hasWords = hasWords
  }

  /// - Throws: `QueryFaults` with everything that is wrong, in form or in names.
  public func resolve(_ reading: QueryReading) throws(QueryFaults) -> ResolvedQuery {
    var copy = self
    copy.faults = reading.faults
    let filter = reading.query.expression.flatMap { copy.filter($0) } ?? .everything
    guard copy.faults.isEmpty else { throw QueryFaults(reading.text, copy.faults) }
    return ResolvedQuery(filter, sort: reading.query.sort)
  }

  /// Nil for what restricts nothing, such as a stop word.
  private mutating func filter(_ expression: QueryExpression) -> ProjectFilter? {
    switch expression {
    case .conjunction(let parts): return combined(parts) { .all($0) }
    case .disjunction(let parts): return combined(parts) { .any($0) }
    case .negation(let inner): return filter(inner).map { .not($0) }
    case .text(let text): return words(text.value, .titleAndSummary, at: text.range)
    case .comparison(let comparison):
      let values = comparison.values.compactMap { filter(comparison, $0) }
      guard !values.isEmpty else { return nil }
      let found = Self.merged(values)
      return comparison.comparator == .differs ? .not(found) : found
    }
  }

  private mutating func combined(
    _ parts: [QueryExpression], _ combine: ([ProjectFilter]) -> ProjectFilter
  ) -> ProjectFilter? {
    var filters: [ProjectFilter] = []
    for part in parts {
      if let filter = filter(part) { filters.append(filter) }
    }
    return filters.count <= 1 ? filters.first : combine(filters)
  }

  /// One condition for values of the same list, so that the database looks once.
  private static func merged(_ filters: [ProjectFilter]) -> ProjectFilter {
    if filters.count == 1 { return filters[0] }
    var single: [ProjectFilter.SingleField: [String]] = [:]
    var lists: [ProjectFilter.ListField: [String]] = [:]
    var rest: [ProjectFilter] = []
    for filter in filters {
      switch filter {
      case .isOne(let values, let field): single[field, default: []] += values
      case .lists(let values, let field): lists[field, default: []] += values
      default: rest.append(filter)
      }
    }
    rest += single.map { .isOne(of: $0.value, in: $0.key) }
    rest += lists.map { .lists(anyOf: $0.value, in: $0.key) }
    return rest.count == 1 ? rest[0] : .any(rest)
  }

  private mutating func filter(
    _ comparison: Comparison, _ value: Located<QueryValue>
  ) -> ProjectFilter? {
    let field = comparison.field.value
    switch value.value {
    case .none, .any:
      guard field.canBeMissing else {
        faults.append(.neverMissing(field, at: value.range))
        return nil
      }
      return value.value == .any ? .present(field) : .not(.present(field))
    case .range(let from, let through):
      return range(field, from: from, through: through, at: value.range)
    case .term(let term):
      guard !term.allSatisfy(\.isWhitespace) else {
        faults.append(.emptyValue(at: value.range))
        return nil
      }
      guard term.unicodeScalars.count <= QueryFault.longestText else {
        faults.append(.tooLongText(at: value.range))
        return nil
      }
      return filter(field, comparison.comparator, term, at: value.range)
    }
  }

  private mutating func filter(
    _ field: QueryField, _ comparator: Comparator, _ term: String, at range: SourceRange
  ) -> ProjectFilter? {
    switch field.kind {
    case .reference: return reference(field, term, at: range)
    case .choice: return choice(field, term, at: range)
    case .words:
      let text: QueryText =
        term.contains(where: \.isWhitespace) ? .phrase(term) : QueryText(bare: term)
      return words(text, field == .title ? .title : .summary, at: range)
    case .text: return text(field, term)
    case .date: return date(field, comparator, term, at: range)
    case .amount: return amount(comparator, term, at: range)
    case .fieldName: return presence(field, term, at: range)
    }
  }

  // MARK: Words

  private mutating func words(
    _ text: QueryText, _ scope: ProjectFilter.WordScope, at range: SourceRange
  ) -> ProjectFilter? {
    guard text.text.unicodeScalars.count <= QueryFault.longestText else {
      faults.append(.tooLongText(at: range))
      return nil
    }
    if case .prefix(let prefix) = text {
      guard prefix.allSatisfy({ $0.isLetter || $0.isNumber }) else {
        faults.append(.unsuitablePrefix(prefix, at: range))
        return nil
      }
    } else if !hasWords(text.text) {
      return nil
    }
    return .words(text, in: scope)
  }

  private func text(_ field: QueryField, _ term: String) -> ProjectFilter? {
    let wanted = TextFolding.folded(term)
    return switch field {
    case .funding: .contains(wanted, in: .funding)
    case .contact: .contains(wanted, in: .contact)
    case .partner: .contains(wanted, in: .partner)
    case .audience: .contains(wanted, in: .audience)
    case .technology: .contains(wanted, in: .technology)
    case .page: .contains(wanted, in: .page)
    case .note: .contains(wanted, in: .note)
    case .source: .contains(wanted, in: .source)
    default: nil
    }
  }
}
