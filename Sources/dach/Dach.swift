import ArgumentParser

/// The command line of the registry: argument parsing and wiring only.
@main
struct Dach: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dach", abstract: "Registry of a city's digital projects.")
}
