public import Findings
internal import Markup
public import Portfolio

/// The matrix of departments as a drawing: the darker a cell, the more pairs of projects are linked;
/// an exclamation mark where something is missing.
public struct NetworkMatrixSVG {
  private static let cell = 28.0
  private static let fontSize = 13.0
  private static let margin = 12.0
  private static let headHeight = 26.0

  private let analysis: NetworkAnalysis
  private let wording: NetworkWording
  private let language: Language
  private let departments: [Int]
  private let nameWidth: Double

  public init(_ analysis: NetworkAnalysis, language: Language) {
    self.analysis = analysis
    self.language = language
    wording = NetworkWording(analysis: analysis, language: language)
    let network = analysis.network
    departments = network.connectedDepartments
    let names = departments.map { analysis.snapshot.departments[$0].name.count + 4 }
    nameWidth = TextExtent.width(characters: names.max() ?? 0, fontSize: Self.fontSize) + 8
  }

  /// A file that stands alone, with title and legend.
  public func render() -> String {
    let top = 2 * Self.margin + 20
    let width = max(
      mapWidth + 2 * Self.margin,
      TextExtent.width(characters: wording.title.count, fontSize: 16) + 2 * Self.margin)
    let characters = TextExtent.characters(
      width: width - 2 * Self.margin, fontSize: Self.fontSize)
    let lines = legend(characters)
    let bottom = top + mapHeight + 20
    let height = bottom + 19 * Double(lines.count) + Self.margin
    let drawing = tag(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("role", "img"),
      Attribute("xml:lang", language.rawValue),
      Attribute("viewBox", "0 0 \(Int(width)) \(Int(height))"),
      Attribute("width", width.rounded(.down)),
      Attribute("height", height.rounded(.down)), Attribute("font-family", "sans-serif"),
      Attribute("font-size", Self.fontSize)
    ) {
      tag("title") { wording.title }
      tag("desc") {
        ([wording.summary] + analysis.network.connections.map { "\(wording.sentence($0))." })
          .joined(separator: " ")
      }
      PictureColor.standaloneStyle
      tag(
        "rect", PictureColor.classes(fill: .background), PictureColor.background.fill,
        Attribute("width", "100%"), Attribute("height", "100%"))
      drawnText(wording.title, x: Self.margin, y: Self.margin + 14, weight: "bold", size: 16)
      map(left: Self.margin, top: top)
      lines.enumerated().map { index, line in
        drawnText(line, x: Self.margin, y: bottom + 19 * Double(index) + 6, color: .quietInk)
      }
    }
    return drawing.source + "\n"
  }

  /// The matrix alone, for a page that says the rest.
  func picture(label: String) -> Markup {
    let (width, height) = (mapWidth + 2, mapHeight + 2)
    return tag(
      "svg", .class("picture"), Attribute("role", "img"), Attribute("aria-label", label),
      Attribute("viewBox", "0 0 \(Int(width)) \(Int(height))"),
      Attribute("width", width.rounded(.down)), Attribute("height", height.rounded(.down))
    ) { map(left: 0, top: 0) }
  }

  private var mapWidth: Double { nameWidth + Self.cell * Double(departments.count) }

  private var mapHeight: Double { Self.headHeight + Self.cell * Double(departments.count) }

  private func map(left: Double, top: Double) -> Markup {
    MarkupBuilder.buildArray(
      departments.indices.map { place in
        let middle = left + nameWidth + Self.cell * (Double(place) + 0.5)
        return drawnText(
          "\(place + 1)", x: middle, y: top + 17, anchor: "middle", color: .quietInk)
      } + departments.indices.map { row($0, left: left, top: top) })
  }

  private func row(_ row: Int, left: Double, top: Double) -> Markup {
    let y = top + Self.headHeight + Self.cell * Double(row)
    return tag("g") {
      drawnText(
        "\(row + 1)  \(analysis.snapshot.departments[departments[row]].name)", x: left, y: y + 18)
      departments.indices.map { column in
        cell(row, column, x: left + nameWidth + Self.cell * Double(column), y: y)
      }
    }
  }

  private func cell(_ row: Int, _ column: Int, x: Double, y: Double) -> Markup {
    guard row != column else { return square(.surface, x: x, y: y) }
    let connection = analysis.network[departments[row], departments[column]]
    let step = Self.step(connection?.links.count ?? 0)
    let isMissing = connection.map { !$0.missing.isEmpty } ?? false
    let ink: PictureColor = step.map(PictureColor.heatInk) ?? (isMissing ? .warning : .quietInk)
    return tag("g") {
      if let connection { tag("title") { wording.sentence(connection) } }
      square(step.map(PictureColor.heat) ?? .background, x: x, y: y)
      drawnText(
        wording.cell(connection), x: x + Self.cell / 2, y: y + 18, anchor: "middle",
        weight: isMissing ? "bold" : nil, color: ink)
    }
  }

  private func square(_ color: PictureColor, x: Double, y: Double) -> Markup {
    tag(
      "rect", Attribute("x", x), Attribute("y", y), Attribute("width", Self.cell),
      Attribute("height", Self.cell), PictureColor.classes(fill: color, stroke: .line),
      color.fill, PictureColor.line.stroke)
  }

  /// The shade of a number of links: 1, from 2, from 4, from 8, from 16 on. It does not depend on the
  /// other cells, as a single link would be as dark as many where there is no more.
  private static func step(_ links: Int) -> Int? {
    links > 0 ? min(Int.bitWidth - links.leadingZeroBitCount, HeatScale.steps.upperBound) : nil
  }

  private func legend(_ characters: Int) -> [String] {
    wrap(wording.summary, width: characters)
      + wording.legend.flatMap { wrap("\($0.sign): \($0.meaning)", width: characters) }
  }
}
