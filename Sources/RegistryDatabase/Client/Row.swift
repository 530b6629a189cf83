/// One row of a result, lent to a closure: it cannot be copied, so it cannot outlive the result
/// whose bytes it reads.
///
/// ```swift
/// try session.query("SELECT id, title, budget FROM project") { row in
///   print(try row.decode(0, as: String.self), try row.decodeIfPresent(2, as: Hundredths.self))
/// }
/// ```
public struct Row: ~Copyable {
  /// Where one value lies; `length` is -1 for NULL.
  struct Field {
    var start: UnsafeRawPointer?
    var length: Int
  }

  private let fields: UnsafeBufferPointer<Field>
  /// The columns' types; nil where the source does not tell them, as in a binary COPY.
  private let types: UnsafePointer<UInt32>?

  init(fields: UnsafeBufferPointer<Field>, types: UnsafePointer<UInt32>?) {
    self.fields = fields
    self.types = types
  }

  public var count: Int { fields.count }

  public func isNull(_ column: Int) -> Bool { fields[column].length < 0 }

  /// The column's value.
  /// - Throws: `ColumnDecodingError` where it is NULL or not of the asked kind.
  public func decode<Value: ColumnDecodable>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws -> Value {
    guard let value = try decodeIfPresent(column, as: type) else {
      throw ColumnDecodingError(column: column, expected: "\(type)", problem: "is NULL")
    }
    return value
  }

  /// The column's value, or nil where it is NULL.
  public func decodeIfPresent<Value: ColumnDecodable>(
    _ column: Int, as type: Value.Type = Value.self
  ) throws -> Value? {
    guard column >= 0, column < fields.count else {
      throw ColumnDecodingError(
        column: column, expected: "\(type)", problem: "is none of the row's \(fields.count)")
    }
    let field = fields[column]
    guard field.length >= 0 else { return nil }
    let bytes = UnsafeRawBufferPointer(start: field.start, count: field.length)
    let source = types?[column] ?? WireType.unspecified
    guard let value = Value(bytes: bytes, type: source) else {
      throw ColumnDecodingError(
        column: column, expected: "\(type)",
        problem: "has type \(source) and \(bytes.count) bytes, which do not make one")
    }
    return value
  }
}

/// A type that makes itself from a row, for `Session.rows(_:_:as:)`.
public protocol RowDecodable {
  init(row: borrowing Row) throws
}

/// A column did not hold what the program asked for: a mistake in the program, not in the data.
public struct ColumnDecodingError: Error, CustomStringConvertible {
  /// Counted from 0.
  public let column: Int
  public let expected: String
  public let problem: String

  public var description: String { "column \(column) \(problem), expected \(expected)" }
}
