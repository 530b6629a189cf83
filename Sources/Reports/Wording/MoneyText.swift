public import Portfolio

/// Amounts of money as people write them.
public struct MoneyText: Sendable {
  let language: Language

  public init(_ language: Language) {
    self.language = language
  }

  /// `250.000 EUR` in German, `250,000 EUR` in English; hundredths only where there are any.
  public func text(_ budget: Budget) -> String {
    let units = grouped(budget.cents / 100)
    let cents = budget.cents % 100
    let decimals =
      cents == 0 ? "" : (language == .german ? "," : ".") + (cents < 10 ? "0" : "") + "\(cents)"
    return "\(units)\(decimals) \(budget.currency)"
  }

  /// In thousands of the currency's unit, rounded up so that a small sum never reads as none.
  func thousands(cents: Int64) -> String {
    grouped((cents + 99_999) / 100_000)
  }

  private func grouped(_ number: Int64) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += language == .german ? "." : "," }
      text.append(digit)
    }
    return text
  }
}
