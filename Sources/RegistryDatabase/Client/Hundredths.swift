/// A `numeric` as a whole number of hundredths, e.g. an amount of money in cents, so that no
/// rounding creeps in.
public struct Hundredths: Sendable, Hashable, ColumnDecodable {
  public let value: Int64

  public init(_ value: Int64) { self.value = value }

  /// nil for NaN, infinity, fractions of a hundredth, and what 64 bits cannot hold.
  ///
  /// Format: number of digits, weight of the first digit, sign, decimals shown, then the digits
  /// to base 10,000 (`numeric_send` in PostgreSQL's `numeric.c`).
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    guard bytes.count >= 8, type == WireType.numeric || type == WireType.unspecified else {
      return nil
    }
    let digitCount = Int(bytes.bigEndian(UInt16.self))
    let weight = Int(bytes.bigEndian(Int16.self, at: 2))
    let sign = bytes.bigEndian(UInt16.self, at: 4)
    guard bytes.count == 8 + 2 * digitCount, sign == 0 || sign == 0x4000 else { return nil }
    // Wider than any sum of hundredths: 64 bits have 19 digits, so six groups before the point
    // are too many already.
    guard weight < 6 else { return nil }
    var total: Int128 = 0
    for index in 0..<digitCount {
      let digit = Int128(bytes.bigEndian(Int16.self, at: 8 + 2 * index))
      let power = weight - index
      if power >= 0 {
        total += digit * Self.powers[power] * 100
      } else if power == -1, digit % 100 == 0 {
        total += digit / 100
      } else if digit != 0 {
        return nil
      }
    }
    guard let exact = Int64(exactly: sign == 0 ? total : -total) else { return nil }
    value = exact
  }

  /// 10,000 to the power of 0 … 5.
  private static let powers: [Int128] = [
    1, 10_000, 100_000_000, 1_000_000_000_000, 10_000_000_000_000_000,
    100_000_000_000_000_000_000,
  ]
}
