public import Findings
internal import Markup
public import Portfolio

/// `dach trend --format svg`: the figures over time, each in a strip of its own, for slides and
/// documents. Shares run from 0 to 100 %, counts from 0 to their greatest value.
public struct TrendSVG {
  private static let fontSize = 13.0
  private static let stripHeight = 44.0
  private static let curveWidth = 420.0
  private static let valueWidth = 120.0
  private static let headHeight = 40.0

  private let trend: Trend
  private let series: [TrendSeries]
  private let language: Language
  private let palette = Palette.light
  private let nameWidth: Double

  public init(_ trend: Trend, language: Language) {
    self.trend = trend
    self.language = language
    series = trend.series
    let longest = series.map { $0.name[language].count }.max() ?? 0
    nameWidth = 24 + TextExtent.width(characters: longest, fontSize: Self.fontSize)
  }

  public func render() -> String {
    let width = nameWidth + Self.curveWidth + Self.valueWidth
    let height = Self.headHeight + Self.stripHeight * Double(series.count) + 34
    let drawing = tag(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("role", "img"),
      Attribute("xml:lang", language.rawValue),
      Attribute("viewBox", "0 0 \(Int(width)) \(Int(height))"),
      Attribute("width", width.rounded(.down)), Attribute("height", height.rounded(.down)),
      Attribute("font-family", "sans-serif"), Attribute("font-size", Self.fontSize)
    ) {
      tag("title") { Self.title[language] }
      tag("desc") { description }
      tag(
        "rect", Attribute("width", "100%"), Attribute("height", "100%"),
        Attribute("fill", palette.background.hex))
      text(Self.title[language], x: 8, y: 24, weight: "bold")
      series.enumerated().map { strip($0.element, top: top($0.offset)) }
      days
    }
    return drawing.source + "\n"
  }

  private static let title = BilingualText(
    de: "Entwicklung der Kennzahlen", en: "The figures over time")

  private var description: String {
    series.map { series in
      let (first, last) = (
        series.first.map(series.text) ?? "–", series.last.map(series.text) ?? "–"
      )
      return "\(series.name[language]): \(first) → \(last)."
    }.joined(separator: " ")
  }

  private func top(_ place: Int) -> Double { Self.headHeight + Self.stripHeight * Double(place) }

  private func strip(_ series: TrendSeries, top: Double) -> Markup {
    let (ceiling, floor) = (top + 8, top + Self.stripHeight - 6)
    let places = zip(trend.points, series.values).compactMap { point, value in
      value.map { value in
        let share = series.top > 0 ? value / series.top : 0
        return (x: x(point.day), y: floor - share * (floor - ceiling))
      }
    }
    let points = places.map { "\(Self.tenths($0.x)),\(Self.tenths($0.y))" }
      .joined(separator: " ")
    let last = series.last.map(series.text) ?? "–"
    return tag("g") {
      text(series.name[language], x: 8, y: floor - 8)
      line(ceiling, palette.surface)
      line(floor, palette.line)
      tag(
        "polyline", Attribute("fill", "none"), Attribute("stroke", palette.accent.hex),
        Attribute("stroke-width", 2), Attribute("points", points))
      if let end = places.last {
        tag(
          "circle", Attribute("cx", end.x), Attribute("cy", end.y), Attribute("r", 3),
          Attribute("fill", palette.accent.hex))
      }
      text(last, x: nameWidth + Self.curveWidth + 16, y: floor - 8, weight: "bold")
    }
  }

  private func line(_ y: Double, _ color: Color) -> Markup {
    tag(
      "line", Attribute("x1", nameWidth), Attribute("x2", nameWidth + Self.curveWidth),
      Attribute("y1", y), Attribute("y2", y), Attribute("stroke", color.hex))
  }

  /// The first and the last day below the curves.
  private var days: Markup {
    let y = top(series.count) + 16
    let end = nameWidth + Self.curveWidth
    return tag("g") {
      if let first = trend.points.first?.day, first != trend.points.last?.day {
        text(DayText(language).text(first), x: nameWidth, y: y)
      }
      if let last = trend.points.last?.day {
        text(DayText(language).text(last), x: end, y: y, anchor: "end")
      }
    }
  }

  private func x(_ day: CalendarDay) -> Double {
    guard let first = trend.points.first?.day.daysSinceEpoch,
      let last = trend.points.last?.day.daysSinceEpoch, last > first
    else { return nameWidth + Self.curveWidth }
    return nameWidth + Self.curveWidth * Double(day.daysSinceEpoch - first) / Double(last - first)
  }

  private func text(
    _ text: String, x: Double, y: Double, anchor: String = "start", weight: String? = nil
  ) -> Markup {
    tag(
      "text", Attribute("x", x), Attribute("y", y), Attribute("text-anchor", anchor),
      weight.map { Attribute("font-weight", $0) }, Attribute("fill", palette.ink.hex)
    ) { text }
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
