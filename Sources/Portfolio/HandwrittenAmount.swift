/// Amounts of money as people write them in forms and spreadsheets.
public enum HandwrittenAmount {
  /// Cents of `250000`, `250.000`, `1.234,56 €`, `99.50`, `1,234.56`, `2,5 Mio. €` and `150 T€`;
  /// nil for anything else.
  ///
  /// A single point or comma before exactly three digits separates thousands, as nobody writes
  /// tenths of a cent.
  public static func cents(_ text: String) -> Int64? {
    var rest = Substring(text.lowercased().filter { !$0.isWhitespace && $0 != "\u{202F}" })
    let factor = factor(&rest)
    guard let number = number(String(rest)) else { return nil }
    let (digits, decimals) = number
    // Whether `1,250 Mio.` has thousands or thousandths only its author knows.
    if factor > 1, isAmbiguous(rest) { return nil }
    guard digits.count <= 13, decimals.count <= 2 || factor > 1 else { return nil }
    // As whole numbers, so that no cent is lost: factors have more zeros than decimals have places.
    let places = decimals.prefix(8)
    guard let whole = Int64(digits + places), let scale = power(places.count) else { return nil }
    let (cents, overflow) = whole.multipliedReportingOverflow(by: 100 * factor)
    guard !overflow, cents % scale == 0 else { return nil }
    return cents / scale
  }

  /// Takes currency and unit off the end.
  private static func factor(_ text: inout Substring) -> Int64 {
    var factor: Int64 = 1
    for currency in ["€", "euro", "eur"] where text.hasSuffix(currency) {
      text = text.dropLast(currency.count)
      break
    }
    for currency in ["€", "eur"] where text.hasPrefix(currency) {
      text = text.dropFirst(currency.count)
      break
    }
    let units: [(String, Int64)] = [
      ("millionen", 1_000_000), ("million", 1_000_000), ("mio.", 1_000_000), ("mio", 1_000_000),
      ("tausend", 1000), ("tsd.", 1000), ("tsd", 1000), ("t", 1000), ("k", 1000),
    ]
    if let (unit, times) = units.first(where: { text.hasSuffix($0.0) }) {
      text = text.dropLast(unit.count)
      factor = times
    }
    for dash in [",-", ",–", ".-"] where text.hasSuffix(dash) { text = text.dropLast(2) }
    return factor
  }

  private static func isAmbiguous(_ text: Substring) -> Bool {
    guard let last = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return false }
    return text[last...].count == 4
  }

  private static func number(_ text: String) -> (digits: String, decimals: String)? {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." || $0 == "," })
    else { return nil }
    guard let last = text.lastIndex(where: { $0 == "." || $0 == "," }) else { return (text, "") }
    let mark = text[last]
    let tail = String(text[text.index(after: last)...])
    let isDecimal = tail.count != 3 || text[..<last].contains { $0 != mark && !$0.isNumber }
    guard isDecimal else { return grouped(text, by: mark).map { ($0, "") } }
    guard !tail.isEmpty else { return nil }
    let head = String(text[..<last])
    let group: Character = mark == "," ? "." : ","
    return grouped(head, by: group).map { ($0, tail) }
  }

  /// The digits without their separators, which have to stand before groups of three.
  private static func grouped(_ text: String, by separator: Character) -> String? {
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...13).contains(first.count),
      groups.count == 1 || (first.count <= 3 && first != "0"),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.joined().allSatisfy(\.isNumber)
    else { return nil }
    return groups.joined()
  }

  private static func power(_ places: Int) -> Int64? {
    (0..<places).reduce(Int64(1)) { power, _ in power * 10 }
  }
}
