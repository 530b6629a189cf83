import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach waivers [DIR]`: every exception with its state and its effect.
struct WaiversCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waivers",
    abstract: text(
      de: "Listet alle Ausnahmen mit Stand, Begründung und Frist auf.",
      en: "Lists all exceptions with state, reason and expiry."),
    discussion: text(
      de: """
        Stand: in Kraft, endet bald (innerhalb von 90 Tagen), ohne Anlass, abgelaufen, erledigt, \
        ersetzt.

        Beispiel: dach waivers registry --as-of 2026-12-31
        """,
      en: """
        States: in force, expiring (within 90 days), unused, expired, settled, superseded.

        Example: dach waivers registry --as-of 2026-12-31
        """))

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let loaded = try await registry.load(language: output.language)
    let snapshot = Snapshot(loaded.portfolio, asOf: registry.day)
    let ledger = WaiverLedger.make(snapshot, findings: Check().run(snapshot))
    switch output.format {
    case .text:
      let report = WaiverLedgerText(style: .forStandardOutput(), language: output.language)
      print(report.render(ledger), terminator: "")
    case .json: print(try WaiverLedgerJSON.render(ledger))
    }
  }
}
