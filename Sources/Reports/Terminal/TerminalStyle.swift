/// How text output looks: with colours on a terminal, plain in a pipe or under `NO_COLOR`.
public struct TerminalStyle: Sendable, Hashable {
  /// Columns available for a line.
  public var width: Int
  public var usesColor: Bool

  public init(width: Int, usesColor: Bool) {
    self.width = width
    self.usesColor = usesColor
  }

  /// For pipes and files: 100 columns, no colour.
  public static let plain = TerminalStyle(width: 100, usesColor: false)

  /// A meaning that colour may underline; the text alone always says the same.
  public enum Role: Sendable {
    case heading, quiet, error, warning, note, good
  }

  /// The text in the colour of its role (ECMA-48 select graphic rendition), or unchanged.
  public func paint(_ text: String, _ role: Role) -> String {
    guard usesColor else { return text }
    let code =
      switch role {
      case .heading: "1"
      case .quiet: "2"
      case .error: "1;31"
      case .warning: "33"
      case .note: "36"
      case .good: "32"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
