/// Cuts a text with separated values (RFC 4180) into rows, one after the other.
///
/// The separator is found out by the first line: `;` where a German spreadsheet wrote it, else a
/// comma, a tab or `|`; a line `sep=;` before it, as Excel understands it, is followed. Lines end
/// with LF, CRLF or CR.
struct DelimitedRows {
  struct Row {
    /// The line of the file on which the row begins, from 1; quoted cells may span lines.
    let line: Int
    /// Its number as spreadsheet programs count rows, from 1, rows without any text included.
    let number: Int
    let cells: [String]
  }

  /// Why the text cannot be cut further.
  enum Fault: Error, Equatable {
    /// A quotation mark is opened in the cell that begins there, and never closed.
    case unclosedQuote(line: Int, cell: Int)
    /// After the closing quotation mark of a cell comes something else than a separator.
    case textAfterQuote(line: Int, cell: Int)
    /// A cell is longer than `longestCell`.
    case cellTooLong(line: Int, cell: Int, bytes: Int)
    case tooManyCells(line: Int)
  }

  /// In bytes. The longest summary anybody reads has a few thousand.
  static let longestCell = 1 << 20
  static let mostCells = 4096

  private let bytes: [UInt8]
  let separator: UInt8
  private var position: Int
  private var line: Int
  private var rowsRead = 0

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// - Parameter separator: Where it is known already.
  init(_ bytes: [UInt8], separator known: UInt8? = nil) {
    self.bytes = bytes
    (position, line) = (0, 1)
    let firstLine = bytes.prefix { $0 != Self.newline && $0 != Self.carriageReturn }
    if firstLine.count == 5, firstLine.starts(with: "sep=".utf8) {
      separator = firstLine[4]
      position = 5
      skipLineEnd()
    } else {
      separator = known ?? Self.separator(of: firstLine)
    }
  }

  /// The likeliest separator: of those outside quotes, the most frequent.
  private static func separator(of line: some Sequence<UInt8>) -> UInt8 {
    var counts = [UInt8: Int]()
    var isQuoted = false
    for byte in line {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = ";,\t|".utf8
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }

  /// How much of the text has been cut into rows, 0…1.
  var shareRead: Double { bytes.isEmpty ? 1 : Double(position) / Double(bytes.count) }

  /// The next row, or nil at the end of the text. Rows without any text are passed over.
  mutating func next() throws(Fault) -> Row? {
    while position < bytes.count {
      let start = line
      var cells: [String] = []
      repeat {
        guard cells.count < Self.mostCells else { throw .tooManyCells(line: start) }
        cells.append(try nextCell(cells.count + 1))
      } while takeSeparator()
      skipLineEnd()
      rowsRead += 1
      if cells.contains(where: { !$0.isEmpty }) {
        return Row(line: start, number: rowsRead, cells: cells)
      }
    }
    return nil
  }

  private mutating func nextCell(_ number: Int) throws(Fault) -> String {
    guard position < bytes.count, bytes[position] == Self.quote else {
      let start = position
      while position < bytes.count, !isBoundary(bytes[position]) { position += 1 }
      return try text(bytes[start..<position], line: line, number)
    }
    return try quotedCell(number)
  }

  private mutating func quotedCell(_ number: Int) throws(Fault) -> String {
    let startLine = line
    position += 1
    var content: [UInt8] = []
    while true {
      let start = position
      while position < bytes.count, bytes[position] != Self.quote {
        if bytes[position] == Self.newline { line += 1 }
        position += 1
      }
      content.append(contentsOf: bytes[start..<position])
      guard position < bytes.count else { throw .unclosedQuote(line: startLine, cell: number) }
      position += 1
      guard position < bytes.count, bytes[position] == Self.quote else { break }
      content.append(Self.quote)  // "" inside quotes stands for one
      position += 1
    }
    guard position == bytes.count || isBoundary(bytes[position]) else {
      throw .textAfterQuote(line: line, cell: number)
    }
    return try text(content[...], line: startLine, number)
  }

  private func text(
    _ bytes: ArraySlice<UInt8>, line: Int, _ number: Int
  ) throws(Fault) -> String {
    guard bytes.count <= Self.longestCell else {
      throw .cellTooLong(line: line, cell: number, bytes: bytes.count)
    }
    return String(decoding: Self.trimmed(bytes), as: UTF8.self)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  private func isBoundary(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.newline || byte == Self.carriageReturn
  }

  private mutating func takeSeparator() -> Bool {
    guard position < bytes.count, bytes[position] == separator else { return false }
    position += 1
    return true
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    if bytes[position] == Self.carriageReturn { position += 1 }
    if position < bytes.count, bytes[position] == Self.newline { position += 1 }
    line += 1
  }
}
