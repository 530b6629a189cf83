import Foundation

/// What was measured beside what a table of `docs/rights.md` expects. `scripts/rights-table` prints
/// it.
public struct RightsReport {
  private let title: String
  private let expected: RightsTable
  private var measured: [String: [String: String]] = [:]

  public init(_ title: String, _ expected: RightsTable) {
    (self.title, self.expected) = (title, expected)
  }

  public mutating func note(_ text: String, _ name: String, _ column: String) {
    measured[name, default: [:]][column] = text
  }

  /// Prints how much was measured and how much of it is as expected; the whole table goes into the
  /// folder that `DACH_RIGHTS_REPORT` names.
  public func print() {
    let cells = measured.flatMap { name, row in
      row.map { column, text in expected[name, column] == text }
    }
    Swift.print(
      "rights: \(title): \(measured.count) × \(expected.columns.count) groups,",
      "\(cells.count) cells measured, \(cells.count { $0 }) as in docs/rights.md")
    guard let folder = ProcessInfo.processInfo.environment["DACH_RIGHTS_REPORT"] else { return }
    let file = URL(filePath: folder).appending(path: "\(title).txt")
    do {
      try Data(table.utf8).write(to: file)
    } catch {
      Swift.print("rights: \(file.path) cannot be written: \(error)")
    }
  }

  private var table: String {
    var lines = [["", expected.columns.joined(separator: "\t")].joined(separator: "\t")]
    for name in expected.names + measured.keys.sorted().filter({ !expected.names.contains($0) }) {
      let cells = expected.columns.map { column in
        let (wanted, found) = (expected[name, column] ?? "?", measured[name]?[column] ?? "?")
        return wanted == found ? found : "\(found) (expected \(wanted))"
      }
      lines.append(([name] + cells).joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
