/// The parameters of one statement, all values in one buffer, ready for libpq.
struct ParameterList: ~Copyable {
  private var types: [UInt32] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  /// Where each value starts in `buffer`; nil for NULL.
  private var offsets: [Int?] = []
  private var buffer: WireBuffer

  private static let textFormat: Int32 = 0
  private static let binaryFormat: Int32 = 1

  /// - Throws: `DatabaseError` for text with a zero character, which PostgreSQL cannot store and
  ///   libpq would silently cut off, and for more parameters than the protocol can count.
  init(_ values: [SQLValue]) throws {
    buffer = WireBuffer(capacity: 64 + values.count * 24)
    guard values.count <= Int(UInt16.max) else {
      throw DatabaseError.misuse("a statement takes at most 65535 parameters, not \(values.count)")
    }
    types.reserveCapacity(values.count)
    lengths.reserveCapacity(values.count)
    formats.reserveCapacity(values.count)
    offsets.reserveCapacity(values.count)
    for value in values { try append(value) }
  }

  /// What the `PQexecParams` family takes, valid inside the closure only.
  struct Pointers {
    let count: Int32
    let types: UnsafePointer<UInt32>?
    let values: UnsafePointer<UnsafePointer<CChar>?>?
    let lengths: UnsafePointer<Int32>?
    let formats: UnsafePointer<Int32>?
  }

  borrowing func withPointers<Result>(_ body: (Pointers) throws -> Result) rethrows -> Result {
    let start = buffer.bytes
    let values = offsets.map { offset in
      offset.map { (start + $0).assumingMemoryBound(to: CChar.self) }
    }
    return try values.withUnsafeBufferPointer { values in
      try types.withUnsafeBufferPointer { types in
        try lengths.withUnsafeBufferPointer { lengths in
          try formats.withUnsafeBufferPointer { formats in
            try body(
              Pointers(
                count: Int32(values.count), types: types.baseAddress, values: values.baseAddress,
                lengths: lengths.baseAddress, formats: formats.baseAddress))
          }
        }
      }
    }
  }

  private mutating func append(_ value: SQLValue) throws {
    switch value {
    case .null: appendNull()
    case .text(let text): try appendText(text, type: WireType.unspecified)
    case .json(let text): try appendText(text, type: WireType.jsonb)
    case .bool(let flag): appendBinary(WireType.bool) { $0.append(UInt8(flag ? 1 : 0)) }
    case .int(let number): appendBinary(WireType.int8) { $0.append(number) }
    case .double(let number): appendBinary(WireType.float8) { $0.append(number.bitPattern) }
    case .day(let day): appendBinary(WireType.date) { $0.append(day) }
    case .hundredths(let amount):
      appendBinary(WireType.numeric) { $0.appendNumeric(hundredths: amount) }
    case .timestamp(let microseconds):
      appendBinary(WireType.timestamptz) { $0.append(microseconds - PostgreSQLEpoch.microseconds) }
    case .texts(let texts): appendBinary(WireType.textArray) { $0.append(texts) }
    case .ints(let numbers): appendBinary(WireType.int8Array) { $0.append(numbers) }
    case .bytes(let bytes):
      appendBinary(WireType.bytea) { buffer in bytes.withUnsafeBytes { buffer.append($0) } }
    }
  }

  private mutating func appendNull() {
    types.append(WireType.unspecified)
    lengths.append(0)
    formats.append(Self.textFormat)
    offsets.append(nil)
  }

  private mutating func appendText(_ text: String, type: UInt32) throws {
    guard !text.utf8.contains(0) else { throw DatabaseError.zeroCharacter }
    types.append(type)
    formats.append(Self.textFormat)
    offsets.append(buffer.count)
    lengths.append(0)  // "Ignored for null parameters and text-format parameters."
    buffer.append(text)
    buffer.append(UInt8(0))
  }

  private mutating func appendBinary(_ type: UInt32, _ write: (inout WireBuffer) -> Void) {
    let start = buffer.count
    write(&buffer)
    types.append(type)
    formats.append(Self.binaryFormat)
    offsets.append(start)
    lengths.append(Int32(buffer.count - start))
  }
}
