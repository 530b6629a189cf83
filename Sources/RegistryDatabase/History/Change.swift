public import Portfolio

/// A transaction that changed the registry: who, when, by which command.
///
/// Changes stand in one line: each has a moment of its own, in the order in which they were
/// committed (migration `0012-change.sql`).
public struct Change: Sendable, Hashable {
  /// What tells a change from every other, and earlier ones from later ones.
  public let moment: ChangeMoment
  /// In the database's time zone.
  public let day: CalendarDay
  /// Time of day in the database's time zone, e.g. `14:03:22`.
  public let time: String
  /// The database role that acted; nil where nobody noted it.
  public let role: String?
  /// What the program called itself.
  public let program: String?
  /// The command, e.g. `import`; nil where somebody wrote by SQL.
  public let command: String?
  /// What it was about: a folder, files, or ids; nil for whom that may name hidden projects.
  public let source: String?
}

/// A point in the line of changes.
public struct ChangeMoment: Sendable, Hashable, Comparable {
  /// Microseconds since 1970-01-01 00:00 UTC, PostgreSQL's own precision.
  public let microseconds: Int64

  public init(microseconds: Int64) { self.microseconds = microseconds }

  public static func < (one: ChangeMoment, other: ChangeMoment) -> Bool {
    one.microseconds < other.microseconds
  }

  /// Later than every change.
  public static let end = ChangeMoment(microseconds: .max)

  /// Earlier than every change.
  static let beginning = ChangeMoment(microseconds: 0)

  /// As a parameter of a statement.
  var value: SQLValue {
    self == .end ? .text("infinity") : .timestamp(microseconds: microseconds)
  }
}

extension ChangeMoment: CustomStringConvertible {
  /// In UTC, to the microsecond, e.g. `2026-11-22T13:03:22.000450Z` (ISO 8601).
  public var description: String {
    let (days, rest) = microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
    let day = CalendarDay(daysSinceEpoch: Int32(clamping: days))
    let seconds = rest / 1_000_000
    func padded(_ number: Int64, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
    return "\(day)T\(time.joined(separator: ":")).\(padded(rest % 1_000_000, 6))Z"
  }

  /// Reads what `description` writes.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard text.utf8.count == 27, text.hasSuffix("Z"), parts.count == 2,
      let day = CalendarDay(String(parts[0]))
    else { return nil }
    let numbers = parts[1].dropLast().split { $0 == ":" || $0 == "." }.map { Int64($0) ?? -1 }
    guard numbers.count == 4, numbers.allSatisfy({ $0 >= 0 }), numbers[0] < 24, numbers[1] < 60,
      numbers[2] < 60
    else { return nil }
    let seconds = (numbers[0] * 60 + numbers[1]) * 60 + numbers[2]
    microseconds = (Int64(day.daysSinceEpoch) * 86_400 + seconds) * 1_000_000 + numbers[3]
    guard description == text else { return nil }
  }
}

extension ChangeMoment: ColumnDecodable {
  /// Reads `timestamptz`.
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    guard let time = Microseconds(bytes: bytes, type: type) else { return nil }
    self.init(microseconds: time.sinceEpoch)
  }
}

extension Change: RowDecodable {
  /// The columns of `change` from which a change is made.
  static let columns =
    "at, at::date AS day, to_char(at, 'HH24:MI:SS'), role, program, command, change_source(at)"

  public init(row: borrowing Row) throws {
    moment = try row.decode(0)
    day = try row.decode(1)
    time = try row.decode(2)
    role = try row.decodeIfPresent(3)
    program = try row.decodeIfPresent(4)
    command = try row.decodeIfPresent(5)
    source = try row.decodeIfPresent(6)
  }
}

extension Session {
  /// Says by which command this transaction changes the registry, if it changes anything.
  func nameChange(command: String, source: String) throws {
    try execute(
      "SELECT set_config('dach.command', $1, true), set_config('dach.source', $2, true)",
      [.text(command), .text(source)])
  }

  /// The last change that this transaction sees; nil in a registry in which there was none.
  func lastChange() throws -> ChangeMoment? {
    try value("SELECT max(at) FROM change", as: ChangeMoment.self)
  }

  /// The changes of these moments, in order.
  func changes(at moments: some Sequence<ChangeMoment>) throws -> [Change] {
    try rows(
      """
      SELECT \(Change.columns) FROM change
      WHERE at IN (
        SELECT timestamptz 'epoch' + moment * interval '1 microsecond'
        FROM unnest($1::bigint[]) AS moment)
      ORDER BY at
      """, [.ints(moments.map(\.microseconds))], as: Change.self)
  }
}
