/// The amount of money that a text in a query stands for, in hundredths: `100000`, `100.000`,
/// `250k`, `250T€`, `1.5M`, `"1,5 Mio €"`, `99.50`.
enum AmountValue {
  /// Nil where the text is none, or more than the registry can hold.
  static func cents(_ text: String) -> Int64? {
    var rest = text.lowercased().filter { !$0.isWhitespace }
    for currency in ["€", "eur", "euro"] where rest.hasSuffix(currency) {
      rest.removeLast(currency.count)
      break
    }
    var factor: Int64 = 100
    for (unit, value) in units where rest.hasSuffix(unit) {
      rest.removeLast(unit.count)
      factor = value * 100
      break
    }
    guard rest.utf8.count <= 24, let (whole, decimals) = parts(rest),
      let units = Int64(whole), decimals.utf8.count <= 6
    else { return nil }
    let (base, overflow) = units.multipliedReportingOverflow(by: factor)
    var fraction: Int64 = 0
    var scale = factor
    for digit in decimals.utf8 {
      guard scale % 10 == 0 else { return nil }
      scale /= 10
      fraction += Int64(digit - 48) * scale
    }
    let (sum, overflows) = base.addingReportingOverflow(fraction)
    return overflow || overflows || sum > largest ? nil : sum
  }

  /// What the database's `numeric(19, 2)` holds of what fits 64 bits.
  private static let largest: Int64 = 9_000_000_000_000_000_000

  private static let units: [(String, Int64)] = [
    ("mrd.", 1_000_000_000), ("mrd", 1_000_000_000), ("mio.", 1_000_000), ("mio", 1_000_000),
    ("m", 1_000_000), ("tsd.", 1_000), ("tsd", 1_000), ("t", 1_000), ("k", 1_000),
  ]

  /// Whole units and decimals. Groups of three digits after a point or comma are thousands, as in
  /// `100.000`; anything else after a single one is a fraction, as in `99.50` or `1,5`.
  private static func parts(_ text: String) -> (whole: String, decimals: String)? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let first = groups.first
    else { return nil }
    let marks = text.filter { $0 == "." || $0 == "," }
    if groups.count == 1 { return (text, "") }
    let isGrouped = first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    if isGrouped, Set(marks).count == 1 { return (groups.joined(), "") }
    // 1.234,56 and 1,234.56: the last mark differs from those before.
    guard let last = groups.last, let mark = marks.last,
      !marks.dropLast().contains(mark), Set(marks.dropLast()).count <= 1,
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 })
    else { return nil }
    return (groups.dropLast().joined(), String(last))
  }
}
