public import Markup
public import Portfolio

/// An HTML page that stands alone: it loads nothing, needs no scripts, and prints.
public struct Page: Sendable {
  let title: String
  let language: Language

  public init(title: String, language: Language) {
    self.title = title
    self.language = language
  }

  /// - Parameters:
  ///   - head: what stands in the page's banner, its `h1` among it.
  ///   - main: the page's content.
  public func render(
    @MarkupBuilder head: () -> Markup, @MarkupBuilder main: () -> Markup
  ) -> String {
    let skip = BilingualText(de: "Zum Inhalt", en: "Skip to content")[language]
    return Markup.document(
      tag("html", Attribute("lang", language.rawValue)) {
        tag("head") {
          tag("meta", Attribute("charset", "utf-8"))
          tag(
            "meta", Attribute("name", "viewport"),
            Attribute("content", "width=device-width, initial-scale=1"))
          tag("title") { title }
          Markup.styleSheet(StyleSheet.text)
        }
        tag("body") {
          tag("a", .class("skip"), .link(to: "#content")) { skip }
          tag("header", content: head)
          tag("main", .id("content"), content: main)
          tag("footer") {
            tag("p", .class("quiet")) {
              BilingualText(
                de: "Erstellt mit dach, dem Register digitaler Projekte.",
                en: "Made with dach, the registry of digital projects.")[language]
            }
          }
        }
      })
  }
}

/// A table that may be wider than the screen: the keyboard can scroll it, and it has a name.
///
/// https://www.w3.org/WAI/tutorials/tables/tips/
func wideTable(
  caption: String, _ classes: String = "", @MarkupBuilder rows: () -> Markup
) -> Markup {
  tag(
    "div", .class(classes.isEmpty ? "wide" : "wide \(classes)"), Attribute("role", "region"),
    Attribute("aria-label", caption), Attribute("tabindex", 0)
  ) {
    tag("table") {
      tag("caption") { caption }
      rows()
    }
  }
}

/// A heading cell of a column.
func columnHeading(_ text: String, isNumber: Bool = false) -> Markup {
  tag("th", Attribute("scope", "col"), isNumber ? .class("number") : nil) {
    tag("span") { text }
  }
}

/// A heading cell of a row.
func rowHeading(_ text: String) -> Markup {
  tag("th", Attribute("scope", "row")) { text }
}

func numberCell(_ text: String) -> Markup { tag("td", .class("number")) { text } }

/// Texts of the program quote commands in backticks; a page sets them as code.
func prose(_ text: String) -> Markup {
  let parts = text.split(separator: "`", omittingEmptySubsequences: false)
  // A backtick without its partner is just a character.
  guard parts.count % 2 == 1 else { return Markup(text: text) }
  return parts.enumerated().reduce(into: Markup.empty) { result, part in
    result.append(
      part.offset % 2 == 0 ? Markup(text: part.element) : tag("code") { String(part.element) })
  }
}
