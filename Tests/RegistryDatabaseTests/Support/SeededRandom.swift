/// SplitMix64 (Steele, Lea, Flood 2014): the same values for the same seed, so that a failed random
/// test can be repeated.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

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
