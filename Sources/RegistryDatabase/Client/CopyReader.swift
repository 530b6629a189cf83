/// Takes the rows out of the messages of a binary COPY.
struct CopyReader {
  /// "PGCOPY\n\377\r\n\0", flags and the length of the header's extension.
  private static let headerLength = 19
  private var hasSeenHeader = false
  private var fields: [Row.Field] = []

  /// Lends the rows of one message. The server sends whole rows.
  mutating func read(
    _ message: UnsafeRawBufferPointer, _ body: (borrowing Row) throws -> Void
  ) throws {
    var offset = 0
    if !hasSeenHeader {
      guard message.count >= Self.headerLength, message.first == 0x50 else { throw Self.malformed }
      offset = Self.headerLength + Int(message.bigEndian(Int32.self, at: 15))
      hasSeenHeader = true
    }
    while offset < message.count {
      guard offset + 2 <= message.count else { throw Self.malformed }
      let count = Int(message.bigEndian(Int16.self, at: offset))
      offset += 2
      if count < 0 { return }  // the trailer
      try readFields(count, of: message, at: &offset)
      try fields.withUnsafeBufferPointer { try body(Row(fields: $0, types: nil)) }
    }
  }

  private mutating func readFields(
    _ count: Int, of message: UnsafeRawBufferPointer, at offset: inout Int
  ) throws {
    fields.removeAll(keepingCapacity: true)
    for _ in 0..<count {
      guard offset + 4 <= message.count else { throw Self.malformed }
      let length = Int(message.bigEndian(Int32.self, at: offset))
      offset += 4
      guard length <= message.count - offset else { throw Self.malformed }
      fields.append(
        Row.Field(
          start: message.baseAddress.map { $0 + offset }, length: length))
      if length > 0 { offset += length }
    }
  }

  private static let malformed = DatabaseError.misuse("a binary COPY arrived in unknown form")
}
