import ArgumentParser
import Portfolio
import Reports
import RegistryDatabase
import RegistryFiles

/// `dach export DIR`: writes the registry as canonical YAML.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: text(
      de: "Schreibt das Register als YAML-Dateien in einen Ordner.",
      en: "Writes the registry as YAML files into a folder."),
    discussion: text(
      de: """
        Ein Import des Exports ändert nichts, und ein zweiter Export schreibt dieselben Bytes.

        Beispiel: dach export /tmp/register
        """,
      en: """
        Importing the export changes nothing, and a second export writes the same bytes.

        Example: dach export /tmp/registry
        """))

  @Argument(
    help: help(
      de: "Leerer Ordner oder einer mit einem früheren Export.",
      en: "An empty folder or one with an earlier export."),
    completion: .directory)
  var directory: String

  @Flag(
    help: help(
      de: "Dateien löschen, die nicht mehr zum Register gehören.",
      en: "Remove files that no longer belong to the registry."))
  var prune = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var dayOption: DayOption
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let connection = try await database.connect()
    let portfolio = try await connection.runPatiently { [past = dayOption.past] in
      try RegistryLoad(asOf: past).load($0)
    }
    let outcome = try RegistryExport(portfolio).write(to: directory, prune: prune)
    switch output.format {
    case .text: print(outcome.summary.map { $0[output.language] }.joined(separator: "\n"))
    case .json: print(try outcome.json())
    }
  }
}

extension RegistryExport.Outcome {
  /// What was written, and what stands there besides.
  fileprivate var summary: [BilingualText] {
    var lines = [
      BilingualText(
        de: "\(written.count) Dateien geschrieben, \(unchanged) unverändert.",
        en: "\(written.count) files written, \(unchanged) unchanged.")
    ]
    if !stale.isEmpty {
      lines.append(
        isPruned
          ? BilingualText(
            de: "\(stale.count) Dateien gelöscht, die nicht mehr zum Register gehören:",
            en: "\(stale.count) files removed that no longer belong to the registry:")
          : BilingualText(
            de: "\(stale.count) Dateien gehören nicht mehr zum Register (löschen mit --prune):",
            en: "\(stale.count) files no longer belong to the registry (remove with --prune):"))
      lines += stale.map { BilingualText(de: "  \($0)", en: "  \($0)") }
    }
    return lines
  }
}

extension RegistryExport.Outcome {
  private struct Document: Encodable {
    let written: [String]
    let unchanged: Int
    let stale: [String]
    let pruned: Bool
  }

  fileprivate func json() throws -> String {
    try JSONText.render(
      Document(written: written, unchanged: unchanged, stale: stale, pruned: isPruned))
  }
}
