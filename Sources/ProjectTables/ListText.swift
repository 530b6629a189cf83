/// Several values in one cell: `Schulen; Vereine`. A value with a separator in it stands in
/// quotation marks.
enum ListText {
  /// The values of a cell: separated by semicolons, upright strokes or lines, else by commas.
  static func items(of text: String) -> [String] {
    let parts = split(text) { ";|".contains($0) || $0.isNewline }
    guard parts.count == 1, !parts[0].isQuoted else { return parts.map(\.text) }
    return split(parts[0].text) { $0 == "," }.map(\.text)
  }

  /// The same where the separators may be part of names that are known: a cell is first taken for
  /// one name, then cut at semicolons, and only what is no name then at commas.
  static func items(of text: String, isKnown: (String) -> Bool) -> [String] {
    if isKnown(text) { return [text] }
    return split(text) { ";|".contains($0) || $0.isNewline }.flatMap { part in
      part.isQuoted || isKnown(part.text) ? [part.text] : names(in: part.text, isKnown)
    }
  }

  /// Cuts at commas, but not within a known name that has some: the longest known names first.
  private static func names(in text: String, _ isKnown: (String) -> Bool) -> [String] {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: true).map(String.init)
    guard pieces.count > 1, pieces.count <= 50 else { return [text] }
    var names: [String] = []
    var start = 0
    while start < pieces.count {
      var end = pieces.count
      while end > start + 1, !isKnown(joined(pieces[start..<end])) { end -= 1 }
      names.append(joined(pieces[start..<end]))
      start = end
    }
    return names.filter { !$0.isEmpty }
  }

  private static func joined(_ pieces: ArraySlice<String>) -> String {
    trimmed(pieces.joined(separator: ",")[...])
  }

  /// The text of a cell with these values.
  static func text(_ items: [String]) -> String {
    items.map { item in
      let needsQuotes =
        item.contains { ";|\"".contains($0) || $0.isNewline }
        || (items.count == 1 && item.contains(","))
      guard needsQuotes else { return item }
      return "\"" + item.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: "; ")
  }

  private struct Part {
    var text: String
    var isQuoted: Bool
  }

  private static func split(_ text: String, _ isSeparator: (Character) -> Bool) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if let quoted = takeQuoted(&rest, isSeparator) {
        parts.append(Part(text: quoted, isQuoted: true))
      } else {
        let part = rest.prefix { !isSeparator($0) }
        rest = rest[part.endIndex...]
        let plain = trimmed(part)
        if !plain.isEmpty { parts.append(Part(text: plain, isQuoted: false)) }
      }
      guard rest.popFirst() != nil else { return parts }
    }
  }

  /// A value in quotation marks, where one begins here and ends before a separator.
  private static func takeQuoted(
    _ rest: inout Substring, _ isSeparator: (Character) -> Bool
  ) -> String? {
    guard rest.first == "\"" else { return nil }
    var content = ""
    var tail = rest.dropFirst()
    while let character = tail.popFirst() {
      if character != "\"" {
        content.append(character)
      } else if tail.first == "\"" {
        content.append("\"")
        tail.removeFirst()
      } else {
        let behind = tail.drop { $0.isWhitespace && !isSeparator($0) }
        guard behind.first.map(isSeparator) ?? true, !content.isEmpty else { return nil }
        rest = behind
        return content
      }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
