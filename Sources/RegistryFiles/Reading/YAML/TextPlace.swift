/// A place in a text.
struct TextPlace: Sendable, Hashable {
  /// 1-based.
  var line: Int
  /// 1-based, in characters (Unicode scalars).
  var column: Int
}

extension ByteSource {
  /// The place of the byte at `offset`, counting from `start`, the beginning of line `firstLine`.
  func place(of offset: Int, from start: Int, line firstLine: Int) -> TextPlace {
    var place = TextPlace(line: firstLine, column: 1)
    var previous: UInt8 = 0
    scan(from: start) { position, byte in
      guard position < offset else { return false }
      switch byte {
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"):
        break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        place = TextPlace(line: place.line + 1, column: 1)
      case 0x80..<0xC0:
        break  // continues a character
      default:
        place.column += 1
      }
      previous = byte
      return true
    }
    return place
  }

  /// The first line at or after `line` that begins a document (`---`): its offset and number.
  ///
  /// - Parameters:
  ///   - start: the beginning of line `firstLine`, where to begin looking.
  func documentStart(
    atOrAfter line: Int, from start: Int, line firstLine: Int
  ) -> (offset: Int, line: Int)? {
    var current = firstLine
    var lineStart = start
    var hyphens = 0
    var found: (offset: Int, line: Int)?
    var previous: UInt8 = UInt8(ascii: "\n")
    scan(from: start) { position, byte in
      if byte == UInt8(ascii: "\n"), previous == UInt8(ascii: "\r") {
        lineStart = position + 1
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if hyphens == 3, current >= line, position - lineStart == 3 {
          found = (lineStart, current)
          return false
        }
        current += 1
        lineStart = position + 1
        hyphens = 0
      } else if position - lineStart == hyphens, hyphens < 3, byte == UInt8(ascii: "-") {
        hyphens += 1
      } else if hyphens == 3, position - lineStart == 3, current >= line,
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
      {
        found = (lineStart, current)
        return false
      }
      previous = byte
      return true
    }
    return found
  }
}
