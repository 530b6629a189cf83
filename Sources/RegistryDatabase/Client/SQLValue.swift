public import Portfolio

/// A parameter of an SQL statement, bound to `$1`, `$2` … and never pasted into its text.
///
/// Text is sent without a type of its own, so that PostgreSQL takes it for whatever the place
/// expects: text, an enum, a date. Where nothing says what is expected, write a cast:
/// `SELECT $1::text`. All other values carry their PostgreSQL type.
public enum SQLValue: Sendable, Hashable {
  case null
  case text(String)
  case bool(Bool)
  /// `bigint`; PostgreSQL narrows it where a column is narrower.
  case int(Int64)
  /// `double precision`.
  case double(Double)
  /// `date`.
  case day(CalendarDay)
  /// `numeric` with two decimals, given in hundredths, e.g. an amount of money in cents.
  case hundredths(Int64)
  /// `timestamptz`, given in microseconds since 1970-01-01 00:00 UTC.
  case timestamp(microseconds: Int64)
  /// `text[]`.
  case texts([String])
  /// `bigint[]`.
  case ints([Int64])
  /// `jsonb`, given as JSON text.
  case json(String)
  /// `bytea`.
  case bytes([UInt8])
}

extension SQLValue {
  public init(_ text: String?) { self = text.map(Self.text) ?? .null }
  public init(_ flag: Bool?) { self = flag.map(Self.bool) ?? .null }
  public init(_ number: (some BinaryInteger)?) { self = number.map { .int(Int64($0)) } ?? .null }
  public init(_ day: CalendarDay?) { self = day.map(Self.day) ?? .null }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}
