/// Identifies a finding across runs by its rule and subjects alone, so that verdicts, waivers and
/// baselines survive edits and re-imports.
///
/// The 64-bit FNV-1a hash (G. Fowler, L. C. Noll, K.-P. Vo; IETF draft-eastlake-fnv) over the
/// rule's name and the sorted subjects, as 16 hexadecimal digits. Callers pass a renamed
/// project's oldest id, so that a rename changes nothing.
public enum Fingerprint {
  public static func make(rule: String, subjects: [Subject]) -> String {
    let parts = [rule] + subjects.map { "\($0.kind.rawValue):\($0.id)" }.sorted()
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in parts.joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
