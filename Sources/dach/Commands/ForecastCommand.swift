import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach forecast [DIR]`: in which quarter the coverage of each guideline ends.
struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: text(
      de:
        "Zeigt, wie viele Projekte je Leitlinie und Quartal noch laufen und wann Lücken entstehen.",
      en: "Shows how many projects still run for each guideline by quarter, and when gaps open."),
    discussion: text(
      de: "Beispiel: dach forecast registry --quarters 12",
      en: "Example: dach forecast registry --quarters 12"))

  @OptionGroup var registry: RegistryOptions

  @Option(help: help(de: "Wie viele Quartale, 1 bis 40.", en: "How many quarters, 1 to 40."))
  var quarters = 8

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...40).contains(quarters) else {
      throw ValidationError(
        text(
          de: "--quarters erwartet eine Zahl von 1 bis 40.",
          en: "--quarters expects a number from 1 to 40."))
    }
  }

  func run() async throws {
    let loaded = try await registry.load(language: output.language)
    let snapshot = Snapshot(loaded.portfolio, asOf: registry.day)
    let forecast = CoverageForecast.make(snapshot, quarters: quarters)
    switch output.format {
    case .text:
      let report = CoverageForecastText(style: .forStandardOutput(), language: output.language)
      print(report.render(forecast), terminator: "")
    case .json: print(try CoverageForecastJSON.render(forecast))
    }
  }
}
