internal import Findings
internal import Portfolio

/// The matrix of departments for the terminal: one look at a row tells with whom a department works
/// and where something is missing.
///
/// Departments without any connection are left out; the words below the matrix name them. Of very
/// many, those with the most links and occasions are shown. A matrix wider than the terminal is
/// broken into blocks.
struct NetworkMatrixText {
  private let analysis: NetworkAnalysis
  private let style: TerminalStyle
  private let wording: NetworkWording
  private let departments: [Int]
  /// How many departments are left out for brevity.
  private let hidden: Int
  private let cellWidth: Int
  private let numberWidth: Int
  private let nameWidth: Int

  /// More than this nobody takes in at one look.
  private static let mostDepartments = 30

  /// - Parameter showsAll: whether no department is left out for brevity.
  init(
    _ analysis: NetworkAnalysis, style: TerminalStyle, language: Language, showsAll: Bool = false
  ) {
    self.analysis = analysis
    self.style = style
    let wording = NetworkWording(analysis: analysis, language: language)
    self.wording = wording
    let network = analysis.network
    let all = network.connectedDepartments
    departments = showsAll ? all : network.busiest(Self.mostDepartments)
    hidden = all.count - departments.count
    let widest = network.connections.map { wording.cell($0).count }.max() ?? 1
    numberWidth = String(departments.count).count
    cellWidth = max(widest, numberWidth) + 1
    let names = departments.map { analysis.snapshot.departments[$0].name.count }
    // A third of the line at least is left to the names, so that they stay legible.
    let room = style.width - numberWidth - 2 - cellWidth * departments.count
    nameWidth = min(names.max() ?? 0, max(room, style.width / 3))
  }

  func render() -> String {
    guard !departments.isEmpty else { return "" }
    let perBlock = max(1, (style.width - numberWidth - 2 - nameWidth) / cellWidth)
    let blocks = stride(from: 0, to: departments.count, by: perBlock).map { start in
      block(start..<min(start + perBlock, departments.count))
    }
    return (blocks + [rest, legend].compactMap { $0 }).joined(separator: "\n\n")
  }

  private func block(_ columns: Range<Int>) -> String {
    let margin = String(repeating: " ", count: numberWidth + 2 + nameWidth)
    let head = columns.map { String($0 + 1).rightAligned(to: cellWidth) }.joined()
    let rows = departments.indices.map { row in
      let number = String(row + 1).rightAligned(to: numberWidth)
      let name = short(analysis.snapshot.departments[departments[row]].name)
      return "\(number)  \(name.padded(to: nameWidth))"
        + columns.map { cell(row, $0) }.joined()
    }
    return ([style.paint(margin + head, .quiet)] + rows).joined(separator: "\n")
  }

  /// What stands in brackets goes first when a name is too long.
  private func short(_ name: String) -> String {
    guard name.count > nameWidth, let bracket = name.firstIndex(of: "("),
      bracket > name.startIndex
    else { return name.truncated(to: nameWidth) }
    return name[..<bracket].trimmingBlanks.truncated(to: nameWidth)
  }

  private func cell(_ row: Int, _ column: Int) -> String {
    guard row != column else { return style.paint("–".rightAligned(to: cellWidth), .quiet) }
    let connection = analysis.network[departments[row], departments[column]]
    let text = wording.cell(connection).rightAligned(to: cellWidth)
    guard let connection, text.last != "·" else { return style.paint(text, .quiet) }
    return style.paint(text, connection.missing.isEmpty ? .good : .warning)
  }

  private var rest: String? {
    guard hidden > 0 else { return nil }
    let text = BilingualText(
      de:
        "Gezeigt sind die \(departments.count) Dienststellen mit den meisten Verbindungen und Anlässen; --all zeigt auch die übrigen \(hidden).",
      en:
        "Shown are the \(departments.count) departments with the most links and occasions; --all shows the other \(hidden), too."
    )
    return style.paint(wrap(text[wording.language], after: "", width: style.width), .quiet)
  }

  private var legend: String {
    let width = wording.legend.map(\.sign.count).max() ?? 0
    return wording.legend.map {
      wrap($0.meaning, after: "\($0.sign.rightAligned(to: width))  ", width: style.width)
    }.map { style.paint($0, .quiet) }.joined(separator: "\n")
  }
}

extension DepartmentNetwork {
  /// The departments that are in touch with another, or should be: those that a matrix shows.
  var connectedDepartments: [Int] {
    Set(connections.flatMap { [$0.departments.first, $0.departments.second] }).sorted()
  }

  /// At most so many of them: those with the most links and open occasions, in order.
  fileprivate func busiest(_ limit: Int) -> [Int] {
    var weights: [Int: Int] = [:]
    for connection in connections {
      for department in [connection.departments.first, connection.departments.second] {
        weights[department, default: 0] += connection.links.count + connection.missing.count
      }
    }
    return weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
      .sorted()
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var trimmed = self
    while trimmed.last == " " { trimmed.removeLast() }
    return String(trimmed)
  }
}
