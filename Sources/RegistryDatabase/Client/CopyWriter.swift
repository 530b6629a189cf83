internal import CPostgreSQL
public import Portfolio

/// Writes rows of a binary COPY, value by value in the order of the columns.
///
/// Values are not converted by the server: each must have exactly its column's type. Nothing is
/// allocated for a value; rows leave in pieces of about `chunkSize` bytes.
///
/// Format: https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4 ("Binary Format").
public struct CopyWriter: ~Copyable {
  static let chunkSize = 128 * 1024

  private let connection: OpaquePointer
  private var buffer = WireBuffer(capacity: chunkSize + 16 * 1024)
  private var expected = 0
  private var written = 0
  private(set) var sendFailed = false

  init(_ connection: OpaquePointer) {
    self.connection = connection
    // "PGCOPY\n\377\r\n\0", flags, length of the header's extension.
    for byte: UInt8 in [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00] {
      buffer.append(byte)
    }
    buffer.append(Int32(0))
    buffer.append(Int32(0))
  }

  /// Starts a row. The row before must be complete.
  /// - Throws: `DatabaseError`
  public mutating func row(columns: Int) throws {
    try checkRow()
    if buffer.count >= Self.chunkSize { try flush() }
    buffer.append(Int16(columns))
    expected = columns
    written = 0
  }

  public mutating func null() {
    written += 1
    buffer.append(Int32(-1))
  }

  /// `text`, `varchar`, or an enum's label.
  public mutating func text(_ value: String) {
    written += 1
    buffer.appendLengthPrefixed { $0.append(value) }
  }

  /// `text` given as UTF-8.
  public mutating func text(utf8 bytes: UnsafeRawBufferPointer) {
    written += 1
    buffer.append(Int32(bytes.count))
    buffer.append(bytes)
  }

  public mutating func bool(_ value: Bool) {
    written += 1
    buffer.append(Int32(1))
    buffer.append(UInt8(value ? 1 : 0))
  }

  /// `smallint`.
  public mutating func int2(_ value: Int16) {
    written += 1
    buffer.append(Int32(2))
    buffer.append(value)
  }

  /// `integer`.
  public mutating func int4(_ value: Int32) {
    written += 1
    buffer.append(Int32(4))
    buffer.append(value)
  }

  /// `bigint`.
  public mutating func int8(_ value: Int64) {
    written += 1
    buffer.append(Int32(8))
    buffer.append(value)
  }

  /// `double precision`.
  public mutating func double(_ value: Double) {
    written += 1
    buffer.append(Int32(8))
    buffer.append(value.bitPattern)
  }

  /// `date`.
  public mutating func day(_ value: CalendarDay) {
    written += 1
    buffer.append(Int32(4))
    buffer.append(value)
  }

  /// `timestamptz`, in microseconds since 1970-01-01 00:00 UTC.
  public mutating func timestamp(microseconds: Int64) {
    written += 1
    buffer.append(Int32(8))
    buffer.append(microseconds - PostgreSQLEpoch.microseconds)
  }

  /// `numeric` with two decimals.
  public mutating func numeric(hundredths: Int64) {
    written += 1
    buffer.appendLengthPrefixed { $0.appendNumeric(hundredths: hundredths) }
  }

  /// `text[]`.
  public mutating func texts(_ values: [String]) {
    written += 1
    buffer.appendLengthPrefixed { $0.append(values) }
  }

  /// `bigint[]`.
  public mutating func ints(_ values: [Int64]) {
    written += 1
    buffer.appendLengthPrefixed { $0.append(values) }
  }

  /// `jsonb`, given as JSON text.
  public mutating func jsonb(_ value: String) {
    written += 1
    buffer.appendLengthPrefixed { $0.appendJSONB(value) }
  }

  mutating func finish() throws {
    try checkRow()
    buffer.append(Int16(-1))
    try flush()
  }

  private func checkRow() throws {
    guard written == expected else {
      throw DatabaseError.misuse("a row of \(expected) columns got \(written) values")
    }
  }

  private mutating func flush() throws {
    let bytes = buffer.bytes.assumingMemoryBound(to: CChar.self)
    guard PQputCopyData(connection, bytes, Int32(buffer.count)) == 1 else {
      sendFailed = true
      throw DatabaseError.misuse("PQputCopyData failed")
    }
    buffer.removeAll()
  }
}

extension CopyWriter {
  public mutating func text(_ value: String?) {
    if let value { text(value) } else { null() }
  }

  public mutating func bool(_ value: Bool?) {
    if let value { bool(value) } else { null() }
  }

  public mutating func int2(_ value: Int16?) {
    if let value { int2(value) } else { null() }
  }

  public mutating func int4(_ value: Int32?) {
    if let value { int4(value) } else { null() }
  }

  public mutating func int8(_ value: Int64?) {
    if let value { int8(value) } else { null() }
  }

  public mutating func day(_ value: CalendarDay?) {
    if let value { day(value) } else { null() }
  }

  public mutating func numeric(hundredths value: Int64?) {
    if let value { numeric(hundredths: value) } else { null() }
  }
}
