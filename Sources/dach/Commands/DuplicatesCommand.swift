import ArgumentParser
import Findings
import Portfolio
import Reports

/// `dach duplicates [DIR]`: what is registered more than once, and why it looks so.
struct DuplicatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: text(
      de: "Zeigt, was wahrscheinlich mehrfach eingetragen ist, und warum.",
      en: "Shows what is likely registered more than once, and why."),
    discussion: text(
      de: """
        Mit --title und --summary zeigt der Befehl, welchen eingetragenen Projekten ein neues \
        gleicht, bevor es gespeichert wird.

        Beispiele:
          dach duplicates
          dach duplicates --project onleihe
          dach duplicates --explain onleihe e-ausleihe
          dach duplicates --title "E-Books leihen" --summary "Bücher der Stadtbibliothek per App."
        """,
      en: """
        With --title and --summary the command shows which registered projects a new one resembles, \
        before it is saved.

        Examples:
          dach duplicates
          dach duplicates --project onleihe
          dach duplicates --explain onleihe e-ausleihe
          dach duplicates --title "Borrow e-books" --summary "The city library's books by app."
        """))

  @OptionGroup var registry: RegistryOptions

  @Option(
    help: help(
      de: "Nur was dieses Projekt (Id) betrifft.", en: "Only what concerns this project (id)."))
  var project: String?

  @Option(help: help(de: "Titel eines neuen Projekts.", en: "Title of a new project."))
  var title: String?

  @Option(
    help: help(de: "Beschreibung des neuen Projekts.", en: "Summary of the new project."))
  var summary: String?

  @Option(
    parsing: .upToNextOption,
    help: help(
      de: "Für zwei Projekte (Ids) zeigen, was dafür und dagegen spricht.",
      en: "Show for two projects (ids) what speaks for and against."))
  var explain: [String] = []

  @OptionGroup var output: OutputOptions

  private static let mostHints = 5

  func validate() throws {
    guard explain.isEmpty || explain.count == 2 else {
      throw ValidationError(
        text(
          de: """
            --explain braucht zwei Ids; ein Ordner steht davor: \
            dach duplicates ORDNER --explain A B
            """,
          en: """
            --explain needs two ids; a folder comes before it: dach duplicates DIR --explain A B
            """))
    }
    guard summary == nil || title != nil else {
      throw ValidationError(text(de: "--summary braucht --title.", en: "--summary needs --title."))
    }
    let modes = [project != nil, title != nil, !explain.isEmpty].count { $0 }
    guard modes <= 1 else {
      throw ValidationError(
        text(
          de: "--project, --title und --explain schließen einander aus.",
          en: "--project, --title and --explain exclude each other."))
    }
  }

  func run() async throws {
    let loaded = try await registry.load(language: output.language)
    if let title {
      let draft = Project(id: "", title: title, summary: summary?.nonEmpty)
      return try printHint(
        DuplicateHint(for: draft, in: loaded.portfolio, asOf: .today, limit: Self.mostHints))
    }
    let snapshot = try await loaded.snapshot(asOf: .today)
    // See `CheckCommand.run`: memory ends with the process.
    defer { _ = Unmanaged.passRetained(Kept(snapshot)) }
    guard explain.isEmpty else { return try printExplanation(in: snapshot) }
    let concerned = try project.map { Set([try place(of: $0, in: snapshot)]) }
    let groups = DuplicateGroups(snapshot, concerning: concerned)
    switch output.format {
    case .text: print(report.render(groups, of: snapshot), terminator: "")
    case .json: print(try DuplicatesJSON.render(groups, of: snapshot, language: output.language))
    }
  }

  private var report: DuplicatesText {
    DuplicatesText(style: .forStandardOutput(), language: output.language)
  }

  private func place(of id: String, in snapshot: Snapshot) throws -> Int {
    guard let place = snapshot.projectTable[id] else {
      throw UnknownName.project(id, in: snapshot.portfolio)
    }
    return place
  }

  private func printHint(_ hint: DuplicateHint) throws {
    switch output.format {
    case .text: print(report.render(hint), terminator: "")
    case .json: print(try DuplicatesJSON.render(hint, language: output.language))
    }
  }

  private func printExplanation(in snapshot: Snapshot) throws {
    let (one, other) = (
      try place(of: explain[0], in: snapshot), try place(of: explain[1], in: snapshot)
    )
    guard one != other else {
      throw RefusedChange(
        de: "Beide Ids nennen dasselbe Projekt.", en: "Both ids name the same project.")
    }
    let pair = ExplainedPair(one, other, in: snapshot)
    switch output.format {
    case .text:
      let waterfall = WaterfallText(style: .forStandardOutput(), language: output.language)
      print(waterfall.render(pair, of: snapshot), terminator: "")
    case .json: print(try DuplicatesJSON.render(pair, of: snapshot, language: output.language))
    }
  }

  private final class Kept {
    let snapshot: Snapshot
    init(_ snapshot: Snapshot) { self.snapshot = snapshot }
  }
}
