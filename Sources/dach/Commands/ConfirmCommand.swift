import ArgumentParser
import Findings
import Portfolio
import Registration
import RegistryDatabase
import Reports

/// `dach confirm ID…`: the owner says that what is registered is still true.
struct ConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: text(
      de: "Bestätigt, dass die Angaben von Projekten heute noch stimmen.",
      en: "Confirms that what is registered about projects is still true today."),
    discussion: text(
      de: """
        Beispiele:
          dach confirm onleihe museum-digital
          dach confirm --department kultur

        Mit --department fragt der Befehl im Terminal nach: einzeln zu Projekten, deren Stand nicht \
        zur Laufzeit passt, und einmal zu allen übrigen. Ohne Rückfragen: --yes.
        """,
      en: """
        Examples:
          dach confirm onleihe museum-digital
          dach confirm --department kultur

        With --department the command asks in the terminal: about each project whose status does not \
        go with its period, and once about all the others. Without questions: --yes.
        """))

  @Argument(
    help: help(
      de: "Ids der Projekte, auch frühere.", en: "The projects' ids, also former ones."))
  var ids: [String] = []

  @Option(
    help: help(
      de: "Alle Projekte dieser Dienststelle (Id oder Name).",
      en: "All projects of this department (id or name)."))
  var department: String?

  @Flag(
    name: .customLong("yes"),
    help: help(
      de: "Ohne Rückfragen alle Projekte der Dienststelle bestätigen.",
      en: "Confirm all projects of the department without questions."))
  var asksNothing = false

  @OptionGroup var amendment: AmendmentOptions

  func validate() throws {
    if ids.isEmpty == (department == nil) {
      throw ValidationError(
        text(
          de: "Nennen Sie entweder Projekte oder mit --department eine Dienststelle.",
          en: "Name either projects, or a department with --department."))
    }
  }

  func run() async throws {
    let subjects = department.map { ["--department", $0] } ?? ids
    let answers = try await answers()
    let confirmed = answers.confirmed + answers.changed.keys.sorted()
    guard !confirmed.isEmpty else { return noteOpen(answers) }
    try await amendment.run(
      RegistryAmendment(command: "confirm", subjects: subjects) { draft in
        for project in try confirmed.map({ try draft.project(named: $0) }) {
          draft.change(project) { project in
            project.confirmed = .today
            if let status = answers.changed[project.id] { project.status = status }
          }
        }
      })
    noteOpen(answers)
  }

  /// Which projects are to be confirmed, asked where somebody can be.
  private func answers() async throws -> ConfirmationDialogue.Outcome {
    guard let department else { return .init(confirmed: ids) }
    let portfolio = try await amendment.database.connect().run { try RegistryLoad().load($0) }
    let owner = try portfolio.departmentID(named: department)
    guard Confirmation.isPossible, !asksNothing else {
      return .init(
        confirmed: portfolio.projects.filter { $0.department == owner }.map(\.id))
    }
    return ConfirmationDialogue(
      of: owner, in: Snapshot(portfolio, asOf: .today), language: amendment.output.language,
      style: .forStandardOutput(), console: TerminalConsole()
    ).run()
  }

  private func noteOpen(_ answers: ConfirmationDialogue.Outcome) {
    guard !answers.open.isEmpty else { return }
    let ids = answers.open.prefix(5).joined(separator: ", ")
    let rest = answers.open.count > 5 ? " …" : ""
    StandardError.write(
      BilingualText(
        de: "Nicht bestätigt: \(ids)\(rest). Ändern Sie, was nicht stimmt: dach update ID\n",
        en: "Not confirmed: \(ids)\(rest). Change what is not right: dach update ID\n"
      )[amendment.output.language])
  }
}
