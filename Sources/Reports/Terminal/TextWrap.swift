/// Breaks a text into lines of at most `width` characters at its blanks; a longer word stands on a
/// line of its own. Line breaks in the text are kept.
func wrap(_ text: String, width: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in paragraph.split(separator: " ") {
      if length > 0, length + 1 + word.count > max(width, 1) {
        lines.append(line)
        (line, length) = ("", 0)
      }
      if length > 0 { line += " " }
      line += word
      length += word.count + (length > 0 ? 1 : 0)
    }
    lines.append(line)
    return lines
  }
}

/// The wrapped text with `first` before its first line and equally wide blanks before the others.
func wrap(_ text: String, after first: String, width: Int) -> String {
  let indent = String(repeating: " ", count: first.count)
  return wrap(text, width: width - first.count).enumerated()
    .map { ($0.offset == 0 ? first : indent) + $0.element }
    .joined(separator: "\n")
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
