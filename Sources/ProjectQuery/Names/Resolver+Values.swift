internal import Portfolio

extension Resolver {
  mutating func choice(
    _ field: QueryField, _ term: String, at range: SourceRange
  ) -> ProjectFilter? {
    guard let value = Choices.value(term, of: field) else {
      faults.append(.unknownChoice(term, of: field, at: range))
      return nil
    }
    return switch field {
    case .status: .isOne(of: [value], in: .status)
    case .visibility: .isOne(of: [value], in: .visibility)
    case .label: .isOne(of: [value], in: .label)
    case .sector: .lists(anyOf: [value], in: .sector)
    default: .lists(anyOf: [value], in: .review)
    }
  }

  mutating func presence(
    _ field: QueryField, _ term: String, at range: SourceRange
  ) -> ProjectFilter? {
    guard let wanted = QueryField(named: term) else {
      faults.append(.unknownField(term, at: range))
      return nil
    }
    guard wanted.canBeMissing else {
      faults.append(.neverMissing(wanted, at: range))
      return nil
    }
    return field == .has ? .present(wanted) : .not(.present(wanted))
  }

  // MARK: Dates and amounts

  mutating func date(
    _ field: QueryField, _ comparator: Comparator, _ term: String, at range: SourceRange
  ) -> ProjectFilter? {
    guard let days = days(term, at: range) else { return nil }
    let day = field.dayField
    return switch comparator {
    case .matches, .differs: .day(day, from: days.lowerBound, through: days.upperBound)
    case .less: .day(day, from: nil, through: days.lowerBound.advanced(byDays: -1))
    case .lessOrEqual: .day(day, from: nil, through: days.upperBound)
    case .greater: .day(day, from: days.upperBound.advanced(byDays: 1), through: nil)
    case .greaterOrEqual: .day(day, from: days.lowerBound, through: nil)
    }
  }

  mutating func amount(
    _ comparator: Comparator, _ term: String, at range: SourceRange
  ) -> ProjectFilter? {
    guard let cents = cents(term, at: range) else { return nil }
    return switch comparator {
    case .matches, .differs: .budget(from: cents, through: cents)
    case .less: .budget(from: nil, through: cents - 1)
    case .lessOrEqual: .budget(from: nil, through: cents)
    case .greater: .budget(from: cents + 1, through: nil)
    case .greaterOrEqual: .budget(from: cents, through: nil)
    }
  }

  mutating func range(
    _ field: QueryField, from: String?, through: String?, at place: SourceRange
  ) -> ProjectFilter? {
    if field.kind == .amount {
      let start = from.flatMap { cents($0, at: place) }
      let end = through.flatMap { cents($0, at: place) }
      if let start, let end, end < start { faults.append(.reversed(at: place)) }
      return .budget(from: start, through: end)
    }
    let start = from.flatMap { days($0, at: place) }?.lowerBound
    let end = through.flatMap { days($0, at: place) }?.upperBound
    if let start, let end, end < start { faults.append(.reversed(at: place)) }
    return .day(field.dayField, from: start, through: end)
  }

  private mutating func days(_ term: String, at range: SourceRange) -> ClosedRange<CalendarDay>? {
    let days = DateValue.days(term, today: today)
    if days == nil { faults.append(.noDate(term, at: range)) }
    return days
  }

  private mutating func cents(_ term: String, at range: SourceRange) -> Int64? {
    let cents = AmountValue.cents(term)
    if cents == nil { faults.append(.noAmount(term, at: range)) }
    return cents
  }
}

extension QueryField {
  fileprivate var dayField: ProjectFilter.DayField {
    switch self {
    case .starts: .starts
    case .confirmed: .confirmed
    default: .ends
    }
  }
}
