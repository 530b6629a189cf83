import Portfolio

extension CanonicalDocument {
  func period(_ key: StaticString, _ period: Period?) throws {
    guard let period, period.start != nil || period.end != nil else { return }
    try mapping(key, .flow) {
      try date("start", period.start)
      try date("end", period.end)
    }
  }

  func refusal(_ key: StaticString, _ refusal: Refusal?) throws {
    guard let refusal else { return }
    try mapping(key, .block) {
      try date("date", refusal.date)
      try required("reason", refusal.reason)
    }
  }

  func budget(_ key: StaticString, _ budget: Budget?) throws {
    guard let budget else { return }
    guard budget.cents >= 0 else { throw unwritable(key, String(budget.cents)) }
    try mapping(key, .flow) {
      try plain("amount", Self.amount(cents: budget.cents))
      if budget.currency != "EUR" { try required("currency", budget.currency) }
      try optional("funding", budget.funding)
    }
  }

  /// Whole amounts without decimals, all others with two.
  static func amount(cents: Int64) -> String {
    let (units, rest) = cents.quotientAndRemainder(dividingBy: 100)
    guard rest != 0 else { return String(units) }
    return "\(units)." + (rest < 10 ? "0" : "") + String(rest)
  }

  /// Ids of sources in `strategy.yaml`.
  func sourceIDs(_ ids: [String]) throws {
    try self.ids("sources", ids, .source)
  }

  func statements(_ key: StaticString, _ statements: [Statement]) throws {
    try entries(key, statements) { statement in
      try required("topic", statement.topic)
      try required("text", statement.text)
      try sourceIDs(statement.sources)
    }
  }

  func expectations(_ expectations: [Expectation]) throws {
    try entries("expects", expectations, .flow) { expectation in
      switch expectation.contributor {
      case .department(let department): try required("department", department)
      case .theme(let theme): try requiredID("theme", theme)
      }
      try word("obligation", expectation.obligation, default: .must)
      try number("minimum", expectation.minimum, default: 1)
      try date("by", expectation.by)
    }
  }
}
