/// Numbers byte strings in order of first appearance.
///
/// An open-addressing hash table over one arena of bytes, because a corpus has too many tokens for
/// a `String` each. The hash is FNV-1a, unseeded, so that runs repeat exactly.
struct Vocabulary: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Number of the string in each slot plus one, 0 for a free slot; a power of two of them.
  private var slots: [UInt32]

  init() { slots = Array(repeating: 0, count: 1024) }

  var count: Int { ends.count }

  /// The string's number, and whether it is new.
  mutating func intern(_ string: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(string)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, equals(number, string) { return (number, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return (ends.count - 1, true)
  }

  /// The string's number, or nil where it never appeared.
  func number(of string: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(string)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, equals(number, string) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Lends the bytes of a string.
  func withBytes<Result>(
    of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[start(number)..<ends[number]]))
    }
  }

  subscript(number: Int) -> String {
    String(decoding: bytes[start(number)..<ends[number]], as: UTF8.self)
  }

  private func start(_ number: Int) -> Int { number == 0 ? 0 : ends[number - 1] }

  private func equals(_ number: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = start(number)
    guard ends[number] - start == string.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      string.indices.allSatisfy { bytes[start + $0] == string[$0] }
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<ends.count {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// 64-bit FNV-1a, its high half folded into the low one that selects the slot.
  static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in string { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
