import ArgumentParser
import Portfolio
import RegistryDatabase
import Reports

struct UserListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: text(
      de: "Zeigt die Zugänge; wer nicht alles sieht, den eigenen.",
      en: "Shows the logins; one's own to whom not everything is shown."))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let accounts = try await database.connect().run { try Accounts($0).all() }
    switch output.format {
    case .text:
      let report = AccountText(style: .forStandardOutput(), language: output.language)
      print(report.render(accounts), terminator: "")
    case .json: print(try AccountJSON.render(accounts))
    }
  }
}

struct UserRemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: text(
      de: "Entfernt einen Zugang. Was er getan hat, bleibt im Protokoll.",
      en: "Removes a login. What it did stays in the audit trail."))

  @Argument(help: help(de: "Name des Zugangs.", en: "Name of the login."))
  var name: String

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let connection = try await database.connect()
    let outcome = try await connection.run { [name] in try Accounts($0).remove(name) }
    guard outcome != .unknown else {
      let known = try await connection.run { try Accounts($0).all() }
      throw UnknownName(
        kind: BilingualText(de: "Zugang", en: "login"), name: name, known: known.map(\.name))
    }
    guard output.format == .text else {
      print(try JSONText.render(["name": name, "outcome": outcome.rawValue]))
      return
    }
    let message =
      outcome == .removed
      ? BilingualText(
        de: "Der Zugang „\(name)“ ist entfernt.", en: "The login '\(name)' was removed.")
      : BilingualText(
        de: "Der Zugang „\(name)“ ist gesperrt: ohne Rechte und Passwort. Die Rolle bleibt, weil "
          + "ihr auf dem Server noch etwas gehört.",
        en: "The login '\(name)' is disabled: without rights and password. The role stays, as "
          + "something on the server belongs to it.")
    print(message[output.language])
  }
}
