import Testing

@testable import Reports

@Suite("Text for the terminal")
struct TextLayoutTests {
  @Test("wraps at blanks and never beyond the width, save for a single long word")
  func wraps() {
    let text = "Zwei Referate planen dasselbe Terminbuchungssystem für alle Bürgerinnen und Bürger."
    for width in [12, 20, 33, 80] {
      let lines = wrap(text, width: width)
      #expect(lines.joined(separator: " ") == text)
      #expect(lines.allSatisfy { $0.count <= width || !$0.contains(" ") })
    }
  }

  @Test("indents continuation lines under the first")
  func indents() {
    #expect(wrap("eins zwei drei", after: "→ ", width: 11) == "→ eins zwei\n  drei")
  }

  @Test("keeps line breaks of the text")
  func keepsBreaks() {
    #expect(wrap("a\n\nb", width: 10) == ["a", "", "b"])
  }

  @Test(
    "a rounded percentage never hides a rest",
    arguments: [
      (0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.994, "99 %"), (0.9999, "99 %"),
      (1.0, "100 %"),
    ])
  func percentages(share: Double, expected: String) {
    #expect(percentage(share) == expected)
  }

  @Test("a bar has its width, whatever the share", arguments: [-1, 0, 0.04, 0.5, 0.96, 1, 7])
  func bars(share: Double) {
    #expect(bar(share, width: 10).count == 10)
  }

  @Test("a table cuts the column that may shrink, not the others")
  func shrinks() {
    var table = TextTable([.init("Id"), .init("Titel", shrinks: true), .init("Stand")])
    table.rows = [["a", String(repeating: "x", count: 200), "läuft"]]
    let lines = table.lines(style: TerminalStyle(width: 60, usesColor: false))
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(lines[1].hasSuffix("…  läuft"))
  }

  @Test("numbers stand right-aligned under their heading")
  func aligns() {
    var table = TextTable([.init("Leitlinie"), .init("läuft", .right)])
    table.rows = [["Innovativer", "9"], ["Nachhaltiger", "12"]]
    #expect(
      table.lines(style: .plain) == [
        "Leitlinie     läuft", "Innovativer       9", "Nachhaltiger     12",
      ])
  }

  @Test("without colour no escape sequence is written")
  func plain() {
    #expect(TerminalStyle.plain.paint("Fehler", .error) == "Fehler")
    #expect(TerminalStyle(width: 80, usesColor: true).paint("x", .error).hasPrefix("\u{1B}["))
  }
}
