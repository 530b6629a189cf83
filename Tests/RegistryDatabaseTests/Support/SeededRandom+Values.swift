import TestSupport

extension SeededRandom {
  /// Text of any characters PostgreSQL can store.
  mutating func text(upTo length: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      let limit: UInt32 = [0x7F, 0x2FF, 0xFFFF, 0x10FFFF].randomElement(using: &self) ?? 0x7F
      let value = UInt32.random(in: 1...limit, using: &self)
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "ß")
    }
    return text
  }

  /// Numbers of every magnitude, often at the edges.
  mutating func integer() -> Int64 {
    let edges: [Int64] = [0, 1, -1, 99, 100, -100, 9_999, 10_000, 1_000_000, .max, .min]
    if Int.random(in: 0..<4, using: &self) == 0 { return edges.randomElement(using: &self) ?? 0 }
    return Int64(bitPattern: next()) >> Int64.random(in: 0..<64, using: &self)
  }
}
