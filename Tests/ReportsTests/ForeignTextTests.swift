import ProjectTables
import Testing

@testable import Reports

@Suite("Texts in the forms of other programs")
struct ForeignTextTests {
  @Test(
    "Markdown reads a text as it is, and quoted commands as code",
    arguments: [
      ("a*b_c", "a\\*b\\_c"), ("[x](y) <b>", "\\[x\\](y) \\<b\\>"),
      ("1 | 2 & 3", "1 \\| 2 &amp; 3"),
      ("# Titel", "\\# Titel"), ("eine\nZeile", "eine Zeile"),
      ("Nutzen Sie `dach link A|B *`!", "Nutzen Sie `dach link A\\|B *`!"),
      ("halber `Code", "halber \\`Code"), ("Straße „Ä“", "Straße „Ä“"),
    ])
  func markdown(text: String, expected: String) {
    #expect(MarkdownText.escaped(text) == expected)
  }

  @Test(
    "a file becomes a URI that leads to it",
    arguments: [
      ("projects/a/ü b.yaml", "registry", "registry/projects/a/%C3%BC%20b.yaml", "%SRCROOT%"),
      ("p.yaml", "/srv/r/", "file:///srv/r/p.yaml", nil),
      ("p#1?.yaml", nil, "p%231%3F.yaml", "REGISTRY"),
      ("a:b.yaml", nil, "a%3Ab.yaml", "REGISTRY"), ("100%.yaml", nil, "100%25.yaml", "REGISTRY"),
    ] as [(String, String?, String, String?)])
  func uri(file: String, root: String?, expected: String, base: String?) {
    let location = FileURI.location(of: file, under: root)
    #expect(location.uri == expected)
    #expect(location.uriBaseId == base)
  }

  @Test("a cell's text is cut only where a spreadsheet would refuse it, between characters")
  func cells() {
    let limit = SpreadsheetCell.longestText
    let fitting = String(repeating: "x", count: limit)
    #expect(SpreadsheetCell.fitting(fitting) == fitting)
    let cut = SpreadsheetCell.fitting(fitting + "y")
    #expect(cut.utf16.count == limit)
    #expect(cut.hasSuffix("x…"))
    let family = String(repeating: "👩‍👧", count: limit)
    #expect(SpreadsheetCell.fitting(family).utf16.count <= limit)
    #expect(SpreadsheetCell.fitting(family).dropLast().allSatisfy { $0 == "👩‍👧" })
  }
}
