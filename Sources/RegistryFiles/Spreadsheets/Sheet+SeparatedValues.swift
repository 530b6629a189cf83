extension Sheet {
  /// Reads a CSV file, in whatever encoding and with whatever separator a spreadsheet program
  /// wrote it.
  init(
    separatedValues bytes: [UInt8], file: String, limits: SheetLimits
  ) throws(SpreadsheetFault) {
    self.init(file: file)
    let text = SpreadsheetText.utf8(bytes)
    var source = DelimitedRows(text, separator: SeparatorGuess.separator(of: text))
    var cells = 0
    do throws(DelimitedRows.Fault) {
      while let row = try source.next() {
        let filled = row.cells.enumerated().compactMap { column, text -> SheetCell? in
          let text = FormulaGuard.removed(from: text.trimmedForCell).trimmedForCell
          return text.isEmpty ? nil : SheetCell(column: column, value: .text(text))
        }
        guard !filled.isEmpty else { continue }
        rows.append(SheetRow(number: row.number, cells: filled))
        cells += filled.count
        if rows.count > limits.rows || cells > limits.cells { break }
      }
    } catch {
      throw Self.fault(error, limits)
    }
    guard rows.count <= limits.rows else { throw .tooManyRows(sheet: nil, limit: limits.rows) }
    guard cells <= limits.cells else { throw .tooManyCells(sheet: nil, limit: limits.cells) }
  }

  private static func fault(
    _ fault: DelimitedRows.Fault, _ limits: SheetLimits
  ) -> SpreadsheetFault {
    switch fault {
    case .unclosedQuote(let line, let cell):
      .separatedValues(line: line, cell: cell, unclosed: true)
    case .textAfterQuote(let line, let cell):
      .separatedValues(line: line, cell: cell, unclosed: false)
    case .cellTooLong(let line, let cell, _):
      .cellTooLong(
        CellAddress(column: cell - 1, row: line), sheet: nil, limit: DelimitedRows.longestCell)
    case .tooManyCells: .tooManyCells(sheet: nil, limit: DelimitedRows.mostCells)
    }
  }
}

/// The apostrophe before a text in a CSV file that a spreadsheet program would take for a formula:
/// put there on export, taken away on import (OWASP, "CSV Injection").
public enum FormulaGuard {
  private static let starts = Set("=+-@\t\r\n".unicodeScalars)

  /// The text as it is to stand in a CSV file.
  public static func added(to text: String) -> String {
    isEndangered(text) && Double(text) == nil ? "'" + text : text
  }

  /// What `added` was given.
  public static func removed(from text: String) -> String {
    text.first == "'" && isEndangered(text) ? String(text.dropFirst()) : text
  }

  /// Whether the text is a formula, or one behind apostrophes and spaces: those are lost on the
  /// way, and an apostrophe that stood there before is not to be taken for a guard.
  private static func isEndangered(_ text: String) -> Bool {
    let rest = text.unicodeScalars.drop {
      $0 == "'" || ($0.properties.isWhitespace && !starts.contains($0))
    }
    return rest.first.map(starts.contains) ?? false
  }
}

/// Which character separates the cells of a CSV file whose first lines may be titles without any.
enum SeparatorGuess {
  private static let candidates = Array(";\t,|".utf8)
  private static let sampledLines = 50

  /// The one that stands in the most lines in the same number; of equals, the most frequent.
  static func separator(of text: [UInt8]) -> UInt8? {
    if text.starts(with: "sep=".utf8) { return nil }
    var counts: [[Int]] = candidates.map { _ in [] }
    var line = candidates.map { _ in 0 }
    var isQuoted = false
    var lines = 0
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        for index in candidates.indices { counts[index].append(line[index]) }
        line = candidates.map { _ in 0 }
        lines += 1
        if lines == sampledLines { break }
      } else if let index = candidates.firstIndex(of: byte) {
        line[index] += 1
      }
    }
    for index in candidates.indices { counts[index].append(line[index]) }
    let scores = counts.map(score)
    let best = candidates.indices.max { (scores[$0], -$0) < (scores[$1], -$1) }
    return best.flatMap { scores[$0] > 0 ? candidates[$0] : nil }
  }

  /// In how many lines the most usual number of separators stands, times a little for their
  /// number.
  private static func score(_ counts: [Int]) -> Double {
    var lines: [Int: Int] = [:]
    for count in counts where count > 0 { lines[count, default: 0] += 1 }
    return lines.map { count, lines in Double(lines) + Double(min(count, 99)) / 100 }.max() ?? 0
  }
}
