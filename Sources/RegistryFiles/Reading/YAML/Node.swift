/// A value of a document, in 16 bytes.
///
/// The nodes of a document stand in one array in the order of the text: after a collection come
/// its members (in a mapping key and value in turn), each followed by its own.
struct Node {
  enum Kind: UInt32 {
    case scalar, sequence, mapping
    /// What stands here was refused, and reported.
    case refused
  }

  /// A scalar's first byte in the document's text.
  var textStart: UInt32
  /// A scalar's length in bytes; of a collection, the index of the node after its last member.
  var extent: UInt32
  /// 1-based.
  var line: UInt32
  /// 1-based column, kind and marks; files of 64 MiB have no column beyond 2^27.
  private var packed: UInt32

  private static let columnMask: UInt32 = (1 << 27) - 1
  private static let plainBit: UInt32 = 1 << 27
  private static let takenBit: UInt32 = 1 << 28
  private static let kindShift: UInt32 = 29

  init(_ kind: Kind, textStart: Int, extent: Int, line: Int, column: Int, isPlain: Bool = false) {
    self.textStart = UInt32(truncatingIfNeeded: textStart)
    self.extent = UInt32(truncatingIfNeeded: extent)
    self.line = UInt32(truncatingIfNeeded: line)
    packed =
      min(UInt32(clamping: column), Self.columnMask) | (isPlain ? Self.plainBit : 0)
      | kind.rawValue << Self.kindShift
  }

  var kind: Kind { Kind(rawValue: packed >> Self.kindShift) ?? .refused }
  var column: UInt32 { packed & Self.columnMask }
  /// Whether a scalar stands without quotation marks.
  var isPlain: Bool { packed & Self.plainBit != 0 }

  /// Whether a key has been asked for.
  var isTaken: Bool {
    get { packed & Self.takenBit != 0 }
    set { packed = newValue ? packed | Self.takenBit : packed & ~Self.takenBit }
  }
}
