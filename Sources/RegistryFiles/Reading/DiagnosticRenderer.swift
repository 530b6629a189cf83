public import Portfolio

/// Writes diagnostics for people: `file:line:column: error: message [code]`, then the line they
/// are about with a mark under the place, then the hint.
///
///     projects/kultur/onleihe.yaml:3:1: error: unknown key 'titel' [unknown-key]
///       titel: Onleihe
///       ^
///       hint: Did you mean 'title'?
public struct DiagnosticRenderer: Sendable {
  public let language: Language

  public init(language: Language) {
    self.language = language
  }

  /// - Parameter sourceLine: the text of the line that `diagnostic` points to, where at hand.
  public func render(_ diagnostic: Diagnostic, sourceLine: String? = nil) -> String {
    var text = heading(of: diagnostic)
    if let sourceLine, diagnostic.column > 0 {
      text += "\n" + excerpt(sourceLine, column: diagnostic.column)
    }
    if let hint = diagnostic.hint {
      let label = language == .german ? "Hinweis" : "hint"
      text += "\n  \(label): \(hint[language].withoutControlCharacters)"
    }
    return text
  }

  private func heading(of diagnostic: Diagnostic) -> String {
    var place = diagnostic.file
    if diagnostic.line > 0 {
      place += ":\(diagnostic.line)"
      if diagnostic.column > 0 { place += ":\(diagnostic.column)" }
    }
    // The word for the severity is the same in every language, so that editors and scripts find it.
    let message = diagnostic.message[language]
    return "\(place): \(diagnostic.severity.rawValue): \(message) [\(diagnostic.code)]"
      .withoutControlCharacters
  }

  /// The line and a caret under the character at `column`; long lines are cut around it.
  private func excerpt(_ line: String, column: Int) -> String {
    let characters = Array(line.unicodeScalars.prefix(column + 120))
    let target = min(column - 1, characters.count)
    let start = max(0, target - 80)
    let end = min(characters.count, start + 120)
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: characters[start..<end])
    // Tabs stay tabs, so that the caret stands under its place whatever their width.
    let margin = String(characters[start..<target].map { $0 == "\t" ? "\t" : " " })
    return "  \(String(shown).withoutControlCharacters)\n  \(margin)^"
  }
}
