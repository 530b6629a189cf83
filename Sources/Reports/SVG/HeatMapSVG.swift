public import Findings
internal import Markup
public import Portfolio

/// `dach coverage --format svg`: the heat map as a drawing for slides and documents.
public struct HeatMapSVG {
  private static let cellHeight = 26.0
  private static let cellWidth = 62.0
  private static let fontSize = 13.0
  /// Columns are headed by numbers, which are explained below: names are longer than cells.
  private static let headHeight = 28.0

  private let table: CoverageTable
  private let language: Language
  private let wording: CoverageWording
  private let scale: HeatScale
  private let palette = Palette.light
  private let rows: [Int]
  private let columns: [Int]
  private let nameWidth: Double

  public init(_ table: CoverageTable, language: Language) {
    self.table = table
    self.language = language
    wording = CoverageWording(table: table, language: language)
    scale = HeatScale(table)
    rows = table.shownRows
    columns = table.shownColumns
    let longest = rows.map { table.rows[$0].name[language].count }.max() ?? 0
    nameWidth = 16 + TextExtent.width(characters: longest, fontSize: Self.fontSize)
  }

  public func render() -> String {
    let legend = legendLines
    let mapHeight = Self.headHeight + Self.cellHeight * Double(rows.count + 1)
    let height = 40 + mapHeight + 16 + 18 * Double(legend.count) + 10
    let width = nameWidth + Self.cellWidth * Double(columns.count + 1) + 16
    let drawing = tag(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("role", "img"),
      Attribute("xml:lang", language.rawValue),
      Attribute("viewBox", "0 0 \(Int(width)) \(Int(height))"),
      Attribute("width", width.rounded(.down)), Attribute("height", height.rounded(.down)),
      Attribute("font-family", "sans-serif"), Attribute("font-size", Self.fontSize)
    ) {
      tag("title") { wording.title }
      tag("desc") { "\(wording.counted) \(wording.totals)" }
      tag(
        "rect", Attribute("width", "100%"), Attribute("height", "100%"),
        Attribute("fill", palette.background.hex))
      text(wording.title, x: 8, y: 24, anchor: "start", weight: "bold")
      head
      rows.enumerated().map { line($0.offset, row: $0.element) }
      sums
      legend.enumerated().map { index, line in
        text(line, x: 8, y: 40 + mapHeight + 24 + 18 * Double(index), anchor: "start")
      }
    }
    return drawing.source + "\n"
  }

  private var head: Markup {
    MarkupBuilder.buildArray(
      columns.indices.map { place in
        text("\(place + 1)", x: center(place), y: 40 + 18, anchor: "middle", weight: "bold")
      } + [
        text(wording.sum, x: center(columns.count), y: 40 + 18, anchor: "middle", weight: "bold")
      ])
  }

  private func line(_ place: Int, row: Int) -> Markup {
    let top = 40 + Self.headHeight + Self.cellHeight * Double(place)
    return tag("g") {
      text(table.rows[row].name[language], x: 8, y: top + 17, anchor: "start")
      columns.indices.map { cell(row: row, place: $0, top: top) }
      text(
        wording.number(table.rowTotals[row]), x: center(columns.count),
        y: top + 17, anchor: "middle", weight: "bold")
    }
  }

  private var sums: Markup {
    let top = 40 + Self.headHeight + Self.cellHeight * Double(rows.count)
    return tag("g") {
      text(wording.sum, x: 8, y: top + 17, anchor: "start", weight: "bold")
      columns.indices.map {
        text(
          wording.number(table.columnTotals[columns[$0]]), x: center($0),
          y: top + 17, anchor: "middle", weight: "bold")
      }
      text(
        wording.number(table.total), x: center(columns.count), y: top + 17,
        anchor: "middle", weight: "bold")
    }
  }

  private func cell(row: Int, place: Int, top: Double) -> Markup {
    let cell = table.cell(row: row, column: columns[place])
    let shade = cell.gap > 0 ? nil : scale.step(of: cell).map(palette.shade)
    let names = [table.rows[row].name[language], table.columns[columns[place]].name[language]]
    return tag("g") {
      tag("title") { names.joined(separator: ", ") }
      tag(
        "rect", Attribute("x", nameWidth + Self.cellWidth * Double(place)), Attribute("y", top),
        Attribute("width", Self.cellWidth), Attribute("height", Self.cellHeight),
        Attribute("fill", (shade?.background ?? palette.background).hex),
        Attribute("stroke", (cell.gap > 0 ? palette.error : palette.line).hex))
      text(
        wording.text(of: cell), x: center(place), y: top + 17,
        anchor: "middle", weight: cell.gap > 0 ? "bold" : nil,
        color: cell.gap > 0 ? palette.error : shade?.ink ?? palette.ink)
    }
  }

  private func text(
    _ text: String, x: Double, y: Double, anchor: String, weight: String? = nil, color: Color? = nil
  ) -> Markup {
    tag(
      "text", Attribute("x", x), Attribute("y", y), Attribute("text-anchor", anchor),
      weight.map { Attribute("font-weight", $0) },
      Attribute("fill", (color ?? palette.ink).hex)
    ) { text }
  }

  private func center(_ place: Int) -> Double { nameWidth + Self.cellWidth * (Double(place) + 0.5) }

  private var legendLines: [String] {
    let width = nameWidth + Self.cellWidth * Double(columns.count + 1)
    let characters = max(40, TextExtent.characters(width: width, fontSize: Self.fontSize))
    let names = columns.enumerated().map {
      "\($0.offset + 1) \(table.columns[$0.element].name[language])"
    }.joined(separator: " · ")
    let sentences = [wording.counted, wording.totals] + wording.marks
    return wrap(names, width: characters)
      + wrap(sentences.joined(separator: " "), width: characters)
  }
}
