public import ArgumentParser
import Portfolio
public import RegistryDatabase
import Reports

/// `dach diff --since DATE|RUN`: what is different in the registry.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: text(
      de: "Zeigt, was sich im Register seit einem Tag oder einer Prüfung unterscheidet.",
      en: "Shows what differs in the registry since a day or a check."),
    discussion: text(
      de: """
        Verglichen werden zwei Stände: Was zwischendurch geändert und zurückgenommen wurde, \
        erscheint nicht. Die Änderungen des genannten Tages zählen mit; eine Prüfung steht mit ihrer \
        Nummer in dach trend.

        Beispiele:
          dach diff --since 2026-09-01
          dach diff --since 2026-07-01 --as-of 2026-09-30    das dritte Quartal
          dach diff --since 12                               seit der Prüfung Nummer 12
        """,
      en: """
        Two states are compared: what was changed and taken back in between does not show. The \
        changes of the day itself count; a check's number stands in dach trend.

        Examples:
          dach diff --since 2026-09-01
          dach diff --since 2026-07-01 --as-of 2026-09-30    the third quarter
          dach diff --since 12                               since the check number 12
        """))

  @Option(
    help: help(
      de: "Tag (JJJJ-MM-TT) oder Nummer einer gespeicherten Prüfung.",
      en: "Day (YYYY-MM-DD) or number of a stored check."))
  var since: RegistryDifference.Start

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var dayOption: DayOption
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let connection = try await database.connect()
    let difference = try await connection.runPatiently { [since, day = dayOption.asOf] session in
      let start = try since.moment(in: session)
      let end = try day.map(session.lastChange(upTo:)) ?? .end
      return try RegistryDifference(after: start, upTo: end, in: session)
    }
    switch output.format {
    case .text:
      let report = HistoryText(style: .forStandardOutput(), language: output.language)
      print(report.render(difference), terminator: "")
    case .json: print(try HistoryJSON.render(difference))
    }
  }
}

extension RegistryDifference.Start: ExpressibleByArgument {
  public init?(argument: String) {
    if let number = Int64(argument), number > 0 {
      self = .run(number)
    } else if let day = CalendarDay(argument) {
      self = .day(day)
    } else {
      return nil
    }
  }
}
