import ArgumentParser
import Foundation
import Portfolio
import RegistryDatabase
import Reports

extension EmbeddedServer {
  /// The private server as this process's environment describes it.
  static func ofProcess() throws -> EmbeddedServer {
    try EmbeddedServer(environment: ProcessInfo.processInfo.environment)
  }
}

struct DatabaseStartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: text(
      de: "Startet den eigenen Server. Das tun andere Befehle bei Bedarf von selbst.",
      en: "Starts the private server. Other commands do so by themselves when needed."))

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let server = try EmbeddedServer.ofProcess()
    _ = try await server.start()
    print(try ServerStatusReport(await server.status(), nil).render(output))
  }
}

struct DatabaseStopCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop",
    abstract: text(de: "Hält den eigenen Server an.", en: "Stops the private server."))

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let stopped = try await EmbeddedServer.ofProcess().stop()
    guard output.format == .text else {
      print(try JSONText.render(["stopped": stopped]))
      return
    }
    let message =
      stopped
      ? BilingualText(de: "Der eigene Server ist angehalten.", en: "The private server is stopped.")
      : BilingualText(
        de: "Der eigene Server lief nicht.", en: "The private server was not running.")
    print(message[output.language])
  }
}

struct DatabaseStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: text(
      de: "Zeigt Stand, Größe und letzte Sicherung der Datenbank, und ob der eigene Server läuft.",
      en:
        "Shows version, size and last backup of the database, and whether the private server runs."
    ))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    guard case .embedded = try database.target() else {
      let status = try await database.open().run { try DatabaseStatus($0) }
      return print(try ServerStatusReport(nil, status).render(output))
    }
    let server = try await EmbeddedServer.ofProcess().status()
    var status: DatabaseStatus?
    // Looking does not start it.
    if case .running = server.state {
      status = try await database.open().run { try DatabaseStatus($0) }
    }
    print(try ServerStatusReport(server, status).render(output))
  }
}

struct DatabaseURLCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "url",
    abstract: text(
      de:
        "Gibt die URL des eigenen Servers aus, für psql und andere Programme; startet ihn bei Bedarf.",
      en: "Prints the private server's URL, for psql and other programs; starts it when needed."),
    discussion: text(
      de: "Beispiel: psql \"$(dach database url)\"", en: "Example: psql \"$(dach database url)\""))

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let server = try EmbeddedServer.ofProcess()
    _ = try await server.start()
    let url = try await server.status().url ?? ""
    print(output.format == .text ? url : try JSONText.render(["url": url]))
  }
}
