internal import Markup

/// A small curve of one figure over time; the table beside it says the same.
struct Sparkline {
  private static let size = (width: 160.0, height: 36.0)
  private static let margin = 4.0

  /// Days since the epoch and values, in order of the days.
  let points: [(day: Int, value: Double)]
  /// From 0 to this; nil scales to the largest value.
  let top: Double?

  func render() -> Markup {
    tag(
      "svg", .class("spark"), Attribute("aria-hidden", "true"),
      Attribute("viewBox", "0 0 \(Int(Self.size.width)) \(Int(Self.size.height))"),
      Attribute("width", Self.size.width), Attribute("height", Self.size.height)
    ) {
      tag(
        "line", Attribute("x1", 0), Attribute("x2", Self.size.width),
        Attribute("y1", Self.size.height - Self.margin),
        Attribute("y2", Self.size.height - Self.margin))
      tag("polyline", Attribute("points", places.map { "\($0.x),\($0.y)" }.joined(separator: " ")))
      if let last = places.last {
        tag("circle", Attribute("cx", last.x), Attribute("cy", last.y), Attribute("r", 3))
      }
    }
  }

  private var places: [(x: Int, y: Int)] {
    guard let first = points.first?.day, let last = points.last?.day else { return [] }
    let top = max(self.top ?? points.map(\.value).max() ?? 0, .leastNonzeroMagnitude)
    let (width, height) = (
      Self.size.width - 2 * Self.margin, Self.size.height - 2 * Self.margin
    )
    return points.map { point in
      let along = last == first ? 1 : Double(point.day - first) / Double(last - first)
      return (
        x: Int((Self.margin + along * width).rounded()),
        y: Int((Self.margin + (1 - point.value / top) * height).rounded())
      )
    }
  }
}
