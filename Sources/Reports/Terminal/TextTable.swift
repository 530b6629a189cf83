/// A table of text cells whose columns are as wide as their longest cell.
struct TextTable {
  enum Alignment {
    case left, right
  }

  struct Column {
    var title: String
    var alignment: Alignment
    /// Cells are cut to this width where the table would not fit otherwise.
    var shrinks: Bool

    init(_ title: String, _ alignment: Alignment = .left, shrinks: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.shrinks = shrinks
    }
  }

  var columns: [Column]
  var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// The lines of the table, the header first, each indented by `indent` blanks.
  func lines(style: TerminalStyle, indent: Int = 0) -> [String] {
    let widths = widths(within: style.width - indent)
    let margin = String(repeating: " ", count: indent)
    let header = margin + line(columns.map(\.title), widths: widths)
    return [style.paint(header, .quiet)] + rows.map { margin + line($0, widths: widths) }
  }

  private func widths(within available: Int) -> [Int] {
    var widths = columns.indices.map { index in
      ([columns[index].title] + rows.map { $0[index] }).map(\.count).max() ?? 0
    }
    let surplus = widths.reduce(0, +) + 2 * (columns.count - 1) - available
    if surplus > 0, let index = columns.firstIndex(where: \.shrinks) {
      widths[index] = max(12, widths[index] - surplus)
    }
    return widths
  }

  private func line(_ cells: [String], widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "  " }
      let fitted = cell.truncated(to: widths[index])
      switch columns[index].alignment {
      case .right: text += fitted.rightAligned(to: widths[index])
      case .left: text += index == cells.count - 1 ? fitted : fitted.padded(to: widths[index])
      }
    }
    return text
  }
}
