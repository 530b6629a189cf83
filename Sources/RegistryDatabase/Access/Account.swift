/// A login of the registry. It stands for a function and is reached by a function mailbox.
public struct Account: Sendable, Hashable {
  /// The name of the PostgreSQL role.
  public var name: String
  /// Nil where the role is in several groups, which only another program can have brought about.
  public var group: AccessGroup?
  /// For the group `department`: whose projects it writes.
  public var department: String?
  /// Nil where another program made the role a member.
  public var contact: String?
  /// As `YYYY-MM-DD`; nil as above.
  public var created: String?

  public init(
    name: String, group: AccessGroup?, department: String? = nil, contact: String? = nil,
    created: String? = nil
  ) {
    self.name = name
    self.group = group
    self.department = department
    self.contact = contact
    self.created = created
  }

  /// Whether the name is one that `Accounts` takes: 3 to 63 small letters, digits, `-` and `_`, a
  /// letter first; beginnings that PostgreSQL or the groups use are left to them.
  public static func isName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard (3...63).contains(bytes.count), let first = bytes.first else { return false }
    func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let isPlain = bytes.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return isLetter(first) && isPlain && !name.hasPrefix("pg_") && !name.hasPrefix("dach_")
  }
}
