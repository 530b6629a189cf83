import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach inbox --department D`: what is expected of a department.
struct InboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: text(
      de: "Zeigt, was von einer Dienststelle erwartet wird, das Hilfreichste zuerst.",
      en: "Shows what is expected of a department, the most helpful first."),
    discussion: text(
      de: """
        Zuerst, worauf andere warten (vorgeschlagene Verbindungen und Zusammenarbeit), dann, was die \
        Prüfung gefunden hat und was zu bestätigen ist; zu jedem Punkt der Befehl, der ihn erledigt.

        Beispiele:
          dach inbox --department kultur
          dach inbox registry --department kultur --all
        """,
      en: """
        First what others wait for (proposed links and cooperation), then what the check has found \
        and what is to be confirmed; with each item the command that settles it.

        Examples:
          dach inbox --department kultur
          dach inbox registry --department kultur --all
        """))

  @OptionGroup var registry: RegistryOptions

  @Option(help: help(de: "Die Dienststelle (Id oder Name).", en: "The department (id or name)."))
  var department: String

  @Flag(help: help(de: "Alle Punkte zeigen.", en: "Show all items."))
  var all = false

  @OptionGroup var output: OutputOptions

  /// More are not done in one sitting.
  private static let usualLimit = 10

  func run() async throws {
    let language = output.language
    let loaded = try await registry.load(language: language)
    let snapshot = Snapshot(loaded.portfolio, asOf: registry.day)
    let id = try snapshot.portfolio.departmentID(named: department)
    guard let place = snapshot.departmentTable[id] else {
      throw UnknownName(
        kind: BilingualText(de: "Dienststelle", en: "department"), name: department, known: [])
    }
    let inbox = Inbox(of: place, in: snapshot, Check().run(snapshot))
    switch output.format {
    case .text:
      let report = InboxText(style: .forStandardOutput(), language: language)
      print(
        report.render(inbox, in: snapshot, limit: all ? nil : Self.usualLimit), terminator: "")
    case .json: print(try InboxJSON.render(inbox, in: snapshot, language: language))
    }
  }
}
