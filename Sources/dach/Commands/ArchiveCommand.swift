import ArgumentParser
import Portfolio

/// `dach archive ID…`: takes projects out of use; nothing of them is lost.
struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: text(
      de: "Legt Projekte ab, die nicht mehr ins Register gehören.",
      en: "Archives projects that no longer belong in the registry."),
    discussion: text(
      de: """
        Abgelegte Projekte zählen nicht mehr und erscheinen in keiner Prüfung; ihr Verlauf bleibt, \
        und ein Import desselben Projekts holt es zurück. Ein beendetes Projekt bleibt besser im \
        Register: dach update ID --status completed.

        Beispiele:
          dach archive testprojekt
          dach archive testprojekt altes-portal --dry-run
        """,
      en: """
        Archived projects no longer count and appear in no check; their history stays, and importing \
        the same project brings it back. A project that has ended is better kept in the registry: \
        dach update ID --status completed.

        Examples:
          dach archive test-project
          dach archive test-project old-portal --dry-run
        """))

  @Argument(
    help: help(
      de: "Ids der Projekte, auch frühere.", en: "The projects' ids, also former ones."))
  var ids: [String]

  @OptionGroup var amendment: AmendmentOptions

  func run() async throws {
    try await amendment.run(
      RegistryAmendment(command: "archive", subjects: ids) { [ids] draft in
        for id in ids { try draft.archive(draft.project(named: id)) }
      })
  }
}
