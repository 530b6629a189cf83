import Portfolio
import ProjectTables
import RegistryDatabase
import RegistryFiles
import Reports

extension ImportCommand {
  /// Takes lists over, and files of the registry that were named beside them.
  ///
  /// - Throws: `RefusedCells`, after what became of the lists was printed; `InvalidInput`
  func importLists() async throws {
    let work = try SpreadsheetImport(
      paths: listPaths, options: spreadsheets, language: output.language)
    do {
      if let registry {
        try show(try work.run(onFolder: registry, isDryRun: dryRun), report: nil)
      } else {
        let connection = try await database.connect(preparing: !dryRun)
        let records = try await readFiles(connection)
        let (report, outcomes) = try await work.run(
          on: connection, beside: records, source: paths.joined(separator: " "), isDryRun: dryRun)
        try show(outcomes, report: filePaths.isEmpty ? nil : report)
      }
    } catch let refused as RefusedCells {
      try show(refused.outcomes, report: nil, isStored: false)
      throw refused
    }
  }

  /// The records of the registry's files that were named beside the lists.
  private func readFiles(_ connection: Database) async throws -> [RegistryRecord] {
    guard !filePaths.isEmpty else { return [] }
    let reader = RegistryReader(paths: filePaths, known: try await knownIDs(connection))
    var records: [RegistryRecord] = []
    let diagnostics = reader.read { records.append($0) }
    try DiagnosticPrinter(paths: filePaths, language: output.language).report(diagnostics)
    return records
  }

  private func show(
    _ outcomes: [TableOutcome], report: ImportReport?, isStored: Bool = true
  ) throws {
    try spreadsheets.save(outcomes)
    let isStored = isStored && !dryRun
    switch output.format {
    case .json:
      print(
        try JSONText.render(
          TableOutcomeJSON(
            outcomes, isDryRun: dryRun, isStored: isStored, report: report.map { ImportJSON($0) },
            in: output.language)))
    case .text:
      let style = TerminalStyle.forStandardOutput()
      let lists = TableOutcomeText(style: style, language: output.language, listsNewCells: dryRun)
      if dryRun { print(Self.dryRunNote[output.language] + "\n") }
      print(outcomes.map { lists.render($0) }.joined(separator: "\n"), terminator: "")
      if let report {
        print(
          "\n" + ImportText(style: style, language: output.language).render(report), terminator: "")
      }
      if isStored { print(stored(outcomes)[output.language]) }
    }
  }

  private func stored(_ outcomes: [TableOutcome]) -> BilingualText {
    outcomes.allSatisfy { $0.count(.new) + $0.count(.changed) == 0 }
      ? BilingualText(
        de: "Nichts geändert: So steht es schon im Register.",
        en: "Nothing changed: the registry says so already.")
      : BilingualText(de: "Gespeichert.", en: "Stored.")
  }

  private static let dryRunNote = BilingualText(
    de: "Probelauf: Es wurde nichts gespeichert.", en: "Dry run: nothing was stored.")
}
