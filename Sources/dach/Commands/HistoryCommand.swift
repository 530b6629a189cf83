import ArgumentParser
import Portfolio
import RegistryDatabase
import Reports

/// `dach history ID`: every change of a record.
struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: text(
      de: "Zeigt jede Änderung eines Eintrags: wann, durch wen, womit, vorher und nachher.",
      en: "Shows every change of a record: when, by whom, by what, before and after."),
    discussion: text(
      de: """
        Dazu gehört, was andere über ein Projekt eintragen: Vernetzungen, Entscheidungen, Ausnahmen. \
        Nach einer Umbenennung geht die Geschichte weiter. Außer Projekten gehen auch Dienststellen, \
        Teilstrategien, Maßnahmen, Beteiligungen und die Dachstrategie.

        Beispiele:
          dach history mein-nuernberg
          dach history mein-nuernberg --as-of 2026-09-30 --format json
        """,
      en: """
        That includes what others say about a project: links, decisions, waivers. A rename does not \
        end a history. Besides projects there are departments, sub-strategies, measures, \
        participations and the umbrella strategy.

        Examples:
          dach history mein-nuernberg
          dach history mein-nuernberg --as-of 2026-09-30 --format json
        """))

  @Argument(
    help: help(
      de: "Id des Eintrags, bei Projekten auch eine frühere.",
      en: "The record's id, of a project also a former one."))
  var id: String

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var dayOption: DayOption
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let connection = try await database.connect()
    let history = try await connection.runPatiently { [id, day = dayOption.asOf] session in
      guard let record = try RecordIdentity.find(id, in: session) else {
        throw UnknownName.project(id, in: try RegistryLoad().load(session))
      }
      let end = try day.map(session.lastChange(upTo:)) ?? .end
      return try RecordHistory(of: record, upTo: end, in: session)
    }
    switch output.format {
    case .text:
      let report = HistoryText(style: .forStandardOutput(), language: output.language)
      print(report.render(history), terminator: "")
    case .json: print(try HistoryJSON.render(history))
    }
  }
}
