/// Puts together the content of an element from elements, texts, conditions and loops.
@resultBuilder
public enum MarkupBuilder {
  public static func buildExpression(_ text: String) -> Markup { Markup(text: text) }

  public static func buildExpression(_ markup: Markup) -> Markup { markup }

  public static func buildExpression(_ pieces: [Markup]) -> Markup { buildArray(pieces) }

  public static func buildBlock(_ pieces: Markup...) -> Markup { buildArray(pieces) }

  public static func buildArray(_ pieces: [Markup]) -> Markup {
    Markup(source: pieces.reduce(into: "") { $0 += $1.source })
  }

  public static func buildOptional(_ markup: Markup?) -> Markup { markup ?? .empty }

  public static func buildEither(first markup: Markup) -> Markup { markup }

  public static func buildEither(second markup: Markup) -> Markup { markup }
}
