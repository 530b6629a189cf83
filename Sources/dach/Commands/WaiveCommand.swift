import ArgumentParser
import Findings
import Portfolio
import RegistryDatabase

/// `dach waive RULE SUBJECT…`: an accepted exception, with a reason and an end.
struct WaiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: text(
      de: "Hält eine begründete Ausnahme von einer Regel fest.",
      en: "Records an exception to a rule, with its reason."),
    discussion: text(
      de: """
        Regel und Betroffene nennt der Befund. Eine Ausnahme für dieselben Betroffenen ersetzt die \
        frühere, zum Beispiel um sie zu verlängern.

        Beispiele:
          dach waive gap/department-expected innovativ kultur \\
            --reason "Aufgabe des Schulreferats" --approver wirtschaft --expires 2027-12
          dach waive gap/department-expected innovativ kultur --remove
        """,
      en: """
        The finding names the rule and its subjects. A waiver for the same subjects replaces the \
        earlier one, e.g. to renew it.

        Examples:
          dach waive gap/department-expected innovativ kultur \\
            --reason "A task of the schools department" --approver wirtschaft --expires 2027-12
          dach waive gap/department-expected innovativ kultur --remove
        """))

  @Argument(
    help: help(
      de: "Name der Regel, wie ihn die Befunde nennen.", en: "The rule's name, as findings give it."
    ),
    completion: .list(Rules.names))
  var rule: String

  @Argument(
    help: help(
      de: "Ids dessen, wofür die Ausnahme gilt, etwa Leitlinie und Dienststelle.",
      en: "Ids of what the exception is for, e.g. guideline and department."))
  var subjects: [String]

  @Option(help: help(de: "Begründung.", en: "Reason."))
  var reason: String?

  @Option(
    help: help(
      de: "Wer zugestimmt hat: Dienststelle oder Funktion, nicht der Name einer Person.",
      en: "Who approved: a department or a function, not a person's name."))
  var approver: String?

  @Option(
    help: help(
      de: "Letzter Tag, an dem die Ausnahme gilt: 2027, 2027-12 oder 2027-12-31.",
      en: "The last day on which it holds: 2027, 2027-12 or 2027-12-31."))
  var expires: PartialDate?

  @Flag(help: help(de: "Die Ausnahme streichen.", en: "Take the exception back."))
  var remove = false

  @OptionGroup var amendment: AmendmentOptions

  func validate() throws {
    if !remove, reason == nil || approver == nil {
      throw ValidationError(
        text(
          de: "Eine Ausnahme braucht --reason (warum?) und --approver (wer hat zugestimmt?).",
          en: "A waiver needs --reason (why?) and --approver (who agreed?)."))
    }
    if remove, reason != nil || approver != nil || expires != nil {
      throw ValidationError(
        text(
          de: "--remove streicht die Ausnahme und braucht keine weiteren Angaben.",
          en: "--remove takes the waiver back and needs nothing else."))
    }
  }

  func run() async throws {
    let name = try Rules.documentation(named: rule).name
    let waiver = Waiver(
      rule: name, subjects: subjects, reason: reason ?? "", approver: approver ?? "",
      expires: expires)
    try await amendment.run(
      RegistryAmendment(
        command: "waive", subjects: [name] + subjects, removableKinds: remove ? [.waiver] : []
      ) { [remove] draft in
        let change = WaiverChange(waiver)
        if remove { try change.remove(from: &draft) } else { try change.record(in: &draft) }
      })
  }
}
