import ArgumentParser
import Portfolio
import Reports
import Schemas

/// `dach schema`: the JSON Schemas of the registry's files, as embedded in this binary.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: text(
      de: "Gibt das JSON-Schema einer Art von Datei aus, oder die Namen aller Schemata.",
      en: "Prints the JSON Schema of a kind of file, or the names of all schemas."),
    discussion: text(
      de: "Beispiel: dach schema project > project.schema.json",
      en: "Example: dach schema project > project.schema.json"))

  static let suffix = ".schema.json"
  static let names = Schemas.json.map { String($0.name.dropLast(suffix.count)) }

  @Argument(
    help: help(de: "Art der Datei, z. B. project.", en: "Kind of file, e.g. project."),
    completion: .list(names))
  var kind: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    guard let kind else {
      switch output.format {
      case .text: print(Self.names.joined(separator: "\n"))
      case .json: print(try JSONText.render(["schemas": Self.names]))
      }
      return
    }
    guard let schema = Schemas.json.first(where: { $0.name == kind + Self.suffix }) else {
      throw ValidationError(
        text(
          de:
            "Es gibt kein Schema „\(kind)“. Vorhanden sind: \(Self.names.joined(separator: ", ")).",
          en: "There is no schema '\(kind)'. Available: \(Self.names.joined(separator: ", "))."))
    }
    print(schema.text, terminator: "")
  }
}
