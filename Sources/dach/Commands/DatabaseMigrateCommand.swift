import ArgumentParser
import Portfolio
import Reports
import RegistryDatabase

struct DatabaseMigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: text(
      de: "Bringt die Tabellen auf den Stand dieses Programms.",
      en: "Brings the tables up to date with this program."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let connection = try await database.open()
    let applied = try await connection.run { try MigrationRunner().migrate($0) }
    guard output.format == .text else {
      print(try JSONText.render(["applied": applied]))
      return
    }
    let message =
      applied.isEmpty
      ? BilingualText(
        de: "Die Tabellen sind auf dem neuesten Stand.", en: "The tables are up to date.")
      : BilingualText(
        de: "Angewendet: \(applied.joined(separator: ", "))",
        en: "Applied: \(applied.joined(separator: ", "))")
    print(message[output.language])
  }
}
