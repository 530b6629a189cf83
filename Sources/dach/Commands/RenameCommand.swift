import ArgumentParser
import Portfolio

/// `dach rename ID NEW`: another id for a project; the old one goes on leading there.
struct RenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: text(
      de: "Gibt einem Projekt eine neue Id; die alte führt weiter dorthin.",
      en: "Gives a project a new id; the old one goes on leading there."),
    discussion: text(
      de: """
        Verbindungen, Entscheidungen und Ausnahmen, die die alte Id nennen, gelten weiter. Den Titel \
        ändert: dach update ID --title "…"

        Beispiel:
          dach rename onleihe e-medien
        """,
      en: """
        Links, decisions and waivers that name the old id go on to hold. To change the title: \
        dach update ID --title "…"

        Example:
          dach rename onleihe e-media
        """))

  @Argument(
    help: help(
      de: "Id des Projekts, auch eine frühere.", en: "The project's id, also a former one."))
  var id: String

  @Argument(
    help: help(
      de: "Die neue Id: Kleinbuchstaben, Ziffern und Bindestriche.",
      en: "The new id: lower-case letters, digits and hyphens."))
  var newID: String

  @OptionGroup var amendment: AmendmentOptions

  func run() async throws {
    try await amendment.run(
      RegistryAmendment(command: "rename", subjects: [id, newID]) { [id, newID] draft in
        try draft.rename(draft.project(named: id), to: newID)
      })
  }
}
