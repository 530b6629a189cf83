public import ArgumentParser
import Portfolio
public import RegistryDatabase
import Reports

extension AccessGroup: ExpressibleByArgument {}

struct UserAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: text(de: "Legt einen Zugang an.", en: "Adds a login."),
    discussion: text(
      de: """
        Das Passwort wird zweimal abgefragt und nicht angezeigt, oder mit --generate erzeugt und \
        einmal ausgegeben. Gespeichert wird es nirgends: Der Server erhält nur einen Prüfwert \
        (SCRAM-SHA-256).
        """,
      en: """
        The password is asked for twice and not shown, or made by --generate and printed once. It \
        is stored nowhere: the server gets a verifier only (SCRAM-SHA-256).
        """))

  @Argument(
    help: help(
      de: "Name des Zugangs: eine Funktion, keine Person.",
      en: "Name of the login: a function, not a person."))
  var name: String

  @Option(
    help: help(
      de: "Gruppe: planner, department, steward oder owner.",
      en: "Group: planner, department, steward or owner."))
  var group: AccessGroup

  @Option(
    help: help(
      de: "Dienststelle, deren Projekte der Zugang schreibt (Id oder Name).",
      en: "Department whose projects the login writes (id or name)."))
  var department: String?

  @Option(
    help: help(
      de: "Funktionspostfach; ohne Angabe das der Dienststelle.",
      en: "Function mailbox; by default the department's."))
  var contact: String?

  @Flag(help: help(de: "Ein Passwort erzeugen und ausgeben.", en: "Make a password and print it."))
  var generate = false

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (group == .department) != (department != nil) {
      throw ValidationError(
        text(
          de: "--department gehört zur Gruppe department, und zu keiner anderen.",
          en: "--department belongs to the group department, and to no other."))
    }
  }

  func run() async throws {
    guard Account.isName(name) else { throw AccountError.unusableName(name) }
    let connection = try await database.connect()
    let departments = try await connection.run { try Accounts($0).departments() }
    let portfolio = Portfolio(departments: departments)
    let department = try department.map { try portfolio.departmentID(named: $0) }
    let contact = contact ?? departments.first { $0.id == department }?.contact
    let account = Account(
      name: name, group: group, department: department, contact: try mailbox(contact))
    let password =
      generate
      ? PasswordPrompt.generated() : try PasswordPrompt.ask(for: name, in: output.language)
    try await connection.run { try Accounts($0).add(account, password: password) }
    try report(generate ? password : nil)
  }

  /// - Throws: `RefusedChange`
  private func mailbox(_ address: String?) throws -> String {
    guard let address else {
      throw RefusedChange(
        [
          BilingualText(
            de: "Nennen Sie ein Funktionspostfach: --contact ADRESSE.",
            en: "Name a function mailbox: --contact ADDRESS.")
        ], exitCode: 64)
    }
    switch FunctionMailbox.refusal(of: address) {
    case nil: return address
    case .notAnAddress:
      throw RefusedChange(
        de: "„\(address)“ ist keine E-Mail-Adresse.", en: "'\(address)' is no e-mail address.")
    case .looksPersonal:
      throw RefusedChange(
        de: "„\(address)“ sieht nach dem Postfach einer Person aus; gebraucht wird das einer "
          + "Funktion.",
        en: "'\(address)' looks like a person's mailbox; a function's is needed.")
    }
  }

  private struct Document: Encodable {
    let name: String
    let password: String?
  }

  private func report(_ password: String?) throws {
    guard output.format == .text else {
      print(try JSONText.render(Document(name: name, password: password)))
      return
    }
    let done = BilingualText(
      de: "Der Zugang „\(name)“ ist angelegt.", en: "The login '\(name)' was added.")
    print(done[output.language])
    guard let password else { return }
    let once = BilingualText(
      de: "Passwort, nur dieses eine Mal: \(password)", en: "Password, this once only: \(password)")
    print(once[output.language])
  }
}
