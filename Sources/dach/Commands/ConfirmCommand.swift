import ArgumentParser
import Portfolio

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
        """,
      en: """
        Examples:
          dach confirm onleihe museum-digital
          dach confirm --department kultur
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
    try await amendment.run(
      RegistryAmendment(command: "confirm", subjects: subjects) { [ids, department] draft in
        var projects = try ids.map { try draft.project(named: $0) }
        if let department {
          let owner = try draft.portfolio.departmentID(named: department)
          projects += draft.portfolio.projects.indices.filter {
            draft.portfolio.projects[$0].department == owner
          }
        }
        for project in projects { draft.change(project) { $0.confirmed = .today } }
      })
  }
}
