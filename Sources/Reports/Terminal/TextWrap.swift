/// Breaks a text into lines of at most `width` characters at its blanks; a longer word stands on a
/// line of its own. Line breaks in the text are kept.
func wrap(_ text: String, width: Int) -> [String] {
  let blank = UInt8(ascii: " ")
  var lines: [String] = []
  // By byte: finding the bounds of characters would cost more than all the rest of a report.
  for paragraph in text.utf8.split(
    separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  {
    var line: [UInt8] = []
    var length = 0
    for word in paragraph.split(separator: blank) {
      let columns = columns(of: word)
      if length > 0, length + 1 + columns > max(width, 1) {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
        length = 0
      }
      if length > 0 {
        line.append(blank)
        length += 1
      }
      line.append(contentsOf: word)
      length += columns
    }
    lines.append(String(decoding: line, as: UTF8.self))
  }
  return lines
}

/// How many characters a word has. Where its bytes show only letters and marks that stand alone
/// (up to U+02FF, and the punctuation from U+2000 on), these are its scalars.
private func columns(of word: Substring.UTF8View) -> Int {
  var scalars = 0
  for byte in word where byte & 0xC0 != 0x80 {
    if byte >= 0xCC, byte != 0xE2 { return Substring(word).count }
    scalars += 1
  }
  return scalars
}

/// The wrapped text with `first` before its first line and equally wide blanks before the others.
func wrap(_ text: String, after first: String, width: Int) -> String {
  let indent = String(repeating: " ", count: first.count)
  return wrap(text, width: width - first.count).enumerated()
    .map { ($0.offset == 0 ? first : indent) + $0.element }
    .joined(separator: "\n")
}

extension TerminalStyle {
  /// The text in lines that fit, each with `indent` blanks before it.
  public func lines(of text: String, indent: Int = 0) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    return wrap(text, width: max(width - indent, 20)).map { blanks + $0 }
  }
}

extension String {
  /// Blanks added at the end up to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }

  /// Blanks added at the start up to `width` characters.
  func rightAligned(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }

  /// At most `width` characters, the last one an ellipsis where something was cut off.
  func truncated(to width: Int) -> String {
    count <= width ? self : String(prefix(Swift.max(0, width - 1))) + "…"
  }
}
