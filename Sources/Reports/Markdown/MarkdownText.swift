/// Text that goes into Markdown (CommonMark 0.31) and is to be read as it is.
enum MarkdownText {
  /// Escapes what would be taken for markup; line breaks become blanks. What stands in backticks
  /// stays code, as the program's own texts quote commands so.
  static func escaped(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // A backtick without its partner is just a character.
    guard parts.count % 2 == 1 else { return escapedProse(text) }
    return parts.enumerated().map { index, part in
      index % 2 == 0 ? escapedProse(part) : "`\(flat(part).replacing("|", with: "\\|"))`"
    }.joined()
  }

  /// A row of a table.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// Head, rule and rows of a table; the columns in `numbers` are right-aligned.
  static func table(_ heading: [String], _ rows: [[String]], numbers: Range<Int>) -> String {
    let rule = heading.indices.map { numbers.contains($0) ? "---:" : "---" }
    return ([heading, rule] + rows).map(row).joined(separator: "\n")
  }

  private static func escapedProse(_ text: some StringProtocol) -> String {
    var escaped = ""
    for character in flat(text) {
      if "\\`*_[]<>|#~".contains(character) { escaped.append("\\") }
      if character == "&" {
        escaped += "&amp;"
      } else {
        escaped.append(character)
      }
    }
    return escaped
  }

  private static func flat(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
