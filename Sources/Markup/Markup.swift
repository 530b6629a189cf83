/// A piece of HTML or SVG that is well-formed by construction: text only gets in through
/// `Markup(text:)`, which escapes it, and names of elements and attributes are literals of the
/// program, never data.
///
/// What is written is valid as HTML5 and as XML: every element is closed and every attribute quoted.
public struct Markup: Sendable, Hashable {
  public private(set) var source: String

  /// Nothing.
  public static let empty = Markup(source: "")

  init(source: String) { self.source = source }

  /// A text with everything escaped that means something in HTML or XML.
  public init(text: some StringProtocol) {
    source = ""
    source.appendEscaped(text)
  }

  public mutating func append(_ other: Markup) { source += other.source }

  public static func + (left: Markup, right: Markup) -> Markup {
    Markup(source: left.source + right.source)
  }

  public var isEmpty: Bool { source.isEmpty }

  /// The pieces one after the other, with a text between each two.
  public static func joined(_ pieces: [Markup], by separator: String) -> Markup {
    let separator = Markup(text: separator).source
    return Markup(source: pieces.map(\.source).joined(separator: separator))
  }

  /// A whole HTML document; `root` is its `html` element.
  public static func document(_ root: Markup) -> String { "<!DOCTYPE html>\n" + root.source + "\n" }

  /// A style sheet. Nothing is escaped in a `style` element, and `<` alone could end it; it is
  /// written as CSS escapes it.
  public static func styleSheet(_ css: String) -> Markup {
    let safe = css.split(separator: "<", omittingEmptySubsequences: false)
    return Markup(source: "<style>\n\(safe.joined(separator: #"\3C "#))\n</style>")
  }
}

extension String {
  /// Escapes by scalar, as a combining mark behind `<` must not hide it. Characters that XML 1.0
  /// does not allow (section 2.2, `Char`) become U+FFFD.
  mutating func appendEscaped(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": self += "&amp;"
      case "<": self += "&lt;"
      case ">": self += "&gt;"
      case "\"": self += "&quot;"
      case "'": self += "&#39;"
      case "\t", "\n", "\r": unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": unicodeScalars.append("\u{FFFD}")
      default: unicodeScalars.append(scalar)
      }
    }
  }
}
