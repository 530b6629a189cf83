import Portfolio
import RegistryFiles
import Testing

@Suite("Rendering diagnostics")
struct DiagnosticRendererTests {
  private let diagnostic = Diagnostic(
    file: "projects/a.yaml", line: 3, column: 5, code: "unknown-key",
    message: BilingualText(de: "den Schlüssel gibt es nicht", en: "there is no such key"),
    hint: BilingualText(de: "Meinten Sie „title“?", en: "Did you mean 'title'?"))

  @Test("gives place, message and code, then the line with a mark, then the hint")
  func whole() {
    #expect(
      DiagnosticRenderer(language: .english).render(diagnostic, sourceLine: "\t ä titel: x") == """
        projects/a.yaml:3:5: error: there is no such key [unknown-key]
          \t ä titel: x
          \t   ^
          hint: Did you mean 'title'?
        """)
    #expect(
      DiagnosticRenderer(language: .german).render(diagnostic) == """
        projects/a.yaml:3:5: error: den Schlüssel gibt es nicht [unknown-key]
          Hinweis: Meinten Sie „title“?
        """)
  }

  @Test("leaves out the place in the file where the fault concerns the whole")
  func wholeFile() {
    var diagnostic = diagnostic
    (diagnostic.line, diagnostic.column, diagnostic.hint) = (0, 0, nil)
    diagnostic.severity = .warning
    #expect(
      DiagnosticRenderer(language: .english).render(diagnostic, sourceLine: "x")
        == "projects/a.yaml: warning: there is no such key [unknown-key]")
  }

  @Test("lets no control character of a file's name or content reach the terminal")
  func controlCharacters() {
    var diagnostic = diagnostic
    diagnostic.file = "projects/a\n\u{1B}[31m.yaml"
    diagnostic.message = BilingualText(de: "„\u{9B}2J“", en: "'\u{9B}2J'")
    diagnostic.hint = BilingualText(de: "\u{7}", en: "\u{7}")
    #expect(
      DiagnosticRenderer(language: .english).render(diagnostic, sourceLine: "\ta: \u{1B}c\u{202E}")
        == """
        projects/a\u{FFFD}\u{FFFD}[31m.yaml:3:5: error: '\u{FFFD}2J' [unknown-key]
          \ta: \u{FFFD}c\u{FFFD}
          \t   ^
          hint: \u{FFFD}
        """)
  }

  @Test("cuts long lines around the place")
  func longLine() {
    var diagnostic = diagnostic
    diagnostic.column = 1001
    diagnostic.hint = nil
    let line = String(repeating: "a", count: 1000) + "B" + String(repeating: "c", count: 1000)
    let lines = DiagnosticRenderer(language: .english).render(diagnostic, sourceLine: line)
      .split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].count < 130)
    let caret = lines[2].count - 1
    #expect(Array(lines[1])[caret] == "B")
  }
}
