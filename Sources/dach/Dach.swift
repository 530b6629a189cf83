import ArgumentParser
import Glibc
import Portfolio

/// The command line of the registry: argument parsing and wiring only.
@main
struct Dach: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dach",
    abstract: text(
      de:
        "Register der digitalen Projekte einer Stadt: findet Lücken, Dubletten und fehlende Vernetzung.",
      en: "Registry of a city's digital projects: finds gaps, duplicates and missing networking."),
    discussion: text(
      de: """
        Erste Schritte:
          dach check registry        einen Ordner prüfen, ohne Datenbank
          dach import registry       den Ordner in die Datenbank übernehmen
          dach check                 den Stand der Datenbank prüfen
          dach show mein-nuernberg   ein Projekt ansehen

        Exit-Codes: 0 in Ordnung, 1 Befunde, 64 falscher Aufruf, 65 fehlerhafte Eingabe, \
        69 Datenbank nicht erreichbar, 70 interner Fehler, 73 und 74 Ausgabe nicht zu schreiben, \
        75 später noch einmal, 77 nicht erlaubt.
        """,
      en: """
        First steps:
          dach check registry        check a folder, without a database
          dach import registry       take the folder into the database
          dach check                 check the database
          dach show mein-nuernberg   look at a project

        Exit codes: 0 clean, 1 findings, 64 usage, 65 invalid input, 69 database unreachable, \
        70 internal error, 73 and 74 output cannot be written, 75 try again, 77 not permitted.
        """),
    subcommands: [
      CheckCommand.self, CoverageCommand.self, RoadmapCommand.self, ForecastCommand.self,
      TrendCommand.self, HistoryCommand.self, DiffCommand.self, RevisionsCommand.self,
      WaiversCommand.self, ContributionsCommand.self,
      ReportCommand.self, DuplicatesCommand.self, NetworkCommand.self, AlignCommand.self,
      ListCommand.self, QueryCommand.self, ShowCommand.self, InboxCommand.self,
      RegisterCommand.self, UpdateCommand.self, ConfirmCommand.self, RenameCommand.self,
      ArchiveCommand.self, LinkCommand.self, DecideCommand.self,
      WaiveCommand.self, MatchCommand.self, ImportCommand.self, ExportCommand.self,
      ExplainCommand.self, RulesCommand.self, SchemaCommand.self, DatabaseCommand.self,
      UserCommand.self,
    ])

  static func main() async {
    StandardOutput.reserveStandardDescriptors()
    do {
      try LogLevel.apply()
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      try StandardOutput.finish()
    } catch let failure as any PresentableError {
      end(with: failure)
    } catch let findings as ExitCode {
      // The report matters more than that it has findings.
      do { try StandardOutput.finish() } catch { end(with: error) }
      exit(withError: findings)
    } catch {
      end(withParserError: error)
    }
  }

  /// Prints help, or what is wrong with the arguments.
  private static func end(withParserError error: any Error) -> Never {
    guard Language.ofProcess == .german else { exit(withError: error) }
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    guard code.isSuccess else {
      let message = message(for: error)
      StandardError.write(ParserWording.germanError(text, message: message) + "\n")
      Glibc.exit(code.rawValue)
    }
    print(ParserWording.germanHelp(text))
    do { try StandardOutput.finish() } catch { end(with: error) }
    Glibc.exit(code.rawValue)
  }

  private static func end(with failure: any PresentableError) -> Never {
    StandardError.write(failure.report(in: .ofProcess) + "\n")
    Glibc.exit(failure.exitCode)
  }
}
