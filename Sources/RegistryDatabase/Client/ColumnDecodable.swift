public import Portfolio

/// A type that makes itself from a value in PostgreSQL's binary format.
public protocol ColumnDecodable {
  /// - Parameter type: PostgreSQL's id of the column's type, 0 where the source does not tell.
  /// - Returns: nil where the bytes are not such a value.
  init?(bytes: UnsafeRawBufferPointer, type: UInt32)
}

extension String: ColumnDecodable {
  /// Reads every type whose binary format is text, `jsonb` without its version byte, and `uuid`
  /// in its usual notation.
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    switch type {
    case WireType.jsonb:
      guard bytes.first == 1 else { return nil }
      self.init(decoding: bytes.dropFirst(), as: UTF8.self)
    case WireType.uuid:
      guard bytes.count == 16 else { return nil }
      self = Self.uuid(bytes)
    case WireType.bool, WireType.bytea, WireType.int2, WireType.int4, WireType.int8,
      WireType.oid, WireType.float4, WireType.float8, WireType.date, WireType.timestamptz,
      WireType.numeric, WireType.textArray, WireType.int8Array:
      return nil
    default:
      // Text, its relatives and enums.
      self.init(decoding: bytes, as: UTF8.self)
    }
  }

  private static func uuid(_ bytes: UnsafeRawBufferPointer) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Bool: ColumnDecodable {
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    guard bytes.count == 1, type == WireType.bool || type == WireType.unspecified else {
      return nil
    }
    self = bytes[0] != 0
  }
}

extension Int64: ColumnDecodable {
  /// Reads `smallint`, `integer` and `bigint`.
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    switch type {
    case WireType.int2, WireType.int4, WireType.int8, WireType.oid, WireType.unspecified: break
    default: return nil
    }
    switch bytes.count {
    case 2: self = Int64(bytes.bigEndian(Int16.self))
    case 4 where type == WireType.oid: self = Int64(bytes.bigEndian(UInt32.self))
    case 4: self = Int64(bytes.bigEndian(Int32.self))
    case 8: self = bytes.bigEndian(Int64.self)
    default: return nil
    }
  }
}

extension Int: ColumnDecodable {
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    guard let number = Int64(bytes: bytes, type: type) else { return nil }
    self = Int(number)
  }
}

extension Int32: ColumnDecodable {
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    guard let number = Int64(bytes: bytes, type: type) else { return nil }
    self.init(exactly: number)
  }
}

extension Int16: ColumnDecodable {
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    guard let number = Int64(bytes: bytes, type: type) else { return nil }
    self.init(exactly: number)
  }
}

extension Double: ColumnDecodable {
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    switch (type, bytes.count) {
    case (WireType.float8, 8), (WireType.unspecified, 8):
      self.init(bitPattern: bytes.bigEndian(UInt64.self))
    case (WireType.float4, 4), (WireType.unspecified, 4):
      self.init(Float(bitPattern: bytes.bigEndian(UInt32.self)))
    default: return nil
    }
  }
}

extension CalendarDay: ColumnDecodable {
  /// Reads `date`; nil for PostgreSQL's `infinity`, which no day is.
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    guard bytes.count == 4, type == WireType.date || type == WireType.unspecified else {
      return nil
    }
    let days = bytes.bigEndian(Int32.self)
    guard days != .max, days != .min else { return nil }
    let (sinceEpoch, overflow) = days.addingReportingOverflow(PostgreSQLEpoch.days)
    guard !overflow else { return nil }
    self.init(daysSinceEpoch: sinceEpoch)
  }
}

/// A `timestamptz` as microseconds since 1970-01-01 00:00 UTC.
public struct Microseconds: Sendable, Hashable, ColumnDecodable {
  public let sinceEpoch: Int64

  public init(sinceEpoch: Int64) { self.sinceEpoch = sinceEpoch }

  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    guard bytes.count == 8, type == WireType.timestamptz || type == WireType.unspecified else {
      return nil
    }
    let (value, overflow) = bytes.bigEndian(Int64.self)
      .addingReportingOverflow(PostgreSQLEpoch.microseconds)
    guard !overflow else { return nil }
    sinceEpoch = value
  }
}

/// The content of a `bytea`, or the bytes of any other value as PostgreSQL sent them.
public struct Bytes: Sendable, Hashable, ColumnDecodable {
  public let content: [UInt8]

  public init(_ content: [UInt8]) { self.content = content }

  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    content = Array(bytes)
  }
}

extension Array: ColumnDecodable where Element: ColumnDecodable {
  /// Reads an array of one dimension without NULLs.
  public init?(bytes: UnsafeRawBufferPointer, type: UInt32) {
    guard bytes.count >= 12 else { return nil }
    let dimensions = bytes.bigEndian(Int32.self)
    let elementType = bytes.bigEndian(UInt32.self, at: 8)
    self = []
    if dimensions == 0 { return }
    guard dimensions == 1, bytes.count >= 20 else { return nil }
    let count = Int(bytes.bigEndian(Int32.self, at: 12))
    // Every element takes four bytes at least, so a wrong count cannot reserve much.
    guard count >= 0, count <= bytes.count / 4 else { return nil }
    reserveCapacity(count)
    var offset = 20
    for _ in 0..<count {
      guard offset + 4 <= bytes.count else { return nil }
      let length = Int(bytes.bigEndian(Int32.self, at: offset))
      offset += 4
      guard length >= 0, offset + length <= bytes.count else { return nil }
      let slice = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
      guard let element = Element(bytes: slice, type: elementType) else { return nil }
      append(element)
      offset += length
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The number at `offset`, in network order; the caller has checked the length.
  func bigEndian<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type, at offset: Int = 0
  ) -> Value {
    Value(bigEndian: loadUnaligned(fromByteOffset: offset, as: type))
  }
}
