import Portfolio

/// Bytes on their way to PostgreSQL, in network order, in one growing block.
///
/// Formats: the `*send` functions in PostgreSQL's `src/backend/utils/adt`; for `numeric` the
/// comment above `numeric_send`, for arrays `array_send`.
struct WireBuffer: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var storage: UnsafeMutableRawPointer

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    storage = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit { storage.deallocate() }

  /// Valid until the buffer is next written to.
  var bytes: UnsafeRawPointer { UnsafeRawPointer(storage) }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value) {
    reserve(MemoryLayout<Value>.size)
    storage.storeBytes(of: value.bigEndian, toByteOffset: count, as: Value.self)
    count += MemoryLayout<Value>.size
  }

  mutating func append(_ source: UnsafeRawBufferPointer) {
    guard let start = source.baseAddress else { return }
    reserve(source.count)
    (storage + count).copyMemory(from: start, byteCount: source.count)
    count += source.count
  }

  mutating func append(_ text: String) {
    // The copy makes `withUTF8` callable; it shares the string's storage.
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Writes the length that PostgreSQL expects ahead of a value whose length shows afterwards.
  mutating func appendLengthPrefixed(_ write: (inout WireBuffer) -> Void) {
    let start = count
    append(Int32(0))
    write(&self)
    let length = Int32(count - start - MemoryLayout<Int32>.size)
    storage.storeBytes(of: length.bigEndian, toByteOffset: start, as: Int32.self)
  }

  private mutating func reserve(_ additional: Int) {
    if count + additional > capacity { grow(toHold: count + additional) }
  }

  private mutating func grow(toHold needed: Int) {
    capacity = max(needed, capacity * 2)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: storage, byteCount: count)
    storage.deallocate()
    storage = larger
  }
}

extension WireBuffer {
  mutating func append(_ day: CalendarDay) {
    append(day.daysSinceEpoch - PostgreSQLEpoch.days)
  }

  /// `numeric`: base 10,000 digits, most significant first, without zeros at either end.
  mutating func appendNumeric(hundredths: Int64) {
    var whole = hundredths.magnitude / 100
    let fraction = Int16(hundredths.magnitude % 100) * 100
    // 2^63 hundredths have 17 digits before the point: five groups of four.
    var groups: (Int16, Int16, Int16, Int16, Int16) = (0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &groups) { raw in
      let groups = raw.assumingMemoryBound(to: Int16.self)
      var groupCount = 0
      while whole > 0 {
        groups[groupCount] = Int16(whole % 10_000)
        whole /= 10_000
        groupCount += 1
      }
      var lowest = 0
      if fraction == 0 { while lowest < groupCount, groups[lowest] == 0 { lowest += 1 } }
      append(Int16(groupCount - lowest + (fraction == 0 ? 0 : 1)))
      append(Int16(groupCount - 1))
      append(hundredths < 0 ? Int16(0x4000) : 0)
      append(Int16(2))
      for index in stride(from: groupCount - 1, through: lowest, by: -1) { append(groups[index]) }
      if fraction != 0 { append(fraction) }
    }
  }

  mutating func append(_ texts: [String]) {
    appendArrayHeader(count: texts.count, elementType: WireType.text)
    for text in texts { appendLengthPrefixed { $0.append(text) } }
  }

  mutating func append(_ numbers: [Int64]) {
    appendArrayHeader(count: numbers.count, elementType: WireType.int8)
    for number in numbers {
      append(Int32(MemoryLayout<Int64>.size))
      append(number)
    }
  }

  /// `jsonb` travels as its text behind a version number.
  mutating func appendJSONB(_ text: String) {
    append(UInt8(1))
    append(text)
  }

  private mutating func appendArrayHeader(count: Int, elementType: UInt32) {
    append(Int32(count == 0 ? 0 : 1))  // dimensions
    append(Int32(0))  // holds no NULL
    append(elementType)
    guard count > 0 else { return }
    append(Int32(count))
    append(Int32(1))  // lower bound
  }
}
