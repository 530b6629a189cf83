internal import Findings

/// A curve of one figure in a line of text: a block of eighths for each value.
enum SparkText {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// - Parameter top: The value that fills a block; nothing is drawn below 0.
  static func curve(_ values: some Sequence<Double?>, top: Double) -> String {
    String(
      values.map { value -> Character in
        guard let value else { return " " }
        let share = top > 0 ? min(max(value / top, 0), 1) : 0
        return blocks[min(Int(share * Double(blocks.count)), blocks.count - 1)]
      })
  }
}

extension TrendSeries {
  /// A value as people read it: `93 %`, or `12`.
  func text(_ value: Double) -> String { isShare ? percentage(value) : String(Int(value)) }
}
