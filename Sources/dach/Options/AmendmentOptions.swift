import ArgumentParser
import Portfolio

/// The options that all commands have that change records of the database.
struct AmendmentOptions: ParsableArguments {
  @Flag(
    help: help(
      de: "Nur zeigen, was sich ändern würde.", en: "Only show what would change."))
  var dryRun = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  /// Makes the change and prints it.
  func run(_ amendment: RegistryAmendment) async throws {
    let report = try await amendment.run(on: database.connect(), isDryRun: dryRun)
    try output.printReport(report) { $0.renderAmendment(report) }
  }
}
