import Markup
import Testing

@Suite("Markup")
struct MarkupTests {
  @Test(
    "text never becomes markup",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("A & B", "A &amp; B"), ("&amp;", "&amp;amp;"), ("\"'", "&quot;&#39;"),
      ("<\u{301}b>", "&lt;\u{301}b&gt;"), ("a\u{0}\u{8}b", "a\u{FFFD}\u{FFFD}b"),
      ("Zeile\n\tzwei", "Zeile\n\tzwei"), ("Straße „Ä“ 👩‍👧", "Straße „Ä“ 👩‍👧"),
    ])
  func escapes(text: String, expected: String) {
    #expect(Markup(text: text).source == expected)
    #expect(tag("p") { text }.source == "<p>\(expected)</p>")
    #expect(
      tag("p", Attribute("title", text)) {}.source == "<p title=\"\(expected)\"></p>")
  }

  @Test("elements nest, repeat and leave out what is not there")
  func builds() {
    let note: String? = nil
    let list = tag("ul", .class("a b"), nil) {
      for number in 1...2 { tag("li") { "\(number)" } }
      if let note { tag("li") { note } }
      if note == nil { tag("br") } else { "?" }
    }
    #expect(list.source == "<ul class=\"a b\"><li>1</li><li>2</li><br/></ul>")
    #expect(Markup.joined([list, .empty], by: " & ").source == list.source + " &amp; ")
  }

  @Test(
    "links lead to the web, to mail and into the document, and nowhere else",
    arguments: [
      ("https://example.org/?a=1&b", true), ("http://example.org", true), ("HTTPS://a", true),
      ("mailto:amt@example.org", true), ("#stand", true), ("javascript:alert(1)", false),
      (" javascript:alert(1)", false), ("JavaScript:alert(1)", false), ("data:text/html,x", false),
      ("file:///etc/passwd", false), ("", false), ("page", false),
    ])
  func links(target: String, isAllowed: Bool) {
    #expect((Attribute.link(to: target) != nil) == isAllowed)
  }

  @Test(
    "coordinates are written to a tenth",
    arguments: [(0.0, "0"), (1.04, "1"), (-0.26, "-0.3"), (12.96, "13"), (-7.5, "-7.5")])
  func numbers(number: Double, expected: String) {
    #expect(tag("rect", Attribute("x", number)).source == "<rect x=\"\(expected)\"/>")
  }
}
