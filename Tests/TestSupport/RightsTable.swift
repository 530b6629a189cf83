import Foundation

/// A table of `docs/rights.md`: the text of each cell by the row's name and the column's heading. A
/// row may be about several names, with commas between them.
public struct RightsTable {
  /// Names of the rows, in order.
  public private(set) var names: [String] = []
  public private(set) var columns: [String] = []
  private var cells: [String: [String: String]] = [:]

  /// - Parameter first: The heading of the table's first column.
  public init(whoseFirstColumnIs first: String) throws {
    let file = Repository.root.appending(path: "docs/rights.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        isInside = false
        continue
      }
      let texts = line.dropFirst().dropLast().split(separator: "|").map {
        $0.trimmingCharacters(in: .whitespaces).replacing("`", with: "")
      }
      if texts.first == first {
        isInside = true
        columns = Array(texts.dropFirst())
      } else if isInside, let names = texts.first, !names.allSatisfy({ "-: ".contains($0) }) {
        for name in names.split(separator: ", ").map(String.init) {
          self.names.append(name)
          cells[name] = Dictionary(uniqueKeysWithValues: zip(columns, texts.dropFirst()))
        }
      }
    }
  }

  public subscript(name: String, column: String) -> String? { cells[name]?[column] }
}
