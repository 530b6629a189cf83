/// Numbers 64-bit keys in order of first appearance.
///
/// An open-addressing hash table, as counting features looks up a key for each run of characters
/// of each new word. Multiplicative hashing (D. E. Knuth, "The Art of Computer Programming",
/// vol. 3, 6.4), unseeded, so that runs repeat exactly.
struct KeyNumbers: Sendable {
  /// By number.
  private(set) var keys: [UInt64] = []
  /// Number of the key in each slot plus one, 0 for a free slot; a power of two of them.
  private var slots: [UInt32]
  /// How far to shift a product down to a slot.
  private var shift: UInt64

  init() {
    slots = Array(repeating: 0, count: 1 << 10)
    shift = 64 - 10
  }

  var count: Int { keys.count }

  /// The key's number, a new one where it never appeared.
  mutating func intern(_ key: UInt64) -> Int {
    var slot = self.slot(of: key)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  /// The key's number, or nil where it never appeared.
  func number(of key: UInt64) -> Int? {
    var slot = self.slot(of: key)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    shift -= 1
    for (number, key) in keys.enumerated() {
      var slot = self.slot(of: key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
