internal import Findings
internal import Markup
internal import Portfolio

/// The four functions as cards: the share, a bar, and what was counted.
struct FunctionFiguresHTML {
  let language: Language

  func render(_ figures: FunctionFigures) -> Markup {
    tag("ul", .class("figures")) {
      figures.all.map { figure in
        tag("li", .id("function-\(figure.function.rawValue)")) {
          tag("h3") { figure.function.name[language] }
          tag("p", .class("value")) { percentage(figure.value) }
          bar(figure.value)
          tag("p") { figure.sentence[language] }
        }
      }
    }
  }

  /// The number beside it says the same, so that readers of screens need not hear it twice.
  private func bar(_ share: Double) -> Markup {
    tag(
      "svg", .class("bar"), Attribute("viewBox", "0 0 100 6"),
      Attribute("preserveAspectRatio", "none"), Attribute("aria-hidden", "true")
    ) {
      tag(
        "rect", .class("whole"), Attribute("width", 100), Attribute("height", 6),
        Attribute("vector-effect", "non-scaling-stroke"))
      tag("rect", .class("part"), Attribute("width", 100 * share), Attribute("height", 6))
    }
  }
}
