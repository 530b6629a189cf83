public import ArgumentParser
import Portfolio
public import RegistryDatabase

/// `dach update ID`: changes fields of a registered project.
struct UpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: text(
      de: "Ändert Angaben eines registrierten Projekts.",
      en: "Changes fields of a registered project."),
    discussion: text(
      de: """
        Was nicht genannt ist, bleibt, wie es ist; eine leere Angabe ("") löscht den Wert. Es \
        gelten dieselben Regeln wie für die Dateien des Registers.

        Beispiele:
          dach update onleihe --status completed --end 2026-06
          dach update onleihe --theme kultur-freizeit --theme bildung
          dach update onleihe --guideline innovativ --role primary --rationale "Ausleihe von zu Hause"
          dach update onleihe --contact "" --dry-run

        Mit --based-on wird die Änderung abgelehnt (Exit-Code 75), wenn das Projekt seither von \
        anderer Stelle geändert wurde; beide Fassungen werden gezeigt. Den Stand nennt dach history.
        """,
      en: """
        What is not named stays as it is; an empty value ("") clears the field. The rules are \
        those of the registry's files.

        Examples:
          dach update onleihe --status completed --end 2026-06
          dach update onleihe --theme kultur-freizeit --theme bildung
          dach update onleihe --guideline innovativ --role primary --rationale "Lending from home"
          dach update onleihe --contact "" --dry-run

        With --based-on the change is refused (exit code 75) where somebody else has changed the \
        project since; both versions are shown. The version is told by dach history.
        """))

  @Argument(
    help: help(
      de: "Id des Projekts, auch eine frühere.", en: "The project's id, also a former one."))
  var id: String

  @OptionGroup(title: text(de: "Angaben", en: "Fields")) var fields: ProjectFields
  @OptionGroup(title: text(de: "Zuordnung zu einer Leitlinie", en: "Alignment to a guideline"))
  var alignment: AlignmentFields

  @Option(
    help: help(
      de: "Der Stand, von dem die Änderung ausgeht.", en: "The version that the change is based on."
    ))
  var basedOn: ChangeMoment?

  @OptionGroup var amendment: AmendmentOptions

  func validate() throws {
    if fields.isEmpty && alignment.isEmpty {
      throw ValidationError(
        text(
          de: "Nennen Sie, was sich ändern soll, etwa --status completed.",
          en: "Name what is to change, e.g. --status completed."))
    }
  }

  func run() async throws {
    let basis = basedOn.map { EditBasis(project: id, version: $0) }
    try await amendment.run(
      RegistryAmendment(command: "update", subjects: [id], basis: basis) {
        [id, fields, alignment] draft in
        let guidelines = draft.portfolio.strategy?.guidelines ?? []
        try draft.change(draft.project(named: id)) { project in
          try fields.apply(to: &project)
          try alignment.apply(to: &project, guidelines: guidelines)
        }
      })
  }
}

extension ChangeMoment: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
