/// A mailbox of a function (`bauordnung@…`), as opposed to a person's.
///
/// The registry stores no personal data, so addresses that give away a person are refused: those
/// whose local part starts with a common given name or an initial and goes on with a dot.
public enum FunctionMailbox {
  public enum Refusal: Sendable, Hashable {
    case notAnAddress
    case looksPersonal
  }

  /// Why `address` is no function mailbox, or nil if it is one.
  public static func refusal(of address: String) -> Refusal? {
    let bytes = address.utf8
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at != bytes.startIndex,
      isDomain(bytes[bytes.index(after: at)...]), bytes.allSatisfy({ $0 > 0x20 })
    else { return .notAnAddress }
    guard let dot = bytes[..<at].firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let first = address[..<dot].lowercased()
    return first.count == 1 || givenNames.contains(first) ? .looksPersonal : nil
  }

  /// Whether `bytes` are at least two labels with points between them, and no second `@`.
  private static func isDomain(_ bytes: Substring.UTF8View) -> Bool {
    var points = 0
    var isAfterPoint = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "@"):
        return false
      case UInt8(ascii: "."):
        guard !isAfterPoint else { return false }
        points += 1
        isAfterPoint = true
      default:
        isAfterPoint = false
      }
    }
    return points >= 1 && !isAfterPoint
  }

  /// Given names that were frequent in Germany in the working generations. The JSON Schema lists
  /// the same; a test holds both together.
  public static let givenNames: Set<String> = [
    "alexander", "andrea", "andreas", "angelika", "anja", "anke", "anna", "anne", "annette",
    "barbara", "bernd", "bettina", "birgit", "britta", "brigitte", "carsten", "christian",
    "christiane", "christina", "christine", "claudia", "daniel", "daniela", "david", "dieter",
    "dirk", "doris", "elke", "eva", "felix", "florian", "frank", "franziska", "gabriele", "georg",
    "gerhard", "günter", "hans", "heike", "helmut", "holger", "ines", "ingrid", "jan", "jana",
    "jens", "joachim", "jörg", "johannes", "julia", "julian", "jürgen", "karin", "karl", "kathrin",
    "katja", "katrin", "kerstin", "klaus", "laura", "lena", "lisa", "lukas", "manfred", "manuela",
    "maria", "marie", "marion", "mario", "markus", "martin", "martina", "matthias", "max",
    "melanie", "michael", "michaela", "monika", "nadine", "nicole", "nina", "olaf", "oliver",
    "patrick", "peter", "petra", "philipp", "ralf", "renate", "robert", "sabine", "sandra", "sara",
    "sarah", "sebastian", "silke", "simon", "simone", "sonja", "stefan", "stefanie", "stephan",
    "susanne", "sven", "thomas", "thorsten", "tobias", "torsten", "udo", "ulrich", "ulrike", "ute",
    "uwe", "vanessa", "volker", "walter", "werner", "wolfgang",
  ]
}
